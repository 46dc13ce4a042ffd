import PlanModel
import TextCanvas

/// `M`: moves money from a line or the reserve to another, or back; one act with its reason.
struct MoveDialogue: Overlay {
  private enum Field: Int, CaseIterable { case from, to, amount, reason }

  /// A place that is offered while one types where.
  private struct Place: Equatable, Sendable {
    var text: String
    var name: String
    var free: Int64?
  }

  private var fields: [LineEditor]
  private var focus: Field
  private let month: Period
  private let quarter: Period
  private var places: [Place] = []
  private var index = -1
  private var searched: String?
  /// What the two places are called; empty where they aren't places.
  private var called = ["", ""]
  private var calledFor: [String] = []
  private var asked: [String] = []
  private var move: MoneyMove?
  private var fault: Words?
  /// What changes, in words.
  private var effects: [(name: String, was: Int64?, now: Int64?, approved: Int64?)] = []

  /// - Parameter source: the place one stands on, as it is written.
  init(from source: String, month: Period, quarter: Period) {
    self.month = month
    self.quarter = quarter
    fields = [source, "reserve@\(quarter)", "", ""].map { LineEditor($0, selected: true) }
    focus = source.isEmpty ? .from : .to
  }

  private var isPlace: Bool { focus == .from || focus == .to }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    switch event {
    case .key(Key(.escape)): return .close
    case .key(Key(.character("s"), .control)): return save(state)
    case .key(Key(.enter)):
      if isPlace, places.indices.contains(index) { take() }
      guard focus != .reason else { return save(state) }
      go(1)
    case .key(Key(.tab)):
      if isPlace, places.indices.contains(index) { take() }
      go(1)
    case .key(Key(.tab, .shift)): go(-1)
    case .key(Key(.down)):
      if isPlace, index + 1 < places.count { index += 1 } else if !isPlace { go(1) }
    case .key(Key(.up)):
      if isPlace, index >= 0 { index -= 1 } else { go(-1) }
    case .key(let key):
      _ = fields[focus.rawValue].handle(key)
      index = -1
    case .paste(let text): fields[focus.rawValue].insert(text)
    default: break
    }
    return .stay
  }

  private mutating func go(_ step: Int) {
    focus = Field(rawValue: min(max(focus.rawValue + step, 0), 3)) ?? .from
    (index, searched) = (-1, nil)
  }

  private mutating func take() {
    fields[focus.rawValue].replace(with: places[index].text)
    index = -1
  }

  private mutating func save(_ state: AppState) -> OverlayStep {
    guard let move, fault == nil else {
      if fault == nil { pointAtEmpty(state) }
      return .stay
    }
    let amount = Amounts.format(state.board.money, state).inText(move.amount)
    return .close([
      .save(
        move.edit,
        Purpose(
          notice: Words(
            "已\(move.kind.words.zh) \(amount)   u 撤销", "\(move.kind.words.en): \(amount)   u undo"),
          typed: move.reason))
    ])
  }

  /// Goes to the first field that says nothing yet, and says so.
  private mutating func pointAtEmpty(_ state: AppState) {
    guard let empty = Field.allCases.first(where: { fields[$0.rawValue].text.isEmpty }) else {
      return
    }
    focus = empty
    (index, searched) = (-1, nil)
    asked = question(state)
    fault = Words("这一栏还空着", "This is still empty")
  }

  // MARK: Reading

  /// What the answer depends on.
  private func question(_ state: AppState) -> [String] {
    fields.map(\.text) + ["\(state.revision)", "\(focus)"]
  }

  mutating func refresh(_ state: AppState, _ reader: any BoardReading) throws {
    let text = fields[focus.rawValue].text
    if isPlace, searched != text {
      searched = text
      places = try candidates(text, state, reader)
    }
    let written = [fields[0].text, fields[1].text]
    if calledFor != written {
      calledFor = written
      called = try written.map { try Self.name(of: $0, state, reader) }
    }
    let question = question(state)
    guard asked != question else { return }
    asked = question
    (move, fault, effects) = (nil, nil, [])
    let unit = state.board.money
    do {
      let ends = try (0...1).map { try TransferEnd(fields[$0].text) }
      let places = try ends.map { try $0.place(reader, board: state.board, held: state.held) }
      guard !fields[2].text.isEmpty else { return }
      let amount = try AmountText.parse(fields[2].text, unit: unit) ?? 0
      let made = try Transfer.move(
        amount, from: places[0], to: places[1],
        reason: fields[3].text.isEmpty ? "…" : fields[3].text, envelopes: state.board.envelopes,
        calendar: state.board.calendar, unit: unit)
      effects = describe(made, places, state)
      guard !fields[3].text.isEmpty else {
        if focus == .reason { fault = Words("要写原因", "A reason is needed") }
        return
      }
      move = made
    } catch let refusal as Refusal {
      // While one types where, what is offered says more than that it isn't a place yet.
      let isSearch = isPlace && (try? TransferEnd(text)) == nil
      fault = isSearch ? nil : refusal.words
    } catch let amount as AmountFault {
      fault = amount.words(for: unit)
    }
  }

  private func candidates(
    _ text: String, _ state: AppState, _ reader: any BoardReading
  ) throws -> [Place] {
    var found: [Place] = [
      Place(
        text: "reserve@\(quarter)",
        name: Words("机动 \(quarter)", "Reserve \(quarter)")(state.language),
        free: state.board.envelopes[quarter, .reserve] ?? 0),
      Place(
        text: "outside",
        name: Words("外部：追加或追减", "Outside: granted from above, or given up")(state.language),
        free: nil),
    ]
    let word = text.split(separator: "@").first.map(String.init) ?? ""
    let search = String(word.split(separator: ".").first ?? "")
    guard !search.isEmpty, !found.contains(where: { $0.text == text }) else { return found }
    for item in try reader.find(.activity, text: search, limit: 5) {
      guard let detail = try reader.detail(item.id) else { continue }
      for line in detail.lines {
        let figure = detail.figure(line.id, month) ?? Figure(line: line.id, period: month)
        found.append(
          Place(
            text: "\(item.code).\(line.code)@\(month)",
            name: "\(item.code) \(LineName.of(line, state)) · \(item.title(state.language))",
            free: max(0, Money(figure).left)))
      }
    }
    return Array((found.dropFirst(2) + found.prefix(2)).prefix(8))
  }

  /// `A20 展位与搭建 · 10月`, `机动 2026Q4`: a place as people call it.
  private static func name(
    of text: String, _ state: AppState, _ reader: any BoardReading
  ) throws -> String {
    guard let end = try? TransferEnd(text) else { return "" }
    switch end {
    case .outside: return Words("外部", "Outside")(state.language)
    case .reserve(let quarter): return Words("机动 \(quarter)", "Reserve \(quarter)")(state.language)
    case .line(let code, let name, let month):
      guard let id = try reader.id(of: code), let detail = try reader.detail(id),
        let line = detail.lines.first(where: { Folding.fold($0.code) == name })
      else { return "" }
      let year = month.year == state.period.year ? "" : " \(month.year)"
      let when = PeriodText.month(month, state.language) + year
      return "\(code) \(LineName.of(line, state)) · \(when)"
    }
  }

  private func describe(
    _ move: MoneyMove, _ places: [MoneyPlace], _ state: AppState
  ) -> [(name: String, was: Int64?, now: Int64?, approved: Int64?)] {
    var lines: [(name: String, was: Int64?, now: Int64?, approved: Int64?)] = []
    for (name, place) in zip(called, places) {
      guard case .line(let cell) = place else { continue }
      let target = ChangeTarget.figure(cell.figure.line, .plan, cell.figure.period)
      guard let change = move.plans.first(where: { $0.id == target }) else { continue }
      lines.append((name, change.was, change.now, cell.figure[.approved]))
    }
    for change in move.envelopes {
      let name =
        change.id.purse == .reserve
        ? change.id.purse.words(state.language)
        : "\(change.id.purse.words(state.language)) \(Words("额度", "budget")(state.language))"
      lines.append(("\(name) \(change.id.quarter)", change.was, change.now, nil))
    }
    return lines
  }

  // MARK: Drawing

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let format = Amounts.format(state.board.money, state)
    let box = Box.centred(rows: 19, columns: min(80, state.columns - 2), canvas)
    box.draw(
      into: &canvas, title: Words("调剂", "Move money")(language),
      footer: Words(
        "Tab 下一栏  ↑↓ 选择  Enter 确定  Ctrl-s 保存  Esc 放弃",
        "Tab next  ↑↓ choose  Enter take  Ctrl-s save  Esc give up")(
          language))
    let names = [
      Words("转出", "from"), Words("转入", "to"), Words("金额", "amount"), Words("原因", "why"),
    ]
    let x = box.column + 3
    for field in Field.allCases {
      let y = box.row + 1 + field.rawValue
      canvas.put(names[field.rawValue](language), row: y, column: x, role: .popDim, width: 8)
      let editor = fields[field.rawValue]
      let width = max(8, min(40, box.inner - 8))
      editor.draw(
        into: &canvas, row: y, column: x + 8, width: width,
        role: field == focus ? .fieldOn : .field, focused: field == focus)
      // Its name, unless one is writing it.
      guard field.rawValue < called.count, !called[field.rawValue].isEmpty,
        field != focus || editor.isSelected
      else { continue }
      canvas.put(
        TextFit.cut(called[field.rawValue], columns: width), row: y, column: x + 8,
        role: field == focus ? .cursor : .field, width: width)
    }
    var y = box.row + 6
    if isPlace {
      for (offset, place) in places.enumerated() where y < box.row + box.rows - 5 {
        let isHere = offset == index
        let free =
          place.free.map { Words("可动 \(format.inText($0))", "free \(format.inText($0))")(language) }
          ?? ""
        let room = max(0, box.inner - TextFit.width(free) - 1)
        canvas.put(
          TextFit.cut(place.name, columns: room), row: y, column: x,
          role: isHere ? .popOn : .pop, width: room)
        canvas.put(
          free, row: y, column: box.column + box.columns - 3 - TextFit.width(free), role: .popDim)
        y += 1
      }
    }
    y = box.row + box.rows - 5
    if let fault {
      canvas.put(
        TextFit.cut("✗ \(fault(language))", columns: box.inner), row: box.row + box.rows - 2,
        column: x, role: .popBad)
    }
    for (offset, effect) in effects.prefix(4).enumerated() {
      var text = "\(effect.name)  \(format(effect.was)) → \(format(effect.now))"
      if let approved = effect.approved {
        text += Words("   已批 \(format(approved))", "   approved \(format(approved))")(language)
      }
      let line = isPlace ? y + offset : box.row + 6 + offset
      guard line < box.row + box.rows - 2 || fault == nil && line < box.row + box.rows - 1 else {
        continue
      }
      canvas.put(TextFit.cut(text, columns: box.inner), row: line, column: x, role: .popGood)
    }
  }
}
