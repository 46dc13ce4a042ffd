import PlanModel

/// Reads an item of the JSON file.
struct JSONItemReader {
  let names: FileNames
  /// Gives the place of a byte.
  let place: (Int) -> (line: Int, column: Int)

  func read(_ node: JSONNode) throws(FileFault) -> Located {
    guard let members = node.members else { throw fault(node, nil, "不是对象", "not an object") }
    guard let kindNode = node["kind"], let kind = kindNode.string.flatMap(ItemKind.init(code:))
    else {
      throw fault(
        node["kind"] ?? node, "kind", "应是trend、target、activity或decision",
        "trend, target, activity or decision expected")
    }
    var record = ItemRecord(kind: kind)
    for member in members {
      switch member.key {
      case "lines": record.lines = .value(try lines(member.node, kind))
      case "figures": break
      case "cell_notes": record.cellNotes = .value(try cellNotes(member.node, kind))
      case "comments": record.comments = .value(try comments(member.node))
      case "accepted": record.accepted = .value(try accepted(member.node))
      default: try readKey(member, into: &record)
      }
    }
    if let node = node["figures"] {
      try readFigures(node, into: &record)
      // A file that says all cells of an item says all notes on them.
      if record.cellNotes.value == nil { record.cellNotes = .value([:]) }
    }
    if case .nothing = record.main, let serves = record.serves.value, serves.count == 1 {
      record.main = .value(serves[0])
    }
    let place = place
    return Located(record: record) { place(node.offset) }
  }

  private func readKey(_ member: JSONMember, into record: inout ItemRecord) throws(FileFault) {
    let (key, node) = (member.key, member.node)
    guard let itemKey = ItemKey(name: key, kind: record.kind) else {
      let known = ItemKey.of(record.kind).map(\.name).joined(separator: " ")
      throw fault(node, key, "没有这个字段；可用：\(known)", "no such field; known are \(known)")
    }
    switch itemKey {
    case .kind: break
    case .code: record.code = try code(node, key, record.kind)
    case .serves:
      record.serves = .value(
        try list(node, key).mapThrowing { element throws(FileFault) in
          guard let code = try self.code(element, key, record.kind.parent) else {
            throw fault(element, key, "不是编号", "not a code")
          }
          return code
        })
    case .main: record.main = .value(try code(node, key, record.kind.parent))
    case .position:
      guard node.isNull || node.numeric.flatMap({ Int64($0) }) != nil else {
        throw fault(node, key, "不是整数", "not a whole number")
      }
      record.fields[.position] = Value(node.numeric.flatMap { Int64($0) })
    case .confirmed:
      if !node.isNull, node.members == nil { throw fault(node, key, "不是对象", "not an object") }
      record.fields[.confirmedBy] = try value(node["by"], "by", .person, record.kind)
      record.fields[.confirmedOn] = try value(node["on"], "on", .day, record.kind)
    case .field(.continues): record.continues = .value(try code(node, key, record.kind))
    case .field(.about): record.about = .value(try code(node, key))
    case .field(let field):
      record.fields[field] = try value(node, key, field.type, record.kind)
    }
  }

  private func value(_ node: JSONNode?, _ key: String, _ type: FieldType, _ kind: ItemKind)
    throws(FileFault) -> Value
  {
    guard let node, !node.isNull else { return .none }
    let text: String
    switch (type, node.value) {
    case (.tags, .array(let nodes)): text = nodes.compactMap(\.string).joined(separator: ";")
    case (.yesNo, .bool(let flag)): return flag ? .integer(1) : .none
    case (.percent, .number(let digits)), (.money, .number(let digits)),
      (.period, .number(let digits)):
      text = digits
    case (_, .string(let string)): text = string
    default: throw fault(node, key, "值的类型不对", "a value of the wrong type")
    }
    do { return try names.value(text, type, of: kind) } catch {
      throw fault(node, key, error.words, value: text)
    }
  }

  private func code(_ node: JSONNode, _ key: String, _ kind: ItemKind?) throws(FileFault)
    -> ItemCode?
  {
    if node.isNull { return nil }
    guard let text = node.string, let code = ItemCode(text), code.kind == kind else {
      throw fault(
        node, key, Words("不是这类内容的编号", "not a code of this kind"), value: node.string)
    }
    return code
  }

  /// A code of any kind.
  private func code(_ node: JSONNode, _ key: String) throws(FileFault) -> ItemCode? {
    try code(node, key, node.string.flatMap { ItemCode($0) }?.kind)
  }

  private func list(_ node: JSONNode, _ key: String) throws(FileFault) -> [JSONNode] {
    if node.isNull { return [] }
    guard let elements = node.elements else { throw fault(node, key, "不是列表", "not a list") }
    return elements
  }

  private func lines(_ node: JSONNode, _ kind: ItemKind) throws(FileFault) -> [LineRecord] {
    var seen: Set<String> = []
    return try list(node, "lines").mapThrowing { element throws(FileFault) in
      var line = LineRecord(code: element["code"]?.string ?? "")
      guard seen.insert(line.code).inserted else {
        throw fault(element, "code", "费用项的名称重复", "the line occurs twice")
      }
      for member in element.members ?? [] {
        try readLineKey(member, of: kind, into: &line)
      }
      return line
    }
  }

  private func readLineKey(_ member: JSONMember, of kind: ItemKind, into line: inout LineRecord)
    throws(FileFault)
  {
    let (key, node) = (member.key, member.node)
    func value(_ type: FieldType) throws(FileFault) -> Value {
      try self.value(node, key, type, kind)
    }
    switch key {
    case "code": break
    case "category": line.fields[.category] = try value(.entry(.category))
    case "region": line.fields[.region] = try value(.entry(.region))
    case "channel": line.fields[.channel] = try value(.entry(.channel))
    case "product": line.fields[.product] = try value(.entry(.product))
    case "title": line.fields[.title] = try value(.text)
    case "title_en": line.fields[.titleEn] = try value(.text)
    case "ref": line.fields[.ref] = try value(.text)
    case "unit":
      line.fields[.unit] =
        names.code(ofEntry: try value(.entry(.unit)).integer).map { Value.text($0) } ?? Value.none
    case "scale":
      guard let scale = node.numeric.flatMap({ Int64($0) }), (0...9).contains(scale) else {
        throw fault(node, key, "应是0到9", "0 to 9 expected")
      }
      line.fields[.scale] = .integer(scale)
    case "adds_up": line.fields[.addsUp] = try value(.addsUp)
    case "better": line.fields[.better] = try value(.better)
    case "above": line.above = try ratioEnd(node, key)
    case "below": line.below = try ratioEnd(node, key)
    default: throw fault(node, key, "没有这个字段", "no such field")
    }
  }

  private func ratioEnd(_ node: JSONNode, _ key: String) throws(FileFault) -> RatioEnd? {
    if node.isNull { return nil }
    guard let end = node.string.flatMap({ RatioEnd($0) }) else {
      throw fault(node, key, "应是money.actual或Y1、Y1:east", "money.actual, Y1 or Y1:east expected")
    }
    return end
  }

  private func cellNotes(
    _ node: JSONNode, _ kind: ItemKind
  ) throws(FileFault) -> [CellKey: String] {
    var notes: [CellKey: String] = [:]
    for element in try list(node, "cell_notes") {
      guard let column = element["column"]?.string.flatMap({ Column(name: $0, kind: kind) }),
        let period = element["period"]?.numeric.flatMap({ Period($0) })
      else { throw fault(element, "cell_notes", "没有这一格", "no such cell") }
      let key = CellKey(line: element["line"]?.string ?? "", column: column, period: period)
      notes[key] = element["text"]?.string ?? ""
    }
    return notes
  }

  private func readFigures(_ node: JSONNode, into record: inout ItemRecord) throws(FileFault) {
    record.saysAllCells = true
    let lines = Dictionary(
      (record.lines.value ?? []).map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
    for element in try list(node, "figures") {
      let line = element["line"]?.string ?? ""
      guard let column = element["column"]?.string.flatMap({ Column(name: $0, kind: record.kind) })
      else {
        let known = Column.of(record.kind).map { $0.name(for: record.kind) }.joined(separator: " ")
        throw fault(
          element["column"] ?? element, "column",
          TextFault.unknown(known.split(separator: " ").map(String.init)).words,
          value: element["column"]?.string)
      }
      guard let period = element["period"]?.numeric.flatMap({ Period($0) }),
        record.kind != .activity || period.unit == .month
      else {
        throw fault(
          element["period"] ?? element, "period",
          record.kind == .activity
            ? Words("不是月份；写成2026-10", "not a month; write 2026-10") : TextFault.notAPeriod.words,
          value: element["period"]?.numeric)
      }
      guard lines.isEmpty || lines[line] != nil else {
        throw fault(element, "line", "lines里没有这个费用项", "no such line in lines")
      }
      let scale = Int(lines[line]?.fields[.scale]?.integer ?? 2)
      var amount: Int64?
      if let node = element["amount"], !node.isNull {
        do { amount = try TextFault.amount(node.numeric ?? "", scale: scale) } catch {
          throw fault(node, "amount", error.words, value: node.numeric)
        }
      }
      let key = CellKey(line: line, column: column, period: period)
      guard record.cells.updateValue(amount, forKey: key) == nil else {
        throw fault(element, "period", "同一格写了两次", "the same cell occurs twice")
      }
    }
  }

  private func comments(_ node: JSONNode) throws(FileFault) -> [CommentRecord] {
    try list(node, "comments").mapThrowing { element throws(FileFault) in
      guard let body = element["body"]?.string, !body.isEmpty else {
        throw fault(element, "body", "留言没有内容", "a comment without text")
      }
      if let who = element["who"]?.string, names.person(who) == nil {
        throw fault(element["who"] ?? element, "who", "没有这个成员", "no such person", value: who)
      }
      let at = element["at"]?.string
      guard at == nil || at.flatMap(UTCTime.seconds) != nil else {
        throw fault(
          element["at"] ?? element, "at", "应写成2026-11-24T08:30:00Z",
          "write 2026-11-24T08:30:00Z", value: at)
      }
      return CommentRecord(
        who: element["who"]?.string, at: at.flatMap(UTCTime.seconds), body: body)
    }
  }

  private func accepted(_ node: JSONNode) throws(FileFault) -> [Rule: String] {
    var accepted: [Rule: String] = [:]
    for element in try list(node, "accepted") {
      guard let rule = element["rule"]?.string.flatMap(Rule.init(code:)) else {
        throw fault(
          element["rule"] ?? element, "rule", TextFault.unknown(Rule.allCases.map(\.code)).words,
          value: element["rule"]?.string)
      }
      guard let reason = element["reason"]?.string, !reason.isEmpty else {
        throw fault(element, "reason", "须写原因", "a reason is needed")
      }
      accepted[rule] = reason
    }
    return accepted
  }

  func fault(_ node: JSONNode, _ key: String?, _ zh: String, _ en: String, value: String? = nil)
    -> FileFault
  {
    fault(node, key, Words(zh, en), value: value)
  }

  func fault(_ node: JSONNode, _ key: String?, _ words: Words, value: String? = nil) -> FileFault {
    let (line, column) = place(node.offset)
    return FileFault(line: line, column: column, heading: key, value: value, words)
  }
}

extension Array {
  /// `map` with one type of error.
  func mapThrowing<T>(_ transform: (Element) throws(FileFault) -> T) throws(FileFault) -> [T] {
    var result: [T] = []
    result.reserveCapacity(count)
    for element in self { result.append(try transform(element)) }
    return result
  }
}
