/// The activities of a quarter, read a slice at a time, so that a review of any size can begin at once.
public struct ReviewList: Sendable {
  /// Activities read in one go.
  public static let slice = 500

  public let quarter: Period
  public private(set) var rows: [ReviewRow] = []
  public private(set) var isWhole = false
  /// Open decisions that are late, by the item they are about.
  private var late: Set<ItemID> = []
  private var last: RowKey?
  /// Where each item stands in the rows.
  private var places: [ItemID: Int] = [:]
  private var hasBegun = false

  public init(_ quarter: Period) { self.quarter = quarter }

  /// Reads the next slice and hands it over.
  @discardableResult
  public mutating func goOn(_ reader: any BoardReading, today: Day) throws -> [Item] {
    guard !isWhole else { return [] }
    if !hasBegun {
      hasBegun = true
      let open = try reader.decisions(.open(upTo: quarter), limit: 2_000)
      late = Set(open.filter { $0.decisionState(today: today) == .late }.compactMap(\.about))
    }
    let scope = ListScope(kind: .activity, period: quarter)
    let origin =
      last.map { ListWindow.Origin.from(RowKey(order: $0.order, id: $0.id + 1)) } ?? .first
    let items = try reader.items(ListWindow(scope, from: origin, limit: Self.slice))
    for item in items {
      places[item.id] = rows.count
      rows.append(ReviewRow(item, isLate: late.contains(item.id), today: today))
    }
    last = items.last?.key ?? last
    isWhole = items.count < Self.slice
    return items
  }

  /// The row of an item, if the quarter's list holds it.
  public subscript(id: ItemID) -> ReviewRow? { places[id].map { rows[$0] } }

  /// A row that came into the quarter after the list was read.
  public mutating func join(_ row: ReviewRow) {
    guard places[row.id] == nil else { return update(row) }
    places[row.id] = rows.count
    rows.append(row)
  }

  /// A row as it is now.
  public mutating func update(_ row: ReviewRow) {
    if let place = places[row.id] { rows[place] = row }
  }

  /// All of them, trouble first.
  public static func all(_ quarter: Period, _ reader: any BoardReading, today: Day) throws
    -> [(row: ReviewRow, item: Item)]
  {
    var list = ReviewList(quarter)
    var items: [ItemID: Item] = [:]
    while !list.isWhole {
      for item in try list.goOn(reader, today: today) { items[item.id] = item }
    }
    return ReviewRow.sorted(list.rows, by: .trouble).compactMap { row in
      items[row.id].map { (row: row, item: $0) }
    }
  }
}
