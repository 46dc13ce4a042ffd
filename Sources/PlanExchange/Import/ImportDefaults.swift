import PlanModel

extension RecordImport {
  /// What a new item begins with where the file doesn't say it.
  func withDefaults(_ given: ItemRecord) -> ItemRecord {
    var record = given
    func byDefault(_ field: Field, _ value: Value) {
      if record.fields[field] == nil, !value.isNone { record.fields[field] = value }
    }
    switch record.kind {
    case .activity:
      byDefault(.status, .integer(Status.draft.rawValue))
      if let start = record.fields[.start]?.integer.flatMap({ Day(rawValue: $0) }) {
        byDefault(.period, .integer(names.board.calendar.quarter(of: start).rawValue))
      }
    case .target:
      byDefault(.period, .integer(Period(year: names.board.firstYear).rawValue))
      if let id = record.fields[.measure]?.integer, let measure = names.board.entries[id] {
        let unit = measure.unit.flatMap { names.entry(.unit, $0) }
        byDefault(.unit, Value(unit?.id))
        byDefault(.addsUp, Value(measure.addsUp?.rawValue))
        byDefault(.better, Value(measure.better?.rawValue))
        byDefault(.rhythm, Value(measure.rhythm?.rawValue))
      }
    case .trend, .decision: break
    }
    if record.kind.hasMainLine, case .nothing = record.lines {
      record.lines = .value([mainLine(record)])
    }
    return record
  }

  /// The line that a new trend or target has at least.
  private func mainLine(_ record: ItemRecord) -> LineRecord {
    let unit = names.code(ofEntry: record.fields[.unit]?.integer)
    return LineRecord(
      code: "",
      fields: [
        .unit: Value(unit), .scale: .integer(Int64(names.board.scale(ofUnit: unit))),
        .addsUp: record.fields[.addsUp] ?? .none, .better: record.fields[.better] ?? .none,
      ])
  }
}

/// Finds items again that a file names without a code: by kind, title and equal content, each once.
final class UncodedItems {
  private let reading: any BoardReading
  private var byTitle: [ItemKind: [String: [ItemID]]]?

  init(_ reading: any BoardReading) { self.reading = reading }

  /// Takes the first item that is equal to the record and wasn't taken before.
  func take(_ record: ItemRecord, equal: (ItemDetail) throws -> Bool) throws -> Bool {
    if byTitle == nil {
      var found: [ItemKind: [String: [ItemID]]] = [:]
      try reading.forEachItem(ItemKind.allCases) { plan in
        let item = plan.detail.item
        found[item.kind, default: [:]][item[.title].text ?? "", default: []].append(item.id)
      }
      byTitle = found
    }
    let title = record.fields[.title]?.text ?? ""
    let candidates = byTitle?[record.kind]?[title] ?? []
    for (index, id) in candidates.enumerated() {
      guard let detail = try reading.detail(id), try equal(detail) else { continue }
      byTitle?[record.kind]?[title]?.remove(at: index)
      return true
    }
    return false
  }
}
