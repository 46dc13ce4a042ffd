import Glibc
import PlanModel

/// The date in the board's time zone.
@MainActor enum Today {
  static func day(_ board: Board) -> Day {
    if let fixed = board.fixedToday { return fixed }
    if let zone = board.settings[.zone]?.text { use(zone) }
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(ordinal: Int(seconds / 86_400))
  }

  private static var zoneInUse = ""

  /// The C library keeps one zone for the process; it is set when the board names another.
  private static func use(_ zone: String) {
    guard zone != zoneInUse else { return }
    zoneInUse = zone
    setenv("TZ", zone, 1)
    tzset()
  }
}
