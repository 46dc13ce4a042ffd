import PlanModel

/// A board in memory, written to be obviously right: what the store must do, without SQL. It holds
/// every edit whole or not at all; nothing is kept that can be counted again.
public final class MemoryBoard {
  var state = MemoryState()
  /// Seconds since 1970 of the next edit; each one takes a second.
  public var clock: Int64 = 1_795_000_000

  public init(_ board: Board = Board()) { state.board = board }

  /// Saves an edit; a name that the board doesn't know becomes a person.
  public func save(_ edit: Edit, as name: String) -> SaveOutcome {
    var saving = MemorySaving(state: state, edit: edit, at: clock, name: name)
    do throws(Refusal) {
      let saved = try saving.run()
      guard saving.conflicts.isEmpty else { return .conflict(saving.conflicts) }
      if saved.op != nil {
        state = saving.state
        clock += 1
      }
      return .saved(saved)
    } catch {
      return .refused(error)
    }
  }
}

/// One edit on a copy of the board.
struct MemorySaving {
  var state: MemoryState
  let edit: Edit
  let at: Int64
  let who: PersonID
  var conflicts: [Conflict] = []
  private var ids: [Int64: Int64] = [:]
  private var codes: [ItemCode] = []
  private var written: [Change] = []
  private var made: Set<ItemID> = []

  init(state: MemoryState, edit: Edit, at: Int64, name: String) {
    var state = state
    who = state.board.person(named: name)?.id ?? state.addPerson(name)
    self.state = state
    self.edit = edit
    self.at = at
  }

  mutating func run() throws(Refusal) -> Saved {
    let binnedBefore = Set(state.items.values.filter(\.isGone).map(\.id))
    for change in edit.changes { try apply(change, binnedBefore) }
    correct()
    guard !written.isEmpty else { return Saved(op: nil, ids: ids, codes: codes) }
    let op = OpID(state.steps.count + 1)
    state.steps.append(
      MemoryState.Step(
        id: op, at: at, who: who, act: edit.act, reason: edit.reason, undoes: edit.undoes,
        changes: written))
    for change in written {
      if let item = state.item(of: change.target) { state.items[item]?.op = op }
    }
    return Saved(op: op, ids: ids, codes: codes)
  }

  private mutating func apply(_ given: Change, _ binnedBefore: Set<ItemID>) throws(Refusal) {
    let change = resolved(given)
    if change.isCreation, let provisional = MemorySaving.id(of: given.target), provisional < 0 {
      guard let id = state.create(change.target, change.now, who: who, at: at) else {
        throw Refusal(.input, Words("不能新建", "can't be made"))
      }
      ids[provisional] = id
      if case .item = change.target, let item = state.items[id] {
        made.insert(id)
        codes.append(item.code)
      }
      let target = MemorySaving.target(change.target, id)
      if case .item = target, let kind = state.items[id]?.kind {
        written.append(Change(target, was: .none, now: .integer(kind.rawValue)))
      } else if !(state.item(of: target).map { made.contains($0) } ?? false) {
        written.append(Change(target, was: .none, now: change.now))
      }
      return
    }
    guard let stands = state.value(change.target) else {
      throw Refusal(.missing, Words("没有这一项", "no such item"))
    }
    if let item = state.item(of: change.target), binnedBefore.contains(item),
      state.items[item]?.isGone == true, !MemorySaving.isBin(change.target)
    {
      let bin = Change(.item(item, .gone), was: .none, now: .none)
      if !conflicts.contains(where: { $0.change == bin }) { conflict(bin, .integer(1)) }
    }
    if stands == change.now { return }
    if stands != change.was { return conflict(change, stands) }
    try checkRules(change)
    let closed = state.board.closedTo
    write(change)
    if change.target == .setting(.closedTo) { close(after: closed) }
  }

  private mutating func write(_ change: Change) {
    state.set(change.target, change.now)
    if !isOfMadeItem(change) { written.append(change) }
  }

  // MARK: Closed months

  /// Closing a month says what it cost.
  private mutating func close(after before: Period?) {
    guard let last = state.board.closedTo, before ?? last.advanced(by: -9_999) < last else {
      return
    }
    for (line, months) in state.figures.sorted(by: { $0.key < $1.key }) {
      for month in months.keys.sorted() where month <= last && before.map({ month > $0 }) ?? true {
        cost(line, month)
      }
    }
  }

  /// What was corrected in a closed month changes what it cost.
  private mutating func correct() {
    let said = Set(edit.changes.map { resolved($0).target })
    for change in written {
      guard case .figure(let line, let column, let month) = change.target,
        column == .actual || column == .committed, state.board.isClosed(month),
        !said.contains(.figure(line, .forecast, month))
      else { continue }
      cost(line, month)
    }
  }

  private mutating func cost(_ line: LineID, _ month: Period) {
    guard edit.undoes == nil, edit.act != .importing, let figure = state.figures[line]?[month],
      let own = state.lines[line], !own.isGone, let item = state.items[own.item], !item.isGone,
      item.kind == .activity
    else { return }
    let cost = (figure[.committed] ?? 0) + (figure[.actual] ?? 0)
    guard figure[.forecast] != cost else { return }
    write(
      Change(
        .figure(line, .forecast, month), was: Value(figure[.forecast]), now: .integer(cost)))
  }

  /// What belongs to an item that the same edit makes is told by its making.
  private func isOfMadeItem(_ change: Change) -> Bool {
    state.item(of: change.target).map { made.contains($0) } ?? false
  }

  private mutating func conflict(_ change: Change, _ theirs: Value) {
    let making = state.item(of: change.target).map { ChangeTarget.item($0, .kind) }
    let last =
      state.steps.last { $0.changes.contains { $0.target == change.target } }
      ?? state.steps.last { $0.changes.contains { $0.target == making } }
    conflicts.append(Conflict(change: change, theirs: theirs, who: last?.who, at: last?.at))
  }

  /// The act of this edit; of an undo or redo the one it is about in the end.
  private var rootAct: Act {
    var (act, undoes) = (edit.act, edit.undoes)
    while let op = undoes, let step = state.steps.first(where: { $0.id == op }) {
      (act, undoes) = (step.act, step.undoes)
    }
    return act
  }

  private func checkRules(_ change: Change) throws(Refusal) {
    if case .item(let id, .decidedBy) = change.target,
      edit.act != .importing || !made.contains(id)
    {
      throw Refusal(
        .rule, Words("决议人就是保存决议的人，不能改", "who decided is whoever saved it"))
    }
    guard case .figure(let line, let column, let month) = change.target, edit.act != .importing,
      let item = state.lines[line].flatMap({ state.items[$0.item] }), item.kind == .activity
    else { return }
    let quarter = state.board.state(of: state.board.calendar.quarter(of: month))
    if column == .plan, quarter == .approved || quarter == .closed, rootAct != .cut,
      rootAct != .transfer
    {
      throw Refusal(
        .rule,
        Words(
          "预算已锁定；改动写入“预计”或申请调剂",
          "The plan is locked; change the forecast or ask for a transfer"))
    }
    if column == .actual, state.board.isClosed(month), edit.reason.isEmpty, edit.undoes == nil {
      throw Refusal(
        .rule, Words("本月已月结；更正须写原因", "The month is closed; a correction needs a reason"))
    }
  }

  // MARK: Provisional ids

  private func resolved(_ change: Change) -> Change {
    func real(_ id: Int64) -> Int64 { ids[id] ?? id }
    func real(_ value: Value) -> Value { value.integer.map { .integer(real($0)) } ?? value }
    var change = change
    var holdsID = false
    switch change.target {
    case .item(let id, let field):
      change.target = .item(real(id), field)
      switch field.type {
      case .person, .item, .entry: holdsID = true
      default: break
      }
    case .line(let id, let field):
      change.target = .line(real(id), field)
      holdsID = [.item, .category, .above, .below, .region, .channel, .product].contains(field)
    case .figure(let line, let column, let period):
      change.target = .figure(real(line), column, period)
    case .link(let parent, let child):
      change.target = .link(parent: real(parent), child: real(child))
    case .comment(let id, let field):
      change.target = .comment(real(id), field)
      holdsID = field == .item
    case .entry(let id, let field): change.target = .entry(real(id), field)
    case .person(let id, let field): change.target = .person(real(id), field)
    case .accepted(let item, let rule): change.target = .accepted(real(item), rule)
    case .note(let line, let column, let period):
      change.target = .note(real(line), column, period)
    case .taken: holdsID = true
    case .setting, .state, .envelope, .mapping: break
    }
    if holdsID {
      change.was = real(change.was)
      change.now = real(change.now)
    }
    return change
  }

  private static func id(of target: ChangeTarget) -> Int64? {
    switch target {
    case .item(let id, _), .line(let id, _), .comment(let id, _), .entry(let id, _),
      .person(let id, _):
      id
    default: nil
    }
  }

  private static func target(_ target: ChangeTarget, _ id: Int64) -> ChangeTarget {
    switch target {
    case .item(_, let field): .item(id, field)
    case .line(_, let field): .line(id, field)
    case .comment(_, let field): .comment(id, field)
    case .entry(_, let field): .entry(id, field)
    case .person(_, let field): .person(id, field)
    default: target
    }
  }

  private static func isBin(_ target: ChangeTarget) -> Bool {
    if case .item(_, .gone) = target { true } else { false }
  }
}
