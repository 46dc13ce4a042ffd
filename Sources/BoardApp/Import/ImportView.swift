import PlanModel
import TextCanvas

/// Where the parts of the import screen lie: columns, first rows, faults.
struct ImportLayout {
  let columns: Range<Int>
  let rows: Range<Int>
  let faults: Range<Int>

  init(_ state: AppState) {
    let preview = state.importing.preview
    let bottom = Layout(state).notice
    let room = max(3, bottom - 4)
    let wanted = preview?.columns.count ?? 0
    let faultRows =
      preview.map { $0.faults.isEmpty ? 0 : min($0.faults.count, max(2, room / 4)) } ?? 0
    let rowRows = preview.map { $0.rows.isEmpty ? 0 : min($0.rows.count, max(2, room / 5)) } ?? 0
    // A head above each of the lower parts, names above the rows.
    let below = (faultRows > 0 ? faultRows + 1 : 0) + (rowRows > 0 ? rowRows + 2 : 0)
    let height = max(2, min(max(wanted, 1), room - below))
    columns = 4..<(4 + height)
    let rowsTop = columns.upperBound + (rowRows > 0 ? 2 : 0)
    rows = rowsTop..<max(rowsTop, min(rowsTop + rowRows, bottom))
    let faultsTop = rows.upperBound + (faultRows > 0 ? 1 : 0)
    // They take the room that is left.
    let shown = faultRows > 0 ? max(faultRows, preview?.faults.count ?? 0) : 0
    faults = faultsTop..<max(faultsTop, min(bottom, faultsTop + shown))
  }
}

/// Draws the file: columns left, what they become right, the first rows and the faults below.
enum ImportView {
  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let importing = state.importing
    let title = importing.request.map(\.title) ?? ""
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns,
      title: Words("导入 \(title)", "Import \(title)")(language),
      right: right(importing, language), focused: !importing.isInFaults)
    guard let preview = importing.preview else {
      let words =
        importing.isLooking
        ? Words("正在看这个文件…  q 放弃", "Looking at the file…  q gives up")
        : Words("g i 选择要导入的文件", "g i chooses a file to import")
      canvas.put(words(language), row: 3, column: 2, role: .dim)
      return
    }
    status(preview, state, &canvas)
    names(state, &canvas)
    columns(preview, state, &canvas)
    rows(preview, state, &canvas)
    faults(preview, state, &canvas)
  }

  private static func right(_ importing: ImportState, _ language: Language) -> String {
    guard let preview = importing.preview else { return "" }
    let count = preview.columns.count
    let columns =
      count == 0 ? Words("", "") : Words("，\(count) 列", ", \(Plural.count(count, "column"))")
    return preview.writing(language) + columns(language)
  }

  /// What will come of it, and the choices that aren't about one column.
  private static func status(
    _ preview: ImportPreview, _ state: AppState, _ canvas: inout Canvas
  ) {
    let language = state.language
    let request = state.importing.request ?? preview.request
    let heading: (Words, Role) =
      if state.importing.isLooking || state.importing.isPreparing {
        (Words("正在看…", "looking…"), .note)
      } else if let refusal = preview.refusal {
        (refusal, .bad)
      } else if preview.faultCount > 0 {
        (
          Words(
            "有 \(preview.faultCount) 处读不了",
            "\(Plural.count(preview.faultCount, "place")) can't be read"), .bad
        )
      } else {
        (
          Words(
            "将新建 \(preview.created) 项，更新 \(preview.updated) 项，跳过 \(preview.skipped) 项",
            "\(preview.created) to create, \(preview.updated) to update, \(preview.skipped) to skip"
          ),
          .good
        )
      }
    var facts: [String] = []
    if let kind = request.kind { facts.append(kind.plural(language)) }
    facts += request.constants.sorted { $0.key < $1.key }.map { field, value in
      field == "year"
        ? Words("没写年份的按\(value)年", "no year means \(value)")(language) : "\(field)=\(value)"
    }
    if let encoding = request.encoding { facts.append(encoding) }
    if !request.hasHeading { facts.append(Words("没有标题行", "no headings")(language)) }
    if request.skippedLines > 0 {
      let count = request.skippedLines
      facts.append(Words("略过\(count)行", "\(count) above left out")(language))
    }
    if let order = request.dateOrder { facts.append(order) }
    if !request.empty.isEmpty {
      facts.append(Words("空：", "nothing: ")(language) + request.empty.joined(separator: " "))
    }
    switch request.existing {
    case .replace?: facts.append(Words("改写已有", "replaces")(language))
    case .add?: facts.append(Words("加到已有", "adds")(language))
    case nil: break
    }
    if !request.reason.isEmpty {
      facts.append(Words("原因：\(request.reason)", "why: \(request.reason)")(language))
    }
    if let name = request.keepsAs { facts.append(Words("存为 \(name)", "kept as \(name)")(language)) }
    let at = canvas.put(
      TextFit.cut(heading.0(language), columns: state.columns - 3), row: 2, column: 2,
      role: heading.1)
    let right = facts.joined(separator: "   ")
    let room = state.columns - at - 5
    guard !right.isEmpty, room > 8 else { return }
    canvas.put(TextFit.cut(right, columns: room), row: 2, column: at + 3, role: .dim)
  }

  private struct Stops {
    let heading = 6
    let field: Int
    let samples: Int

    init(_ columns: Int) {
      field = 6 + max(12, (columns - 6) / 4)
      samples = field + max(16, (columns - 6) / 3)
    }
  }

  private static func names(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let stops = Stops(state.columns)
    canvas.put(Words("列标题", "Column")(language), row: 3, column: stops.heading, role: .column)
    canvas.put(Words("读作", "Becomes")(language), row: 3, column: stops.field, role: .column)
    canvas.put(Words("内容", "Values")(language), row: 3, column: stops.samples, role: .column)
  }

  private static func columns(
    _ preview: ImportPreview, _ state: AppState, _ canvas: inout Canvas
  ) {
    let layout = ImportLayout(state)
    let list = state.importing.columns
    let stops = Stops(state.columns)
    let bad = Set(preview.faults.map(\.column))
    for (row, column) in zip(layout.columns, preview.columns.dropFirst(list.top)) {
      let isHere =
        preview.columns.indices.contains(list.index)
        && preview.columns[list.index].number == column.number
      canvas.put(
        isHere && !state.importing.isInFaults ? "▸" : " ", row: row, column: 0, role: .key)
      canvas.put("\(column.number)", row: row, column: 2, role: .dim, width: 3)
      canvas.put(
        TextFit.cut(Drawable.text(column.heading), columns: stops.field - stops.heading - 1),
        row: row, column: stops.heading, role: isHere ? .strong : .text)
      let (text, role) = meaning(column, state, isBad: bad.contains(column.number))
      canvas.put(
        TextFit.cut(text, columns: stops.samples - stops.field - 1), row: row, column: stops.field,
        role: role)
      let samples = column.samples.filter { !$0.isEmpty }.prefix(4).map { Drawable.text($0) }
      canvas.put(
        TextFit.cut(samples.joined(separator: " | "), columns: state.columns - stops.samples - 1),
        row: row, column: stops.samples, role: .dim)
    }
  }

  private static func meaning(
    _ column: ImportPreview.Column, _ state: AppState, isBad: Bool
  ) -> (String, Role) {
    let language = state.language
    if let field = state.importing.request?.fields[column.number] {
      let words = ImportMeanings.words(of: field, state)
      return isBad ? ("✗ \(words)", .bad) : (words, .good)
    }
    if column.isOpenAmount {
      return (Words("？ 哪个费用类别", "? which expense category")(language), .warn)
    }
    return ("·", .faint)
  }

  private static func rows(_ preview: ImportPreview, _ state: AppState, _ canvas: inout Canvas) {
    let layout = ImportLayout(state)
    guard !layout.rows.isEmpty, !preview.fields.isEmpty else { return }
    let language = state.language
    Chrome.head(
      &canvas, row: layout.rows.lowerBound - 2, column: 0, width: state.columns,
      title: Words("前几行将读作", "The first rows as they will be read")(language), right: "",
      focused: false)
    let heads = preview.fields.map { ImportMeanings.words(of: $0, state) }
    let widths = widths(heads, preview.rows, state.columns - 4)
    var at = 2
    for (head, width) in zip(heads, widths) where width > 0 {
      canvas.put(
        TextFit.cut(head, columns: width), row: layout.rows.lowerBound - 1, column: at,
        role: .column)
      at += width + 2
    }
    for (row, cells) in zip(layout.rows, preview.rows) {
      at = 2
      for (cell, width) in zip(cells, widths) where width > 0 {
        canvas.put(
          TextFit.cut(Drawable.text(cell), columns: width), row: row, column: at,
          role: cell.hasPrefix("✗") ? .bad : .text)
        at += width + 2
      }
    }
  }

  /// Widths of the columns that fit from the left; 0 for those that don't.
  private static func widths(_ heads: [String], _ rows: [[String]], _ room: Int) -> [Int] {
    var left = room
    return heads.indices.map { index in
      let widest = rows.map { $0.indices.contains(index) ? TextFit.width($0[index]) : 0 }.max() ?? 0
      let width = min(22, max(widest, TextFit.width(heads[index])))
      guard left >= width else {
        left = 0
        return 0
      }
      left -= width + 2
      return width
    }
  }

  private static func faults(_ preview: ImportPreview, _ state: AppState, _ canvas: inout Canvas) {
    let layout = ImportLayout(state)
    guard !layout.faults.isEmpty, !preview.faults.isEmpty else { return }
    let language = state.language
    Chrome.head(
      &canvas, row: layout.faults.lowerBound - 1, column: 0, width: state.columns,
      title: Words("读不了的地方", "What can't be read")(language),
      right: "\(state.importing.faults.index + 1) / \(preview.faultCount)",
      focused: state.importing.isInFaults)
    let list = state.importing.faults
    for (row, (offset, fault)) in zip(
      layout.faults, preview.faults.enumerated().dropFirst(list.top))
    {
      let isHere = state.importing.isInFaults && offset == list.index
      canvas.put(isHere ? "▸" : " ", row: row, column: 0, role: .key)
      canvas.put(
        TextFit.cut(Drawable.text(fault.words(language)), columns: state.columns - 3), row: row,
        column: 2, role: isHere ? .strong : .text)
    }
  }
}
