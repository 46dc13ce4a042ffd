import PlanModel

extension MemoryBoard: BoardReading {
  public func board() -> Board { state.board }
  public func mappings() -> [String: String] { state.mappings }
  public func takenRows() -> [Int64: ItemID] { state.taken }

  /// The item with its main reason and its money counted again.
  private func filled(_ item: Item) -> Item {
    var item = item
    item.main = state.links[item.id]?.first { $0.value }?.key
    item.money = Money()
    if item.kind == .activity {
      for line in lines(of: item.id) {
        for figure in (state.figures[line.id] ?? [:]).values { item.money += Money(figure) }
      }
    }
    return item
  }

  private func lines(of item: ItemID) -> [Line] {
    state.lines.values.filter { $0.item == item && !$0.isGone }
      .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
  }

  private func children(of item: ItemID) -> [Item] {
    state.links.filter { $0.value[item] != nil }.compactMap { state.items[$0.key] }
      .filter { !$0.isGone }.map(filled).sorted { $0.key < $1.key }
  }

  private func parents(of item: ItemID) -> [Item] {
    (state.links[item] ?? [:]).keys.compactMap { state.items[$0] }
      .filter { !$0.isGone }.map(filled).sorted { $0.code < $1.code }
  }

  private func all(_ scope: ListScope) -> [Item] {
    let within: Set<ItemID>?
    switch scope.under {
    case .everything: within = nil
    case .parent(let parent): within = Set(children(of: parent).map(\.id))
    case .trend(let trend):
      within = Set(children(of: trend).flatMap { children(of: $0.id) }.map(\.id))
    }
    return state.items.values
      .filter {
        $0.kind == scope.kind && !$0.isGone && within?.contains($0.id) ?? true
          && (scope.period == nil || $0.period == scope.period)
      }
      .map(filled).filter { scope.filter.matches($0) }.sorted { $0.key < $1.key }
  }

  public func items(_ window: ListWindow) -> [Item] {
    let rows = all(window.scope)
    switch window.origin {
    case .first: return Array(rows.prefix(window.limit))
    case .last: return rows.suffix(window.limit)
    case .from(let key): return Array(rows.filter { !($0.key < key) }.prefix(window.limit))
    case .before(let key): return rows.filter { $0.key < key }.suffix(window.limit)
    }
  }

  public func tally(_ scope: ListScope) -> Tally {
    var tally = Tally()
    for item in all(scope) {
      func add(_ part: inout Tally.Part) {
        part.count += 1
        part.money += item.money
      }
      switch item.lead {
      case .marketing: add(&tally.marketing)
      case .sales: add(&tally.sales)
      case nil: add(&tally.none)
      }
    }
    return tally
  }

  public func place(of key: RowKey, in scope: ListScope) -> Int {
    all(scope).count { $0.key < key }
  }

  public func items(ids: [ItemID]) -> [Item] { ids.compactMap { state.items[$0].map(filled) } }

  public func id(of code: ItemCode) -> ItemID? {
    state.items.values.first { $0.code == code }?.id
  }

  public func detail(_ id: ItemID) -> ItemDetail? {
    guard let item = state.items[id].map(filled) else { return nil }
    let lines = lines(of: id)
    let main = item.main
    let below = children(of: id)
    return ItemDetail(
      item: item, texts: state.texts[id] ?? [:], lines: lines,
      figures: lines.flatMap { line in
        (state.figures[line.id] ?? [:]).values.sorted { $0.period < $1.period }
      },
      parents: parents(of: id).filter { $0.id == main } + parents(of: id).filter { $0.id != main },
      children: Array(below.prefix(40)), childCount: below.count,
      comments: state.comments.values
        .filter { $0.item == id && !state.goneComments.contains($0.id) }
        .sorted { ($0.at, $0.id) < ($1.at, $1.id) },
      cost: cost(of: item), accepted: state.accepted[id] ?? [:])
  }

  private func cost(of target: Item) -> Money {
    guard target.kind == .target, let year = target.period else { return Money() }
    let months = Set(state.board.calendar.months(of: year))
    return cells(months).filter { $0.item.main == target.id }.reduce(Money()) { $0 + $1.money }
  }

  private typealias MoneyCell = (item: Item, line: Line, month: Period, money: Money)

  /// Every month of money of the activities that aren't in the bin.
  private func cells(_ months: Set<Period>?) -> [MoneyCell] {
    state.items.values.filter { $0.kind == .activity && !$0.isGone }.map(filled).flatMap { item in
      lines(of: item.id).flatMap { line in
        (state.figures[line.id] ?? [:]).values
          .filter { months?.contains($0.period) ?? true }
          .map { (item, line, $0.period, Money($0)) }
      }
    }
  }

  public func sums(by grouping: Grouping, months: [Period]?) -> [GroupSum] {
    var sums: [Int64: Money] = [:]
    for cell in cells(months.map { Set($0) }) {
      let key: Int64? =
        switch grouping {
        case .lead: cell.item.lead?.rawValue
        case .target: cell.item.main
        case .activity: cell.item.id
        case .category: cell.line.category
        case .owner: cell.item.owner
        case .region: cell.item[.region].integer
        case .month: cell.month.rawValue
        case .quarter: state.board.calendar.quarter(of: cell.month).rawValue
        }
      sums[key ?? 0, default: Money()] += cell.money
    }
    return sums.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
      .map { GroupSum(key: $0.key, money: $0.value) }
  }

  public func find(_ kind: ItemKind, text: String, limit: Int) -> [Item] {
    let words = Folding.fold(text).split(separator: " ").map { Filter.Term(.word(String($0))) }
    let found = all(ListScope(kind: kind, filter: Filter(words)))
    let code = ItemCode(Folding.fold(text))
    return Array(
      (found.filter { $0.code == code } + found.filter { $0.code != code }).prefix(limit))
  }

  public func lines(_ ids: [LineID]) -> [LineFigures] {
    Set(ids).sorted().compactMap { id in
      guard let line = state.lines[id], !line.isGone else { return nil }
      let figures = (state.figures[id] ?? [:]).values.sorted { $0.period < $1.period }
      return LineFigures(line: line, figures: figures)
    }
  }

  public func notes(of lines: [LineID]?) -> [CellAddress: String] {
    state.notes.filter { lines?.contains($0.key.line) ?? true }
  }

  public func binned(limit: Int) -> [Item] {
    let gone = state.items.values.filter(\.isGone).map(filled)
    func binning(_ item: Item) -> OpID {
      state.steps.last { $0.changes.contains { $0.target == .item(item.id, .gone) } }?.id ?? 0
    }
    return Array(gone.sorted { (binning($0), $0.id) > (binning($1), $1.id) }.prefix(limit))
  }

  public func forEachItem(_ kinds: [ItemKind], _ body: (PlanItem) throws -> Void) rethrows {
    let items = state.items.values.filter { kinds.contains($0.kind) && !$0.isGone }
    for item in items.sorted(by: { $0.code < $1.code }) {
      guard let detail = detail(item.id) else { continue }
      let serves = parents(of: item.id).map { ($0.id, $0.code, $0.id == detail.item.main) }
      let servedBy = children(of: item.id).count { $0.status != .dropped }
      try body(PlanItem(detail: detail, serves: serves, servedBy: servedBy))
    }
  }
}
