import PlanModel

/// Making, naming, moving and removing expense lines.
enum BudgetLines {
  /// Nil: not an action of lines.
  static func reduce(_ state: inout AppState, _ id: ActionID) -> [Effect]? {
    guard let row = state.budget.row else { return nil }
    switch id {
    case .newLine:
      guard let item = row.item else { return [] }
      state.overlays.append(ItemPickers.category { entry in make(entry, in: item, row.path) })
    case .placeholder:
      guard let item = row.item else { return [] }
      return placeholder(in: item, row.path, &state)
    case .renameLine:
      guard let line = row.line else { return [] }
      state.overlays.append(rename(line, state))
    case .lineUp: return move(row, by: -1)
    case .lineDown: return move(row, by: 1)
    case .binLine:
      guard let line = row.line else { return [] }
      let name = LineName.of(line, state)
      return [
        .save(
          Acts.binLine(line),
          Purpose(notice: Words("已删除费用项 \(name)   u 撤销", "line \(name) removed   u undo")))
      ]
    default: return nil
    }
    return []
  }

  /// A line of a category, with the next free name.
  private static func make(
    _ entry: Entry, in item: Item, _ path: BudgetPath
  ) -> @Sendable (inout AppState, Environment) -> [Effect] {
    { state, _ in
      let notice = Words(
        "\(item.code) 新费用项 \(entry.zh)；输入金额", "\(item.code) new line \(entry.en); type the amount")
      return add(to: item, path, &state, notice) { lines, position, scale in
        Acts.newLine(
          in: item.id, code: Line.freshCode(category: entry.code, among: lines.map(\.code)),
          category: entry.id, position: position, scale: scale)
      }
    }
  }

  /// A line for money without detail yet.
  private static func placeholder(
    in item: Item, _ path: BudgetPath, _ state: inout AppState
  ) -> [Effect] {
    let notice = Words(
      "\(item.code) 待细分的费用项；输入金额", "\(item.code) line without detail; type the amount")
    return add(to: item, path, &state, notice) { lines, position, scale in
      Acts.placeholder(
        in: item.id, among: lines.map(\.code), position: position, scale: scale)
    }
  }

  /// Adds a line behind those that are there; one stands in its first cell afterwards.
  private static func add(
    to item: Item, _ path: BudgetPath, _ state: inout AppState, _ notice: Words,
    _ make: @escaping @Sendable (_ lines: [Line], _ position: Int64, _ scale: Int) -> Edit
  ) -> [Effect] {
    state.budget.folds.set(BudgetPath(path.groups, activity: path.activity), open: true)
    let shown = state.budget.rows.rows.rows.filter { $0.item?.id == item.id }
    state.budget.wanted = .newLine(item.id, besides: Set(shown.compactMap(\.line?.id)))
    let scale = state.board.moneyScale
    return [
      .prepare(
        { reader in
          let lines = try reader.detail(item.id)?.lines ?? []
          return make(lines, (lines.map(\.position).max() ?? 0) + 1, scale)
        }, Purpose(notice: notice))
    ]
  }

  private static func rename(_ line: Line, _ state: AppState) -> InputLine {
    let isEnglish = state.language == .english && line[.titleEn].text != nil
    let field: LineField = isEnglish ? .titleEn : .title
    return InputLine(
      prompt: Words("费用项名称 ›", "Name of the line ›"), text: line[field].text ?? "",
      accept: { text, _, _ in
        let edit = Acts.editLine(line, field, to: text.isEmpty ? .none : .text(text))
        guard !edit.changes.isEmpty else { return [] }
        return [.save(edit, Purpose(notice: Words("已改名   u 撤销", "renamed   u undo"), typed: text))]
      })
  }

  /// Another place among the lines of its activity.
  private static func move(_ row: BudgetRow, by step: Int) -> [Effect] {
    guard let line = row.line else { return [] }
    return [
      .prepare(
        { reader in
          var lines = try reader.detail(line.item)?.lines ?? []
          guard let index = lines.firstIndex(where: { $0.id == line.id }),
            lines.indices.contains(index + step)
          else { return Edit(.line, []) }
          lines.swapAt(index, index + step)
          return Acts.together(
            .line,
            lines.enumerated().map {
              Acts.editLine($0.element, .position, to: .integer(Int64($0.offset + 1)))
            })
        }, Purpose())
    ]
  }
}
