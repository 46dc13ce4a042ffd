import PlanModel
import TextCanvas

/// `X`: takes money away. What the percentage is of, every activity's free money by priority, what is
/// found so far and missing, what loses its money; then one step.
struct CutDialogue: Overlay {
  let period: Period
  private var size = LineEditor("10%", selected: true)
  private var basis = CutBasis.plan
  private var lead: Department?
  private var takesKeep = false
  private var top = 0
  private var looked: Looked?
  private var reach: CutReach?
  private var asked: Asked?
  private var plan: CutPlan?
  private var fault: Words?

  /// What was read, and for what.
  private struct Looked: Equatable {
    var lead: Department?
    var revision: Int
    var held: Set<CellAddress>
  }

  /// What was computed, and for what.
  private struct Asked: Equatable {
    var size: String
    var basis: CutBasis
    var takesKeep: Bool
    var looked: Looked?
  }

  init(_ period: Period) { self.period = period }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    switch event {
    case .key(Key(.escape)): return .close
    case .key(Key(.enter)):
      guard let plan, fault == nil, !plan.changes.isEmpty else { return .stay }
      return OverlayStep(stays: false, pushes: reason(plan))
    case .key(let key):
      switch key.normalised {
      case Key(.down): top += 1
      case Key(.up): top -= 1
      case Key(.pageDown), Key(.character("f"), .control): top += 10
      case Key(.pageUp), Key(.character("b"), .control): top -= 10
      case Key(.character("b")): basis = Self.next(basis)
      case Key(.character("d")):
        lead = lead == nil ? .marketing : lead == .marketing ? .sales : nil
      case Key(.character("a")): takesKeep.toggle()
      default: _ = size.handle(key)
      }
    case .paste(let text): size.insert(text)
    default: break
    }
    top = min(max(0, top), max(0, (plan?.rows.count ?? 0) - 1))
    return .stay
  }

  private static func next(_ basis: CutBasis) -> CutBasis {
    switch basis {
    case .plan: .outlook
    case .outlook: .envelope
    case .envelope: .plan
    }
  }

  private func reason(_ plan: CutPlan) -> InputLine {
    InputLine(
      prompt: Words("追减原因（可不写）›", "Why this cut (may be empty) ›"),
      accept: { text, state, _ in
        let amount = Amounts.format(state.board.money, state).inText(plan.found)
        let count = plan.rows.count { $0.cut > 0 }
        return [
          .save(
            Acts.cut(plan, reason: text),
            Purpose(
              notice: Words(
                "已追减 \(amount)，\(count) 项活动   u 撤销",
                "\(amount) cut from \(Plural.count(count, "activity", "activities"))   u undo"),
              typed: text))
        ]
      })
  }

  mutating func refresh(_ state: AppState, _ reader: any BoardReading) throws {
    let wanted = Looked(lead: lead, revision: state.revision, held: state.held)
    if looked != wanted {
      looked = wanted
      reach = CutReach(period, lead: lead, board: state.board, held: state.held)
      (plan, asked, fault) = (nil, nil, nil)
    }
    if reach?.isWhole == false { try reach?.goOn(reader) }
    guard reach?.isWhole == true else { return }
    let question = Asked(size: size.text, basis: basis, takesKeep: takesKeep, looked: looked)
    guard asked != question, let reach else { return }
    asked = question
    (plan, fault) = (nil, nil)
    let unit = state.board.money
    do {
      plan = try Cut.plan(
        try CutSize(size.text, unit: unit), of: basis, activities: reach.activities,
        envelope: reach.envelope, includesKeep: takesKeep)
    } catch let refusal as Refusal {
      fault = refusal.words
    } catch let amount as AmountFault {
      fault = amount.words(for: unit)
    }
  }

  /// A very large plan is read in slices: one sees how far it is, and Esc ends it.
  var isReading: Bool { reach?.isWhole == false }

  // MARK: Drawing

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let format = Amounts.format(state.board.money, state)
    let box = Box.centred(
      rows: min((plan?.rows.count ?? 4) + 8, state.rows - 2), columns: min(98, state.columns - 2),
      canvas)
    box.draw(
      into: &canvas, title: Words("追减 \(period)", "Cut \(period)")(language),
      footer: Words(
        "Enter 追减  b 按什么  d 部门  a 也动A级  ↑↓  Esc",
        "Enter cuts  b of what  d department  a priority A too  ↑↓  Esc")(language))
    let (x, y) = (box.column + 3, box.row + 1)
    var at = canvas.put(Words("多少 ", "how much ")(language), row: y, column: x, role: .popDim)
    size.draw(into: &canvas, row: y, column: at, width: 12, role: .fieldOn, focused: true)
    at += 13
    if let plan {
      let of = Words(
        "\(plan.basis.words.zh) \(format.inText(plan.shown))，要减 \(format.inText(plan.wanted))",
        "of \(plan.basis.words.en) \(format.inText(plan.shown)): \(format.inText(plan.wanted))")
      at = canvas.put(
        TextFit.cut(of(language), columns: max(0, box.inner - 30)), row: y, column: at, role: .pop)
    } else {
      at = canvas.put("\(basis.words(language))", row: y, column: at, role: .pop)
    }
    let whose = lead?.words(language) ?? Words("两个部门", "both departments")(language)
    let width = TextFit.width(whose)
    if at + width + 2 < box.column + box.columns - 2 {
      canvas.put(whose, row: y, column: box.column + box.columns - 3 - width, role: .popDim)
    }
    if let fault {
      canvas.put(
        TextFit.cut("✗ \(fault(language))", columns: box.inner), row: y + 2, column: x,
        role: .popBad)
      return
    }
    if let reach, !reach.isWhole {
      let text = Words(
        "正在读取… 已看 \(reach.looked) 项活动   Esc 停止",
        "reading… \(Plural.count(reach.looked, "activity", "activities")) so far   Esc stops")
      canvas.put(
        TextFit.cut(text(language), columns: box.inner), row: y + 2, column: x, role: .pop)
    }
    guard let plan else { return }
    table(plan, box, state, &canvas)
    outcome(plan, row: box.row + box.rows - 2, box, state, &canvas)
  }

  private func table(_ plan: CutPlan, _ box: Box, _ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let format = Amounts.format(state.board.money, state)
    let numbers = box.columns < 70 ? 8 : 11
    let heads = [
      Words("预算", "plan"), Words("可动", "free"), Words("追减", "cut"), Words("累计", "so far"),
    ]
    let first = box.column + box.columns - 3 - numbers * heads.count
    let (x, y) = (box.column + 3, box.row + 3)
    for (index, head) in heads.enumerated() {
      canvas.put(
        head(language), row: y, column: first + index * numbers, role: .popDim, width: numbers,
        align: .right)
    }
    let titles = Dictionary(
      (reach?.lines.values.map { ($0.item.id, $0.item.title(language)) } ?? [])
    ) { first, _ in first }
    let height = max(1, box.rows - 7)
    ScrollMarks.draw(
      into: &canvas, rows: (y + 1)..<(y + 1 + height), column: box.column + box.columns - 1,
      above: top > 0, below: top + height < plan.rows.count, role: .popKey)
    for (offset, row) in plan.rows.dropFirst(top).prefix(height).enumerated() {
      let line = y + 1 + offset
      let role: Role = row.cut > 0 ? .pop : .popDim
      let priority = row.activity.priority?.code ?? "·"
      canvas.put("\(row.activity.code)", row: line, column: x, role: .popKey)
      canvas.put(
        row.activity.status == .dropped ? "×" : priority, row: line, column: x + 7, role: role)
      canvas.put(
        TextFit.cut(titles[row.activity.id] ?? "", columns: max(0, first - x - 10)), row: line,
        column: x + 9, role: role)
      let amounts = [row.activity.money.plan, row.free, row.cut, row.foundSoFar]
      for (index, amount) in amounts.enumerated() {
        canvas.put(
          row.isKept && index >= 2
            ? Words("保留", "kept")(language) : format(amount), row: line,
          column: first + index * numbers, role: index == 2 && row.cut > 0 ? .popBad : role,
          width: numbers, align: .right)
      }
    }
  }

  private func outcome(
    _ plan: CutPlan, row: Int, _ box: Box, _ state: AppState, _ canvas: inout Canvas
  ) {
    let format = Amounts.format(state.board.money, state)
    let found = Words(
      "找到 \(format.inText(plan.found))", "found \(format.inText(plan.found))")
    var text = found(state.language)
    if plan.missing > 0 {
      text += Words(
        "，还差 \(format.inText(plan.missing))", ", \(format.inText(plan.missing)) missing")(
          state.language)
      if plan.keptFree > 0 {
        text += Words(
          "（A 级另有 \(format.inText(plan.keptFree))）",
          " (\(format.inText(plan.keptFree)) more in priority A)")(state.language)
      }
    }
    canvas.put(
      TextFit.cut(text, columns: box.inner), row: row, column: box.column + 3,
      role: plan.missing > 0 ? .popBad : .popGood)
  }
}
