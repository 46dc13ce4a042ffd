import PlanModel

/// A mapping as a board keeps it: its flags, a line each.
extension TableMapping {
  public var text: String { flags.map { "\($0.name) \($0.value)".trimmed }.joined(separator: "\n") }

  /// The flags that say it again, without their dashes.
  public var flags: [(name: String, value: String)] {
    var flags: [(name: String, value: String)] = []
    if let kind { flags.append(("kind", kind.code)) }
    flags += maps.map { ("map", "\($0.field)=\($0.column)") }
    flags += sets.map { ("set", "\($0.field)=\($0.value)") }
    if !hasHeading { flags.append(("no-heading", "")) }
    if skippedLines > 0 { flags.append(("skip-lines", String(skippedLines))) }
    if !empty.isEmpty { flags.append(("empty", empty.joined(separator: ","))) }
    if let dateOrder { flags.append(("date-order", dateOrder.rawValue)) }
    if let encoding { flags.append(("encoding", encoding)) }
    return flags
  }

  /// Reads what ``text`` writes; lines that a newer program has written are passed over.
  public init(text: String) {
    self.init()
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1).map { String($0) }
      let value = parts.count > 1 ? parts[1] : ""
      switch parts.first {
      case "kind": kind = ItemKind(code: value)
      case "map": try? map(value)
      case "set": try? set(value)
      case "no-heading": hasHeading = false
      case "skip-lines": skippedLines = max(0, Int(value) ?? 0)
      case "empty": empty = value.split(separator: ",").map { String($0) }
      case "date-order": dateOrder = DateOrder(rawValue: value)
      case "encoding": encoding = value
      default: break
      }
    }
  }
}
