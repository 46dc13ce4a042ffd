import PlanModel

extension MemoryBoard {
  public func history(_ query: HistoryQuery) -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    for step in state.steps.reversed() {
      guard query.who == nil || step.who == query.who, step.at >= query.since ?? .min
      else { continue }
      for (index, change) in step.changes.enumerated().reversed() {
        if let before = query.before, (step.id, Int64(index)) >= (before.op, before.seq) {
          continue
        }
        let item = state.item(of: change.target)
        guard query.item == nil || item == query.item else { continue }
        let about = item.flatMap { state.items[$0] }
        let line: LineID? =
          switch change.target {
          case .line(let id, _), .figure(let id, _, _), .note(let id, _, _): id
          default: nil
          }
        entries.append(
          HistoryEntry(
            op: step.id, at: step.at, who: step.who, act: step.act.rawValue, reason: step.reason,
            change: change, code: about?.code, line: line.flatMap { state.lines[$0]?.code },
            kind: about?.kind))
      }
    }
    return Array(entries.prefix(query.limit))
  }

  public func undo(by person: PersonID) -> Edit? {
    stacks(person).undo.last.map { edit(.undo, takingBack: $0) }
  }

  public func redo(by person: PersonID) -> Edit? {
    stacks(person).redo.last.map { edit(.redo, takingBack: $0) }
  }

  /// One's own steps that can be taken back, and the undoings that can be taken back; newest last.
  private func stacks(_ person: PersonID) -> (undo: [OpID], redo: [OpID]) {
    var undo: [OpID] = []
    var redo: [OpID] = []
    for step in state.steps where step.who == person {
      switch step.act {
      case .undo:
        undo.removeAll { $0 == step.undoes }
        redo.append(step.id)
      case .redo:
        redo.removeAll { $0 == step.undoes }
        undo.append(step.id)
      default:
        undo.append(step.id)
        redo = []
      }
    }
    return (undo, redo)
  }

  /// The changes of a step the other way round. What it made goes to the bin as it is.
  private func edit(_ act: Act, takingBack op: OpID) -> Edit {
    let changes = state.steps.first { $0.id == op }?.changes ?? []
    let made = Set(changes.filter(\.isCreation).map { Made($0.target) })
    return Edit(
      act,
      changes.filter { $0.isCreation || !made.contains(Made($0.target)) }.reversed().map(\.inverse),
      undoes: op)
  }

  /// The thing that a change is about.
  private enum Made: Hashable {
    case item(ItemID)
    case line(LineID)
    case comment(CommentID)
    case entry(EntryID)
    case person(PersonID)
    case other

    init(_ target: ChangeTarget) {
      self =
        switch target {
        case .item(let id, _), .link(_, let id), .accepted(let id, _): .item(id)
        case .line(let id, _), .figure(let id, _, _), .note(let id, _, _): .line(id)
        case .comment(let id, _): .comment(id)
        case .entry(let id, _): .entry(id)
        case .person(let id, _): .person(id)
        case .setting, .state, .envelope, .mapping, .taken: .other
        }
    }
  }
}

extension MemoryBoard {
  public func changes(of target: ChangeTarget, limit: Int) -> [HistoryEntry] {
    Array(
      history(HistoryQuery(limit: .max)).filter { $0.change.target == target }.prefix(limit))
  }
}
