import PlanModel
import TextCanvas

/// `E`: what the departments may spend in a quarter, and its reserve.
struct EnvelopeForm: Overlay {
  let quarter: Period
  private var editors: [LineEditor]
  private let seen: [Int64?]
  private var focus = 0
  private var fault: Words?

  init(_ quarter: Period, _ state: AppState) {
    self.quarter = quarter
    seen = Purse.all.map { state.board.envelopes[quarter, $0] }
    let scale = state.board.moneyScale
    editors = seen.map { amount in
      LineEditor(
        amount.map { Amounts.trimmed(DecimalText.format($0, scale: scale)) } ?? "", selected: true)
    }
  }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    fault = nil
    switch event {
    case .key(Key(.escape)): return .close
    case .key(Key(.character("s"), .control)): return save(state)
    case .key(Key(.enter)):
      guard focus < editors.count - 1 else { return save(state) }
      focus += 1
    case .key(Key(.tab)), .key(Key(.down)): focus = (focus + 1) % editors.count
    case .key(Key(.tab, .shift)), .key(Key(.up)):
      focus = (focus + editors.count - 1) % editors.count
    case .key(let key): _ = editors[focus].handle(key)
    case .paste(let text): editors[focus].insert(text)
    default: break
    }
    return .stay
  }

  private mutating func save(_ state: AppState) -> OverlayStep {
    var edits: [Edit] = []
    for (index, purse) in Purse.all.enumerated() {
      do throws(AmountFault) {
        let now = try AmountText.parse(
          editors[index].text, unit: state.board.money, present: seen[index])
        edits.append(Acts.envelope(quarter, purse, was: seen[index], now: now))
      } catch {
        (focus, fault) = (index, error.words(for: state.board.money))
        return .stay
      }
    }
    let edit = Acts.together(.figure, edits)
    guard !edit.changes.isEmpty else { return .close }
    return .close([
      .save(
        edit, Purpose(notice: Words("\(quarter) 额度已定   u 撤销", "\(quarter) budget set   u undo")))
    ])
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let format = Amounts.format(state.board.money, state)
    let box = Box.centred(rows: 9, columns: min(66, state.columns - 2), canvas)
    box.draw(
      into: &canvas, title: Words("\(quarter) 额度", "\(quarter): what may be spent")(language),
      footer: Words(
        "Enter 下一栏  Ctrl-s 保存  Esc 放弃", "Enter next  Ctrl-s save  Esc give up")(language))
    let x = box.column + 3
    for (index, purse) in Purse.all.enumerated() {
      let y = box.row + 2 + index
      canvas.put(purse.words(language), row: y, column: x, role: .pop, width: 11)
      editors[index].draw(
        into: &canvas, row: y, column: x + 11, width: 16, role: index == focus ? .fieldOn : .field,
        focused: index == focus)
      guard case .department(let department) = purse else { continue }
      let planned = state.budget.sums.rows.planned[department] ?? 0
      canvas.put(
        TextFit.cut(
          Words("预算合计 \(format.inText(planned))", "planned \(format.inText(planned))")(language),
          columns: max(0, box.inner - 29)), row: y, column: x + 29, role: .popDim)
    }
    if let fault {
      canvas.put(
        TextFit.cut("✗ \(fault(language))", columns: box.inner), row: box.row + 6, column: x,
        role: .popBad)
    }
  }
}
