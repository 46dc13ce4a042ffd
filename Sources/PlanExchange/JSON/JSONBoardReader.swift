import PlanModel

/// What a JSON file says of the board itself.
struct BoardRecord {
  var settings: [Setting: Value] = [:]
  var entries: [Entry] = []
  var people: [Person] = []
  var states: [(period: Period, state: PeriodState)] = []
  var envelopes: [(cell: EnvelopeCell, amount: Int64)] = []
  /// Where the board begins in the file.
  var line = 1
  var column = 1
}

/// Reads the board object of the JSON file.
struct JSONBoardReader {
  let place: (Int) -> (line: Int, column: Int)
  private static let texts: [Setting] = [.title, .titleEn, .currency, .zone, .ceilingRule]
  private static let numbers: [Setting] = [
    .firstYear, .fiscalStart, .staleDays, .driftPercent, .settleDays, .warnPercent, .costRatio,
  ]

  func read(_ node: JSONNode) throws(FileFault) -> BoardRecord {
    guard let members = node.members else { throw fault(node, "board", "不是对象", "not an object") }
    var record = BoardRecord()
    (record.line, record.column) = place(node.offset)
    for member in members {
      let (key, node) = (member.key, member.node)
      if let kind = ListKind.allCases.first(where: { $0.plural == key }) {
        try readEntries(node, kind, into: &record)
      } else if key == "people" {
        try readPeople(node, into: &record)
      } else if key == "states" {
        try readStates(node, into: &record)
      } else if key == "envelopes" {
        let scale = Board(settings: record.settings).moneyScale
        var seen: Set<EnvelopeCell> = []
        record.envelopes = try elements(node, key).mapThrowing { element throws(FileFault) in
          let envelope = try envelope(element, scale: scale)
          guard seen.insert(envelope.cell).inserted else {
            throw fault(element, "envelopes", "额度重复", "the envelope occurs twice")
          }
          return envelope
        }
      } else if let setting = Setting(rawValue: key), setting != .identifier {
        record.settings[setting] = try value(node, setting)
      } else {
        throw fault(node, key, "没有这个设置", "no such setting")
      }
    }
    return record
  }

  private func value(_ node: JSONNode, _ setting: Setting) throws(FileFault) -> Value {
    if node.isNull { return .none }
    let key = setting.rawValue
    if Self.texts.contains(setting) {
      guard let text = node.string else { throw fault(node, key, "不是文本", "not a text") }
      if setting == .ceilingRule, CeilingRule(rawValue: text) == nil {
        throw fault(node, key, TextFault.unknown(CeilingRule.allCases.map(\.rawValue)).words)
      }
      return Value(text)
    }
    if Self.numbers.contains(setting) {
      let range: ClosedRange<Int64> =
        setting == .fiscalStart ? 1...12 : setting == .firstYear ? 1...9_999 : 0...100_000
      guard let number = node.numeric.flatMap({ Int64($0) }), range.contains(number) else {
        throw fault(
          node, key, "应是\(range.lowerBound)到\(range.upperBound)",
          "\(range.lowerBound) to \(range.upperBound) expected")
      }
      return .integer(number)
    }
    if setting == .today {
      guard let day = node.string.flatMap({ Day(iso: $0) }) else {
        throw fault(node, key, TextFault.notADay.words)
      }
      return .integer(day.rawValue)
    }
    guard let month = node.string.flatMap({ Period($0) }), month.unit == .month else {
      throw fault(node, key, "不是月份；写成2026-10", "not a month; write 2026-10")
    }
    return .integer(month.rawValue)
  }

  private func elements(_ node: JSONNode, _ key: String) throws(FileFault) -> [JSONNode] {
    guard let elements = node.elements else { throw fault(node, key, "不是列表", "not a list") }
    return elements
  }

  private func readEntries(_ node: JSONNode, _ kind: ListKind, into record: inout BoardRecord)
    throws(FileFault)
  {
    var seen: Set<String> = []
    for (index, element) in try elements(node, kind.plural).enumerated() {
      guard let code = element["code"]?.string, !code.isEmpty, seen.insert(code).inserted else {
        throw fault(element, "code", "编号缺失或重复", "the code is missing or occurs twice")
      }
      var entry = Entry(
        id: 0, list: kind, code: code, zh: element["title"]?.string ?? "",
        en: element["title_en"]?.string ?? "", position: Int64(index + 1),
        isGone: element["gone"]?.bool ?? false, unit: element["unit"]?.string)
      if let node = element["scale"] {
        guard let scale = node.numeric.flatMap({ Int($0) }), (0...9).contains(scale) else {
          throw fault(node, "scale", "应是0到9", "0 to 9 expected")
        }
        entry.scale = scale
      }
      entry.addsUp = try coded(element["adds_up"], "adds_up")
      entry.better = try coded(element["better"], "better")
      entry.rhythm = try coded(element["rhythm"], "rhythm")
      record.entries.append(entry)
    }
  }

  private func coded<T: Coded>(_ node: JSONNode?, _ key: String) throws(FileFault) -> T? {
    guard let node, !node.isNull else { return nil }
    guard let value = node.string.flatMap({ T(code: $0) }) else {
      throw fault(node, key, TextFault.unknown(T.allCases.map(\.code)).words)
    }
    return value
  }

  private func readPeople(_ node: JSONNode, into record: inout BoardRecord) throws(FileFault) {
    var seen: Set<String> = []
    for element in try elements(node, "people") {
      guard let name = element["name"]?.string, !name.isEmpty, seen.insert(name).inserted else {
        throw fault(element, "name", "姓名缺失或重复", "the name is missing or occurs twice")
      }
      record.people.append(
        Person(
          id: 0, name: name, zh: element["title"]?.string ?? "",
          en: element["title_en"]?.string ?? "",
          department: try coded(element["department"], "department"),
          post: element["post"]?.string ?? "", postEn: element["post_en"]?.string ?? "",
          isGone: element["gone"]?.bool ?? false))
    }
  }

  private func readStates(_ node: JSONNode, into record: inout BoardRecord) throws(FileFault) {
    var seen: Set<Period> = []
    for element in try elements(node, "states") {
      guard let period = element["period"]?.numeric.flatMap({ Period($0) }), period.unit != .month
      else { throw fault(element, "period", TextFault.notAPeriod.words) }
      guard let state: PeriodState = try coded(element["state"], "state") else {
        throw fault(element, "state", TextFault.unknown(PeriodState.allCases.map(\.code)).words)
      }
      guard seen.insert(period).inserted else {
        throw fault(element, "states", "期间重复", "the period occurs twice")
      }
      record.states.append((period, state))
    }
  }

  private func envelope(
    _ element: JSONNode, scale: Int
  ) throws(FileFault) -> (cell: EnvelopeCell, amount: Int64) {
    guard let quarter = element["period"]?.numeric.flatMap({ Period($0) }), quarter.unit == .quarter
    else { throw fault(element, "period", "不是季度；写成2026Q4", "not a quarter; write 2026Q4") }
    guard let purse = element["purse"]?.string.flatMap({ Purse(code: $0) }) else {
      throw fault(element, "purse", TextFault.unknown(Purse.all.map(\.code)).words)
    }
    do {
      let amount = try TextFault.amount(element["amount"]?.numeric ?? "", scale: scale)
      return (EnvelopeCell(quarter, purse), amount)
    } catch { throw fault(element, "amount", error.words) }
  }

  private func fault(_ node: JSONNode, _ key: String, _ zh: String, _ en: String) -> FileFault {
    fault(node, key, Words(zh, en))
  }

  private func fault(_ node: JSONNode, _ key: String, _ words: Words) -> FileFault {
    let (line, column) = place(node.offset)
    return FileFault(line: line, column: column, heading: key, value: node.string, words)
  }
}
