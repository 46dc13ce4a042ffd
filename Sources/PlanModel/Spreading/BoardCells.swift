extension Board {
  /// Why nobody may type into a cell: the plan of an approved quarter is locked.
  public func lock(_ cell: CellAddress, of kind: ItemKind) -> Words? {
    guard cell.column == .plan, cell.period.unit == .month, kind == .activity else { return nil }
    let quarter = calendar.quarter(of: cell.period)
    let standing = state(of: quarter)
    guard standing == .approved || standing == .closed else { return nil }
    return Words(
      "\(quarter) 的预算已锁定；改动写入“预计”或申请调剂",
      "The plan of \(quarter) is locked; change the forecast or ask for a transfer")
  }

  /// A cell as a spread sees it: locked, held, with its floor. Plans and forecasts of closed months
  /// stay, those of open ones aren't lowered below committed + actual.
  /// - Parameter lock: why it can't be typed into, where that is said in other words.
  public func spreadCell(
    _ cell: CellAddress, _ figure: Figure?, of kind: ItemKind, isHeld: Bool, run: Int = 0,
    lock: Words? = nil
  ) -> SpreadCell<CellAddress> {
    var lock = lock ?? self.lock(cell, of: kind)
    var floor: Int64?
    if kind == .activity, cell.period.unit == .month, [.plan, .forecast].contains(cell.column) {
      if isClosed(cell.period) {
        lock = lock ?? Words("\(cell.period) 已月结", "\(cell.period) is closed")
      }
      floor = (figure?[.committed] ?? 0) &+ (figure?[.actual] ?? 0)
    }
    return SpreadCell(
      cell, figure?[cell.column], isHeld: isHeld, lock: lock, floor: floor, run: run)
  }
}

extension SpreadCell {
  /// With how the figures of its line add up; what the line doesn't say, the item does.
  public func adding(up line: Line?, of item: Item?) -> SpreadCell {
    var cell = self
    let number = line?[.addsUp].integer ?? item?[.addsUp].integer
    cell.addsUp = number.flatMap { AddsUp(rawValue: $0) } ?? .sum
    return cell
  }
}

extension SpreadResult where ID == CellAddress {
  /// One step. What was read beside the changed cells is compared too.
  public func edit(
    read: [SpreadCell<CellAddress>] = [], act: Act = .spread, reason: String = ""
  ) -> Edit {
    let changed = Set(changes.map(\.id))
    let compared = read.filter { !changed.contains($0.id) }.map {
      Change($0.id.target, was: Value($0.amount), now: Value($0.amount))
    }
    let made = changes.map { Change($0.id.target, was: Value($0.was), now: Value($0.now)) }
    return Edit(act, made.isEmpty ? [] : made + compared, reason: reason)
  }
}
