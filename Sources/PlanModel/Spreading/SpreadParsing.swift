extension SpreadCode {
  /// Longest first: `P%` before `P`, `RH` before `R`.
  private static let names = [
    "hc", "rc", "rh", "ra", "rp", "r%", "p%", "sl", "gr", "p", "s", "r", "c", "h",
  ]

  /// Whether what is typed in a cell is meant as a code, not as an amount: it begins with `!`, or with
  /// a code that is followed by its directions, action or value, or by nothing.
  public static func isMeant(_ text: String) -> Bool {
    let typed = Folding.trimmed(Folding.fold(text))
    if typed.hasPrefix("!") { return true }
    guard let name = names.first(where: { typed.hasPrefix($0) }) else { return false }
    guard let next = typed.dropFirst(name.count).first(where: { !$0.isWhitespace }) else {
      return true
    }
    if next.isNumber || "<>^|+~-−=.:¥$".contains(next) { return true }
    return name == "rp" && typed.contains(":")
  }

  /// Reads a code.
  /// - Parameter unit: of the cells, for the amounts in it.
  public static func parse(_ text: String, unit: AmountUnit) throws(SpreadFault) -> SpreadCode {
    var rest = Substring(Folding.trimmed(Folding.fold(text)))
    guard rest.utf8.count <= AmountText.longest else { throw .unknownCode("…") }
    if rest.first == "!" { rest = trimmedStart(rest.dropFirst()) }
    guard let found = names.first(where: { rest.hasPrefix($0) }) else {
      throw .unknownCode(String(rest.prefix(12)).uppercased())
    }
    let name = found.uppercased()
    rest = trimmedStart(rest.dropFirst(found.count))
    if found == "hc" || found == "rc" { throw .heldSums(name) }
    if let next = rest.first, next.isASCII, next.isLetter, found != "rp" {
      throw .unknownCode(String((found + rest).prefix(12)).uppercased())
    }
    var code = SpreadCode(.clear)
    var hasAction = false
    while let sign = rest.first {
      if let direction = SpreadDirections.signs[sign] {
        guard code.directions.insert(direction).inserted else { throw .badDirection(name) }
      } else if sign == "+" || sign == "~" {
        guard !hasAction else { throw .amount(.notANumber) }
        hasAction = true
        code.action = sign == "+" ? .add : .subtract
      } else {
        break
      }
      rest = trimmedStart(rest.dropFirst())
    }
    code.method = try method(name, Folding.trimmed(rest), unit)
    if hasAction, code.isHold || code.method == .clear { throw .badAction(name) }
    let sideways = !code.directions.isDisjoint(with: [.left, .right])
    let upright = !code.directions.isDisjoint(with: [.up, .down])
    if name == "SL" || name == "GR", sideways && upright { throw .badDirection(name) }
    return code
  }

  private static func method(
    _ name: String, _ text: String, _ unit: AmountUnit
  ) throws(SpreadFault) -> Method {
    switch name {
    case "P": return .proportional(try amount(text, name, unit))
    case "S": return .equal(try amount(text, name, unit))
    case "R": return .repeated(try amount(text, name, unit))
    case "P%": return .percent(try percentage(text, name))
    case "SL":
      let (first, last) = try pair(text, name)
      return .straightLine(from: try amount(first, name, unit), to: try amount(last, name, unit))
    case "GR":
      let (first, percent) = try pair(text, name)
      return .growth(from: try amount(first, name, unit), percent: try percentage(percent, name))
    case "RP":
      let (value, reference) = try referred(text)
      return .relative(value.isEmpty ? nil : try amount(value, name, unit), reference)
    case "R%":
      let (value, reference) = try referred(text)
      return .relativePercent(value.isEmpty ? .zero : try percentage(value, name), reference)
    default:
      guard text.isEmpty else { throw .unexpectedValue(name) }
      let plain: [String: Method] = [
        "C": .clear, "H": .hold, "RH": .release, "RA": .releaseAll,
      ]
      guard let method = plain[name] else { throw .unknownCode(name) }
      return method
    }
  }

  private static func amount(
    _ text: String, _ name: String, _ unit: AmountUnit
  ) throws(SpreadFault) -> Int64 {
    guard !text.isEmpty else { throw .missingValue(name) }
    do throws(AmountFault) {
      guard let amount = try AmountText.parse(text, unit: unit) else { throw .notANumber }
      return amount
    } catch {
      throw .amount(error == .nothingThere ? .notANumber : error)
    }
  }

  private static func percentage(
    _ text: String, _ name: String
  ) throws(SpreadFault) -> Fraction {
    guard !text.isEmpty else { throw .missingValue(name) }
    guard let percentage = AmountText.percentage(text) else { throw .notAPercentage(text) }
    return percentage
  }

  private static func pair(
    _ text: String, _ name: String
  ) throws(SpreadFault) -> (String, String) {
    guard let colon = text.firstIndex(of: ":") else { throw .missingValue(name) }
    return (
      Folding.trimmed(text[..<colon]), Folding.trimmed(text[text.index(after: colon)...])
    )
  }

  /// The value before the colon and the reference behind it; without a colon, and not a number, it is
  /// the reference: `RP<>last_year`.
  private static func referred(
    _ text: String
  ) throws(SpreadFault) -> (String, SpreadReference) {
    guard !text.isEmpty else { throw .missingReference }
    let value: String
    let name: String
    if text.contains(":") {
      (value, name) = try pair(text, "RP")
    } else {
      let isValue = text.first.map { $0.isNumber || "-−.=¥$".contains($0) } ?? false
      (value, name) = isValue ? (text, "") : ("", text)
    }
    guard !name.isEmpty else { throw .missingReference }
    guard let reference = SpreadReference(name) else { throw .unknownReference(name) }
    return (value, reference)
  }

  private static func trimmedStart(_ text: Substring) -> Substring {
    text.drop { $0.isWhitespace }
  }
}
