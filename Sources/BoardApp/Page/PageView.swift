import PlanModel
import TextCanvas

/// Draws an item's page: facts on the left, figures, thread and changes on the right; one below the
/// other where it is narrow.
enum PageView {
  typealias Line = [DetailFacts.Part]

  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    guard let content = state.page.loaded.rows else { return }
    let item = content.detail.item
    let layout = Layout(state)
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns,
      title: "\(item.code) \(item.title(state.language))", right: item.period?.description ?? "",
      focused: true)
    canvas.put(
      TextFit.cut(item.secondTitle(state.language), columns: state.columns - 4), row: 2, column: 2,
      role: .dim)
    let height = layout.notice - 4
    if let warnings = warnings(content.detail, state) {
      canvas.put(
        TextFit.cut(warnings, columns: state.columns - 4), row: 3, column: 2, role: .bad)
    }
    if layout.isWide {
      let middle = state.columns / 2
      let (left, right) = (
        left(content, state, middle - 4), right(content, state, state.columns - middle - 4)
      )
      put(left, state, &canvas, column: 2, width: middle - 4, height: height)
      put(
        right, state, &canvas, column: middle + 2, width: state.columns - middle - 4, height: height
      )
      for row in 4..<layout.notice { canvas.put("│", row: row, column: middle, role: .rule) }
    } else {
      put(lines(state), state, &canvas, column: 2, width: state.columns - 4, height: height)
    }
    if lines(state).count > state.page.top + height, height > 0 {
      canvas.put("▾", row: 3 + height, column: state.columns - 1, role: .key)
    }
  }

  /// Everything, as it stands in one column.
  static func lines(_ state: AppState) -> [Line] {
    guard let content = state.page.loaded.rows else { return [] }
    let layout = Layout(state)
    let width = layout.isWide ? state.columns / 2 - 4 : state.columns - 4
    let (left, right) = (left(content, state, width), right(content, state, width))
    // In one column the money comes before the facts.
    let figures = figures(content.detail, state, width)
    let rest = Array(right.dropFirst(figures.count))
    return layout.isWide
      ? (left.count > right.count ? left : right)
      : figures + (figures.isEmpty ? [] : [[]]) + left + rest
  }

  /// What is amiss, as it stands under the lists too.
  private static func warnings(_ detail: ItemDetail, _ state: AppState) -> String? {
    let words = Warnings.of(detail, board: state.board, today: state.today)
    guard !words.isEmpty else { return nil }
    return "⚑ " + words.map { $0(state.language) }.joined(separator: " · ")
  }

  private static func put(
    _ lines: [Line], _ state: AppState, _ canvas: inout Canvas, column: Int, width: Int,
    height: Int
  ) {
    for (offset, line) in lines.dropFirst(state.page.top).prefix(max(0, height)).enumerated() {
      var at = column
      for part in line where at < column + width {
        at = canvas.put(
          TextFit.cut(part.text, columns: column + width - at), row: 4 + offset, column: at,
          role: part.role)
      }
    }
  }

  private static func head(_ words: Words, _ state: AppState) -> Line {
    [DetailFacts.Part(words(state.language), .headFocus)]
  }

  private static func left(
    _ content: PageState.Content, _ state: AppState, _ width: Int
  ) -> [Line] {
    let detail = content.detail
    var lines: [Line] = []
    var empty: [String] = []
    for field in Field.of(detail.item.kind) where field != .title && field != .titleEn {
      var text = state.fieldText.display(field, detail[field])
      if text.isEmpty, field != .lead, field != .owner {
        empty.append(field.words(state.language))
        continue
      }
      if field == .lead, detail.item.isJoint {
        text += Words(" · 联合", " · joint")(state.language)
      }
      let role: Role =
        field == .lead ? detail.item.lead.map(LeadSign.role) ?? .unassigned : .text
      let name = TextFit.fit(field.words(state.language), columns: 16, align: .left)
      let wrapped = TextFit.wrap(text.isEmpty ? "·" : text, columns: max(8, width - 17))
      for (index, piece) in wrapped.prefix(12).enumerated() {
        lines.append([
          DetailFacts.Part(index == 0 ? name : String(repeating: " ", count: 16), .dim),
          DetailFacts.Part(piece, text.isEmpty ? .faint : role),
        ])
      }
    }
    if !empty.isEmpty {
      let joint = Words("、", ", ")(state.language)
      let name = TextFit.fit(
        Words("未填 \(empty.count) 项", "Empty: \(empty.count)")(state.language), columns: 16,
        align: .left)
      let names = empty.joined(separator: joint)
      for (index, piece) in TextFit.wrap(names, columns: max(8, width - 17)).enumerated() {
        lines.append([
          DetailFacts.Part(index == 0 ? name : String(repeating: " ", count: 16), .dim),
          DetailFacts.Part(piece, .faint),
        ])
      }
    }
    lines.append([])
    lines += links(content, state)
    return lines
  }

  private static func links(_ content: PageState.Content, _ state: AppState) -> [Line] {
    let detail = content.detail
    let language = state.language
    var lines: [Line] = []
    if detail.item.kind.parent != nil {
      lines.append(head(Words("支撑", "Serves"), state))
      for parent in detail.parents {
        let main = parent.id == detail.item.main && detail.parents.count > 1 ? " ★" : ""
        var line = [DetailFacts.Part("  \(parent.code) \(parent.title(language))\(main)")]
        let above = (content.above[parent.id] ?? []).map { "\($0.code) \($0.title(language))" }
        if !above.isEmpty {
          line.append(
            DetailFacts.Part("  ←  \(above.joined(separator: Words("、", ", ")(language)))", .dim))
        }
        lines.append(line)
      }
      if detail.parents.isEmpty { lines.append([DetailFacts.Part("  –", .warn)]) }
    }
    if detail.item.kind.child != nil {
      lines.append(head(Words("带动 \(detail.childCount)", "Carries \(detail.childCount)"), state))
      for child in detail.children {
        let money = child.kind == .activity ? "   \(Amounts.money(child.money.plan, state))" : ""
        lines.append([
          DetailFacts.Part("  \(child.code) \(child.title(language))"),
          DetailFacts.Part(money, .dim),
        ])
      }
    }
    return lines
  }

  private static func right(
    _ content: PageState.Content, _ state: AppState, _ width: Int
  ) -> [Line] {
    let detail = content.detail
    let language = state.language
    var lines = figures(detail, state, width)
    lines.append([])
    lines.append(
      head(Words("留言 \(detail.comments.count)", "Comments \(detail.comments.count)"), state))
    for comment in detail.comments.suffix(20) {
      let who = state.board.people[comment.who]?.display(language) ?? "?"
      let start = "  \(ClockText.short(comment.at)) \(who): "
      let pieces = TextFit.wrap(comment.body, columns: max(8, width - TextFit.width(start)))
      for (index, piece) in pieces.prefix(8).enumerated() {
        lines.append([
          DetailFacts.Part(
            index == 0 ? start : String(repeating: " ", count: TextFit.width(start)), .other),
          DetailFacts.Part(piece),
        ])
      }
    }
    if detail.comments.isEmpty {
      lines.append([DetailFacts.Part(Words("  c 留言", "  c comments")(language), .hint)])
    }
    if !content.decisions.isEmpty {
      lines.append([])
      lines.append(head(Words("决议", "Decisions"), state))
      for decision in content.decisions {
        lines.append([DetailFacts.Part("  ")] + ReviewView.decision(decision, state))
      }
    }
    lines.append([])
    lines.append(head(Words("变更记录", "Changes"), state))
    let telling = ActTelling(state.board, language, today: state.today)
    for act in HistoryAct.grouped(content.history) {
      let who = state.board.people[act.who]?.display(language) ?? "?"
      let start = "  \(ClockText.short(act.at)) "
      let text = telling.subjects(act).map(\.text).joined(
        separator: language == .chinese ? "；" : "; ")
      let indent = TextFit.width(start)
      let pieces = TextFit.wrap("\(who) \(text)", columns: max(8, width - indent))
      for (index, piece) in pieces.prefix(4).enumerated() {
        lines.append([
          DetailFacts.Part(index == 0 ? start : String(repeating: " ", count: indent), .dim),
          DetailFacts.Part(index == 0 ? who : "", .other),
          DetailFacts.Part(index == 0 ? String(piece.dropFirst(who.count)) : piece),
        ])
      }
    }
    return lines
  }

  /// The figures in one table, line by line for an activity.
  private static func figures(
    _ detail: ItemDetail, _ state: AppState, _ width: Int
  ) -> [Line] {
    let table = DetailTable.of(detail, state)
    guard !table.heads.isEmpty else { return [] }
    let places = table.places(room: width - 10)
    var lines: [Line] = [
      [DetailFacts.Part(TextFit.fit(table.title, columns: 10, align: .left), .headFocus)]
        + places.map { index, cell in
          DetailFacts.Part(
            TextFit.fit(table.heads[index], columns: cell.count, align: .right), .dim)
        }
    ]
    for row in table.rows {
      lines.append(
        [DetailFacts.Part(TextFit.fit(row.name(state.language), columns: 10, align: .left), .dim)]
          + places.map { index, cell in
            let value = row.cells[index]
            return DetailFacts.Part(
              TextFit.fit(value.text, columns: cell.count, align: .right), value.role)
          })
    }
    guard detail.item.kind == .activity, !detail.lines.isEmpty else { return lines }
    lines.append([])
    let all: [(head: Words, of: (Money) -> Int64)] = [
      (Words("预算", "plan"), { $0.plan }), (Words("预计", "fcast"), { $0.outlook }),
      (Words("占用", "cmtd"), { $0.committed }), (Words("实际", "actual"), { $0.actual }),
      (Words("余额", "left"), { $0.left }),
    ]
    // The forecast is what a narrow window can do without.
    let columns = width < 52 ? all.filter { $0.head.zh != "预计" } : all
    let room = max(8, min(26, width - 8 * columns.count))
    let title = "\(Words("费用项", "line")(state.language)) \(Amounts.head(state))"
    lines.append(
      [DetailFacts.Part(TextFit.fit(title, columns: room, align: .left), .dim)]
        + columns.map {
          DetailFacts.Part(TextFit.fit($0.head(state.language), columns: 8, align: .right), .dim)
        })
    for line in detail.lines {
      let money = DetailTable.sum(detail.figures.filter { $0.line == line.id })
      let name = TextFit.fit(
        TextFit.cut(LineName.of(line, state), columns: room - 1), columns: room, align: .left)
      let amounts = columns.map { $0.of(money) }
      lines.append(
        [DetailFacts.Part(name)]
          + amounts.map {
            DetailFacts.Part(
              TextFit.fit(Amounts.money($0, state), columns: 8, align: .right),
              $0 < 0 ? .bad : $0 == 0 ? .faint : .money)
          })
    }
    return lines
  }
}
