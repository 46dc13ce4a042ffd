import PlanModel
import TextCanvas

/// Spreading an amount over cells: codes typed behind `!` or into a cell, amounts typed on a sum. What
/// would change is shown first.
enum GridSpread {
  private typealias Apply =
    @Sendable ([SpreadCell<CellAddress>]) throws(Refusal) -> SpreadResult<CellAddress>

  /// An amount typed on a sum.
  /// - Parameter typed: what stood in the cell, put back where it can't be done.
  static func spread(
    total amount: Int64?, reason: String, typed: String, _ state: inout AppState
  ) -> [Effect]? {
    guard let unit = state.sheet.row?.unit else { return nil }
    return begin(&state, reason: reason, typed: typed) { cells throws(Refusal) in
      try Spread.total(amount, over: cells, unit: unit)
    }
  }

  /// A code. Nil: what was typed stays, and a notice says why.
  static func spread(
    code text: String, reason: String, typed: String, _ state: inout AppState
  ) -> [Effect]? {
    guard let unit = state.sheet.row?.unit else { return nil }
    let code: SpreadCode
    do { code = try SpreadCode.parse(text, unit: unit) } catch {
      state.refuse(error.words)
      return nil
    }
    if code.method == .releaseAll {
      let all = Array(state.held)
      return state.hold(all, false)
    }
    return begin(
      &state, code.directions, reference: code.reference, reason: reason, typed: typed
    ) { cells throws(Refusal) in try Spread.apply(code, to: cells, unit: unit) }
  }

  static let noLines = Words(
    "下面还没有费用项；n 新建一项，P 先写待细分的总额",
    "No expense line below yet; n makes one, P one without detail")

  /// Spreads over what is in memory, or reads first. Nil: nothing could be done.
  private static func begin(
    _ state: inout AppState, _ directions: SpreadDirections = [],
    reference: SpreadReference? = nil, reason: String, typed: String, _ apply: @escaping Apply
  ) -> [Effect]? {
    let found = GridReach.here(state, directions)
    if let found, found.cells.isEmpty {
      state.refuse(nowhere(state))
      return nil
    }
    if let found, reference == nil {
      do throws(Refusal) {
        return show(&state, found, try apply(found.cells), reason: reason)
      } catch {
        state.refuse(error.words)
        return nil
      }
    }
    return [
      .read { state, reader in
        do {
          var found = try found ?? GridReach.read(state, reader, directions)
          if let reference { try GridReach.refer(&found, to: reference, reader) }
          guard !found.cells.isEmpty else { throw Refusal(.input, noLines) }
          return show(&state, found, try apply(found.cells), reason: reason)
        } catch let refusal as Refusal {
          // What was typed is still there.
          if let cell = state.sheet.cell, !typed.isEmpty {
            GridEditing.begin(&state, cell, text: typed)
          }
          throw refusal
        }
      }
    ]
  }

  /// Why nothing can be spread from here.
  private static func nowhere(_ state: AppState) -> Words {
    Words("这一列由各格算出；换到预算或预计列", "This column follows from others; go to plan or forecast")
  }

  /// Holds at once; everything else is looked at before it is written.
  private static func show(
    _ state: inout AppState, _ found: GridReach.Found, _ result: SpreadResult<CellAddress>,
    reason: String
  ) -> [Effect] {
    if !result.holds.isEmpty {
      return state.hold(result.holds, !state.held.isSuperset(of: result.holds))
    }
    guard !result.changes.isEmpty else {
      state.say(.note, Words("没有变化", "Nothing would change"))
      return []
    }
    guard let unit = state.sheet.row?.unit else { return [] }
    let format = Amounts.format(unit, state)
    let count = result.changes.count
    state.overlays.append(
      ChangePreview(
        title: Words("分摊：改 \(count) 格", "Spread: \(Plural.count(count, "cell")) to change"),
        count: count,
        line: { index, state in
          let change = result.changes[index]
          return ChangePreview.Line(
            name: found.name(change.id, state), was: change.was.map { format.full($0) } ?? "·",
            now: change.now.map { format.full($0) } ?? "·")
        },
        sums: found.cells.allSatisfy { $0.addsUp == .sum }
          ? (format.full(result.before), format.full(result.after)) : nil,
        edit: result.edit(read: found.cells, reason: reason),
        purpose: Purpose(
          notice: Words(
            "已分摊 \(count) 格   u 撤销", "\(Plural.count(count, "cell")) spread   u undo"))))
    return []
  }

  /// `f y`: last year's actuals, changed by so many percent.
  static func lastYear() -> InputLine {
    InputLine(
      prompt: Words("按去年实际，增减 % ›", "Last year's actual, percent more ›"), text: "0",
      selected: true,
      hint: { _, _ in
        Words("Enter 先看结果  Esc 不改", "Enter shows what changes   Esc")
      },
      accept: { text, state, _ in
        let percent = text.hasSuffix("%") ? String(text.dropLast()) : text
        let code = "!R%\(percent.isEmpty ? "0" : percent):last_year"
        return spread(code: code, reason: "", typed: "", &state) ?? []
      })
  }

  /// `媒体投放 · 11月 · 预算`.
  static func name(_ data: GridData, _ row: Int, _ column: Int) -> String {
    guard data.rows.indices.contains(row), data.columns.indices.contains(column) else { return "" }
    return [data.rows[row].name, data.columns[column].group, data.columns[column].name]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// `S`: the codes for those who don't know them; each begins typing in the cell.
  static func panel(_ state: AppState) -> Choice {
    let methods: [(Character, String, Words)] = [
      ("p", "!P", Words("按比例    P100 合计，P+20 增加", "in proportion   P100 the total, P+20 more")),
      ("s", "!S", Words("平均      S100", "in equal parts   S100")),
      ("r", "!R", Words("相同值    R20", "the same in each   R20")),
      ("%", "!P%", Words("增减比例  P%+10", "by a percentage   P%+10")),
      ("l", "!SL", Words("直线      SL10:20", "in a straight line   SL10:20")),
      ("g", "!GR", Words("增长      GR10:5", "growing   GR10:5")),
      ("=", "!RP:last_year", Words("按去年的比例", "as last year was")),
      (
        "y", "!R%5:last_year",
        Words("去年实际加减  R%5:last_year", "last year's and more   R%5:last_year")
      ),
      ("c", "!C", Words("清空", "clear")),
    ]
    return Choice(
      title: Words("分摊", "Spread"),
      options: methods.map { key, text, words in
        Choice.Option(key: Key(.character(key)), words: words) { state, _ in
          if let cell = state.sheet.cell { GridEditing.begin(&state, cell, text: text) }
          return []
        }
      })
  }
}

extension AppState {
  /// Holds or releases cells, here and on the board.
  mutating func hold(_ cells: [CellAddress], _ isHeld: Bool) -> [Effect] {
    let changed = cells.filter { held.contains($0) != isHeld }
    guard !changed.isEmpty else { return [] }
    if isHeld { held.formUnion(changed) } else { held.subtract(changed) }
    return [.hold(changed, isHeld)]
  }
}
