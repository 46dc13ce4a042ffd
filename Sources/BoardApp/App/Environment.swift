import PlanModel

/// What comes from outside: nothing in the program asks the machine itself.
public struct Environment: Sendable {
  /// Milliseconds since some start, never going back.
  public var now: Int64
  /// Today in the board's time zone.
  public var today: Day

  public init(now: Int64, today: Day) {
    self.now = now
    self.today = today
  }
}
