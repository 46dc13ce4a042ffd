import PlanModel

/// Writes one item: a key to a line, and a line for each expense line, figure and comment.
struct JSONItemWriter {
  let names: FileNames
  let codes: CodeBook
  /// Notes on cells, of this item's lines and maybe others'.
  let notes: [CellAddress: String]

  func write(_ plan: PlanItem, indent: String, to out: inout JSONWriter) throws {
    let inner = indent + "  "
    out.raw("{\n")
    for key in ItemKey.of(plan.detail.item.kind) {
      out.raw("\(inner)\"\(key.name)\": ")
      out.value(try value(key, plan))
      out.raw(",\n")
    }
    out.raw("\(inner)\"lines\": ")
    out.rows(try plan.detail.lines.map(line), indent: inner)
    out.raw(",\n\(inner)\"figures\": ")
    out.rows(figures(plan.detail), indent: inner)
    let notes = notes(plan.detail)
    if !notes.isEmpty {
      out.raw(",\n\(inner)\"cell_notes\": ")
      out.rows(notes, indent: inner)
    }
    out.raw(",\n\(inner)\"comments\": ")
    out.rows(plan.detail.comments.map(comment), indent: inner)
    out.raw(",\n\(inner)\"accepted\": ")
    let accepted = plan.detail.accepted.sorted { $0.key.code < $1.key.code }
    out.rows(
      accepted.map { [("rule", .string($0.key.code)), ("reason", .string($0.value))] },
      indent: inner)
    out.raw("\n\(indent)}")
  }

  private func value(_ key: ItemKey, _ plan: PlanItem) throws -> JSONValue {
    let item = plan.detail.item
    switch key {
    case .code: return .string(item.code.description)
    case .kind: return .string(item.kind.code)
    case .serves: return JSONValue(strings: plan.serves.map(\.code.description))
    case .main:
      return JSONValue(text: plan.serves.first { $0.isMain }?.code.description) ?? .null
    case .position: return item[.position].integer.map { .number(String($0)) } ?? .null
    case .confirmed:
      guard !item[.confirmedBy].isNone || !item[.confirmedOn].isNone else { return .null }
      return JSONValue(pairs: [
        ("by", JSONValue(text: names.name(ofPerson: item[.confirmedBy].integer)) ?? .null),
        ("on", JSONValue(text: names.text(item[.confirmedOn], .day)) ?? .null),
      ])
    case .field(let field):
      let value = plan.detail[field]
      switch field.type {
      case .tags: return JSONValue(strings: item.tags)
      case .yesNo: return .bool(value.integer == 1)
      case .percent: return value.integer.map { .number(String($0)) } ?? .null
      case .item:
        return JSONValue(text: try value.integer.flatMap(codes.code)?.description) ?? .null
      default: return JSONValue(text: names.text(value, field.type)) ?? .null
      }
    }
  }

  private func line(_ line: Line) throws -> [(String, JSONValue?)] {
    func number(_ field: LineField) -> Int64? { line[field].integer }
    func entry(_ field: LineField) -> JSONValue? {
      JSONValue(text: names.code(ofEntry: number(field)))
    }
    return [
      ("code", .string(line.code)), ("category", entry(.category)),
      ("title", JSONValue(text: line[.title].text)),
      ("title_en", JSONValue(text: line[.titleEn].text)), ("ref", JSONValue(text: line[.ref].text)),
      ("unit", JSONValue(text: line[.unit].text)),
      ("scale", .number(String(line.scale))),
      ("adds_up", JSONValue(text: number(.addsUp).flatMap { AddsUp(rawValue: $0) }?.code)),
      ("better", JSONValue(text: number(.better).flatMap { Better(rawValue: $0) }?.code)),
      ("above", JSONValue(text: try ratioEnd(line[.above]))),
      ("below", JSONValue(text: try ratioEnd(line[.below]))),
      ("region", entry(.region)), ("channel", entry(.channel)), ("product", entry(.product)),
    ]
  }

  /// `money.actual`, or the target and the line: `Y1`, `Y1:east`.
  private func ratioEnd(_ value: Value) throws -> String? {
    guard let id = value.integer else { return value.text }
    return try codes.line(id)
  }

  private func figures(_ detail: ItemDetail) -> [[(String, JSONValue?)]] {
    let kind = detail.item.kind
    let columns = (kind == .activity ? [Column.approved] : []) + Column.of(kind)
    var rows: [[(String, JSONValue?)]] = []
    for line in detail.lines {
      let periods = detail.figures.filter { $0.line == line.id }.sorted { $0.period < $1.period }
      for column in columns {
        for figure in periods {
          guard let amount = figure[column] else { continue }
          rows.append([
            ("line", .string(line.code)), ("column", .string(column.name(for: kind))),
            ("period", .string(figure.period.description)),
            ("amount", .string(DecimalText.format(amount, scale: line.scale))),
          ])
        }
      }
    }
    return rows
  }

  private func notes(_ detail: ItemDetail) -> [[(String, JSONValue?)]] {
    guard !notes.isEmpty else { return [] }
    let kind = detail.item.kind
    return detail.lines.flatMap { line in
      notes.filter { $0.key.line == line.id }
        .sorted {
          ($0.key.period, $0.key.column.rawValue) < ($1.key.period, $1.key.column.rawValue)
        }
        .map { cell, text in
          [
            ("line", .string(line.code)), ("column", .string(cell.column.name(for: kind))),
            ("period", .string(cell.period.description)), ("text", .string(text)),
          ]
        }
    }
  }

  private func comment(_ comment: Comment) -> [(String, JSONValue?)] {
    [
      ("who", JSONValue(text: names.name(ofPerson: comment.who))),
      ("at", .string(UTCTime.text(comment.at))), ("body", .string(comment.body)),
    ]
  }
}
