/// One JSON object, a member to a line.
public enum JSONObject {
  public enum Member {
    case value(JSONValue)
    case object([(String, JSONValue)])
    /// A list with one row for each element.
    case rows([[(String, JSONValue)]])
  }

  public static func write(
    _ members: [(String, Member)], to sink: @escaping ([UInt8]) throws -> Void
  ) throws {
    var out = JSONWriter(sink: sink)
    out.raw("{\n")
    for (index, (key, member)) in members.enumerated() {
      out.raw("  ")
      out.string(key)
      out.raw(": ")
      switch member {
      case .value(let value): out.value(value)
      case .object(let members): out.row(members.map { ($0.0, $0.1) })
      case .rows(let rows): out.rows(rows.map { $0.map { ($0.0, $0.1) } }, indent: "  ")
      }
      out.raw(index == members.count - 1 ? "\n" : ",\n")
    }
    out.raw("}\n")
    try out.flush(always: true)
  }
}
