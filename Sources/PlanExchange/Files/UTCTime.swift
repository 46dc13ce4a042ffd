import PlanModel

/// Moments in files: `2026-11-24T08:30:00Z`.
public enum UTCTime {
  /// - Parameter seconds: since 1970.
  public static func text(_ seconds: Int64) -> String {
    let days = Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
    let rest = Int(seconds) - days * 86_400
    let (hours, minutes) = (Digits.two(rest / 3_600), Digits.two(rest / 60 % 60))
    return "\(Day(ordinal: days))T\(hours):\(minutes):\(Digits.two(rest % 60))Z"
  }

  /// Reads what ``text(_:)`` writes; nil else.
  public static func seconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
      bytes[19] == 0x5A, let day = Day(iso: String(text.prefix(10)))
    else { return nil }
    func pair(_ start: Int) -> Int? {
      let digits = bytes[start..<start + 2]
      return digits.allSatisfy({ (0x30...0x39).contains($0) })
        ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }
    guard let hour = pair(11), let minute = pair(14), let second = pair(17), hour < 24, minute < 60,
      second < 60
    else { return nil }
    return Int64(day.ordinal * 86_400 + hour * 3_600 + minute * 60 + second)
  }
}
