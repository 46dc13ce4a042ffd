import BoardApp
import PlanExchange
import PlanModel
import PlanStore

/// One look at a file: what the screen shows of it, or the edits that import it.
struct FileLook {
  private let request: ImportRequest
  private let step: () throws -> Void

  /// - Parameter step: called at every record and every piece of the file; what it throws ends the look.
  init(_ request: ImportRequest, step: @escaping () throws -> Void) {
    self.request = request
    self.step = step
  }

  static func words(_ error: any Error) -> Words {
    switch error {
    case let failure as Failure: failure.words
    case let fault as MappingFault: fault.words
    case let refusal as Refusal: refusal.words
    case let faults as FileFaults:
      faults.faults.first.map { Words($0.text(.chinese), $0.text(.english)) } ?? Words("", "")
    default: StoreWords.unreadable(error)
    }
  }

  // MARK: Looking

  func look(_ reader: BoardReader) throws -> ImportPreview {
    let source = try FileInput(request.path).source.stopping(by: step)
    var preview = ImportPreview(request)
    do {
      if try JSONImport.isJSON(source) {
        preview.writing = Words("本程序的JSON", "the program's own JSON")
        let summary = try JSONImport.prepare(
          try source.whole(), for: reader, options: options(TableMapping()), step: step
        ).summary
        preview.take(summary)
        if let board = summary.board.words {
          preview.writing = Words(
            "\(preview.writing.zh)；本板：\(board.zh)",
            "\(preview.writing.en); of the board: \(board.en)")
        }
        return preview
      }
      let mapping = try mapping(reader)
      let asksForOwn = request.fields.isEmpty && mapping.maps.isEmpty
      let isOwn = try asksForOwn && TablePreview.isOwn(source, mapping: mapping)
      let table = try TablePreview.make(
        source, for: reader, options: options(mapping), proposes: request.proposes && !isOwn,
        rowLimit: 8, language: request.language, step: step)
      preview.take(table, of: mapping)
      if isOwn {
        preview.refusal = nil
        preview.request.proposes = true
        preview.writing = Words("本程序的表格", "the program's own table")
        preview.take(
          try TableImport.prepare(source, for: reader, options: options(mapping), step: step)
            .summary)
      }
    } catch let faults as FileFaults { preview.take(faults) }
    return preview
  }

  /// Everything that the import does.
  func prepare(_ reader: BoardReader) throws -> FileAnswer {
    let source = try FileInput(request.path).source.stopping(by: step)
    var preview = try look(reader)
    guard preview.refusal == nil, preview.faultCount == 0 else {
      return .ready(preview, meanings: nil, Edit(.importing, []))
    }
    let mapping = try mapping(reader)
    let prepared =
      try JSONImport.isJSON(source)
      ? try JSONImport.prepare(
        try source.whole(), for: reader, options: options(TableMapping()), step: step)
      : try TableImport.prepare(source, for: reader, options: options(mapping), step: step)
    var changes: [Change] = []
    while let more = try prepared.next() { changes += more }
    preview.take(prepared.summary)
    let edit = Edit(
      .importing, changes, reason: request.reason.isEmpty ? request.title : request.reason)
    return .ready(preview, meanings: try keeping(mapping, reader), edit)
  }

  private func keeping(_ mapping: TableMapping, _ reader: BoardReader) throws -> Edit? {
    guard let name = request.keepsAs else { return nil }
    let kept: String? = try reader.mappings()[name]
    guard kept != mapping.text else { return nil }
    return Edit(.settings, [Change(.mapping(name), was: Value(kept), now: .text(mapping.text))])
  }

  // MARK: What the screen has chosen

  private func options(_ mapping: TableMapping) -> ImportOptions {
    var options = ImportOptions(
      existing: request.existing == .replace ? .update : .refuse, kind: mapping.kind,
      mapping: mapping)
    options.amounts = request.existing.map { $0 == .add ? .add : .replace }
    options.hasReason = !request.reason.isEmpty
    return options
  }

  private func mapping(_ reader: BoardReader) throws -> TableMapping {
    var mapping = TableMapping()
    if request.takesMapping, let name = request.mapping, let kept = try reader.mappings()[name] {
      mapping = TableMapping(text: kept)
      if !request.fields.isEmpty { mapping.maps = [] }
    }
    mapping.kind = request.kind ?? mapping.kind
    for (number, field) in request.fields.sorted(by: { $0.key < $1.key }) {
      let words = request.words[number].map { ":\($0)" } ?? ""
      mapping.maps.append(
        TableMapping.Map(field: field, column: (request.columns[number] ?? "#\(number)") + words))
    }
    for (field, value) in request.constants.sorted(by: { $0.key < $1.key }) {
      mapping.sets = mapping.sets.filter { $0.field != field } + [(field: field, value: value)]
    }
    if !request.empty.isEmpty { mapping.empty = request.empty }
    mapping.encoding = request.encoding ?? mapping.encoding
    mapping.hasHeading = request.hasHeading && mapping.hasHeading
    mapping.skippedLines = max(request.skippedLines, mapping.skippedLines)
    mapping.dateOrder = request.dateOrder.flatMap { DateOrder(rawValue: $0) } ?? mapping.dateOrder
    return mapping
  }
}

extension ImportPreview {
  fileprivate mutating func take(_ summary: ImportSummary) {
    (created, updated, skipped) = (summary.created, summary.updated, summary.skipped)
  }

  fileprivate mutating func take(_ found: FileFaults) {
    faults = found.faults.map {
      Fault(
        line: $0.line, column: $0.column,
        words: ImportKeys.inWords(Words($0.text(.chinese), $0.text(.english))))
    }
    faultCount = found.count
  }

  fileprivate mutating func take(_ table: TablePreview, of mapping: TableMapping) {
    let separator =
      switch table.delimiter {
      case ";"?: Words("分号", "semicolon")
      case "\t"?: Words("制表符", "tab")
      case nil: Words("单列", "one column")
      default: Words("逗号", "comma")
      }
    writing = Words("\(table.encoding)，\(separator.zh)", "\(table.encoding), \(separator.en)")
    columns = table.columns.map {
      Column(
        number: $0.number, heading: $0.heading, samples: $0.samples,
        isOpenAmount: $0.isOpenAmount, month: $0.month)
    }
    if !table.titles.isEmpty {
      let count = table.mapping.skippedLines
      writing = Words(
        "\(writing.zh)，标题之上\(count)行不读",
        "\(writing.en), \(count) line\(count == 1 ? "" : "s") above the headings left out")
    }
    request.fields = [:]
    request.words = [:]
    request.takesMapping = false
    for column in table.columns {
      request.fields[column.number] = column.field
      // Kept by its heading, so that next month's file may have its columns elsewhere.
      let isOnly = table.columns.count { $0.heading == column.heading } == 1
      request.columns[column.number] =
        isOnly && !column.heading.isEmpty ? column.heading : "#\(column.number)"
      if let words = column.words { request.words[column.number] = String(words.dropFirst()) }
    }
    request.kind = table.mapping.kind
    for (field, value) in table.mapping.sets { request.constants[field] = value }
    request.empty = table.mapping.empty
    request.dateOrder = table.mapping.dateOrder?.rawValue
    request.encoding = table.mapping.encoding
    request.hasHeading = table.mapping.hasHeading
    request.skippedLines = table.mapping.skippedLines
    request.proposes = false
    fields = table.fields
    rows = table.rows
    refusal = table.refusal.map(ImportKeys.inWords)
    take(table.faults)
    take(table.summary)
  }
}
