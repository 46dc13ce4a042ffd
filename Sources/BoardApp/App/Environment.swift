import PlanModel

/// What comes from outside: nothing in the program asks the machine itself.
public struct Environment: Sendable {
  /// Milliseconds since some start, never going back.
  public var now: Int64
  /// Today in the board's time zone.
  public var today: Day
  /// Seconds since 1970, UTC.
  public var clock: Int64

  public init(now: Int64, today: Day, clock: Int64 = 0) {
    self.now = now
    self.clock = clock
    self.today = today
  }
}
