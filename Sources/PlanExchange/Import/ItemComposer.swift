import PlanModel

/// Makes the changes that bring one item to what a file says of it.
struct ItemComposer {
  /// The item as it stands; nil for a new one.
  let detail: ItemDetail?
  let session: RecordImport
  /// Only to see whether something would change: ids and changes are thrown away.
  let isTrial: Bool
  /// Where a trial collects its changes.
  private(set) var trialComposer = Composer()
  /// A trial met something that will only be made.
  private(set) var hasOpenEnds = false
  private var lines: [String: (id: LineID, scale: Int)] = [:]

  init(detail: ItemDetail?, session: RecordImport, isTrial: Bool) {
    self.detail = detail
    self.session = session
    self.isTrial = isTrial
    for line in detail?.lines ?? [] { lines[line.code] = (line.id, line.scale) }
  }

  mutating func change(_ target: ChangeTarget, was: Value, now: Value) {
    if isTrial {
      trialComposer.change(target, was: was, now: now)
    } else {
      session.composer.change(target, was: was, now: now)
    }
  }

  private mutating func newID() -> Int64 {
    isTrial ? trialComposer.newID() : session.composer.newID()
  }

  mutating func compose(_ record: ItemRecord, into id: ItemID) throws {
    for field in Field.allCases {
      guard let now = record.fields[field] else { continue }
      change(.item(id, field), was: detail?[field] ?? .none, now: now)
    }
    if let continues = record.continues.value {
      try refer(.item(id, .continues), was: detail?[.continues] ?? .none, to: continues)
    }
    if let about = record.about.value {
      try refer(.item(id, .about), was: detail?[.about] ?? .none, to: about)
    }
    try composeLinks(record, id)
    if let records = record.lines.value { try composeLines(records, record, id) }
    try composeCells(record, id)
    try composeNotes(record)
    composeThread(record, id)
  }

  /// A reference to an item, now or once that is made.
  private mutating func refer(_ target: ChangeTarget, was: Value, to code: ItemCode?) throws {
    guard let code else { return change(target, was: was, now: .none) }
    guard let other = try session.item(code, comparing: isTrial) else {
      hasOpenEnds = true
      return
    }
    if session.isThere(other) || isTrial { return change(target, was: was, now: .integer(other)) }
    let session = session
    session.wait { session.composer.change(target, was: was, now: .integer(other)) }
  }

  // MARK: Links

  private mutating func composeLinks(_ record: ItemRecord, _ id: ItemID) throws {
    let seen = detail?.parents ?? []
    let wasMain = detail?.item.main
    guard record.serves.value != nil || record.main.value != nil else { return }
    var wanted = record.serves.value ?? seen.map(\.code)
    let main =
      if let said = record.main.value { said } else {
        wanted.first { code in seen.contains { $0.id == wasMain && $0.code == code } }
          ?? wanted.first
      }
    if let main, !wanted.contains(main) { wanted.append(main) }
    for parent in seen where !wanted.contains(parent.code) {
      change(
        .link(parent: parent.id, child: id), was: .integer(parent.id == wasMain ? 1 : 0),
        now: .none)
    }
    // The old main one gives way before the new one comes.
    let ordered = wanted.filter { $0 != main } + wanted.filter { $0 == main }.prefix(1)
    var done: Set<ItemCode> = []
    for code in ordered where done.insert(code).inserted {
      guard let parent = try session.item(code, comparing: isTrial) else {
        hasOpenEnds = true
        continue
      }
      let was: Value =
        seen.contains { $0.id == parent } ? .integer(parent == wasMain ? 1 : 0) : .none
      let now: Value = .integer(code == main ? 1 : 0)
      let target = ChangeTarget.link(parent: parent, child: id)
      if isTrial || session.isThere(parent) {
        change(target, was: was, now: now)
      } else {
        let session = session
        session.wait { session.composer.change(target, was: was, now: now) }
      }
    }
  }

  // MARK: Lines

  private static let lineFields: [LineField] = [
    .category, .title, .titleEn, .ref, .unit, .scale, .addsUp, .better, .region, .channel, .product,
  ]

  private mutating func composeLines(
    _ records: [LineRecord], _ record: ItemRecord, _ id: ItemID
  ) throws {
    let existing = detail?.lines ?? []
    let codes = records.map(\.code)
    for line in existing where !codes.contains(line.code) {
      change(.line(line.id, .gone), was: .none, now: .integer(1))
      lines[line.code] = nil
    }
    let isSameOrder = existing.map(\.code).filter(codes.contains) == codes
    for (index, line) in records.enumerated() {
      let own = existing.first { $0.code == line.code }
      let lineID = own?.id ?? newLine(line.code, of: id, record)
      for field in Self.lineFields {
        let now = line.fields[field] ?? (field == .scale ? own?[.scale] ?? .integer(2) : .none)
        change(.line(lineID, field), was: own?[field] ?? .none, now: now)
      }
      if own == nil || !isSameOrder {
        change(
          .line(lineID, .position), was: own?[.position] ?? .none, now: .integer(Int64(index + 1)))
      }
      try end(.line(lineID, .above), was: own?[.above] ?? .none, line.above)
      try end(.line(lineID, .below), was: own?[.below] ?? .none, line.below)
      lines[line.code] = (lineID, Int(line.fields[.scale]?.integer ?? Int64(own?.scale ?? 2)))
    }
  }

  private mutating func newLine(_ code: String, of id: ItemID, _ record: ItemRecord) -> LineID {
    let line = newID()
    change(.line(line, .item), was: .none, now: .integer(id))
    change(.line(line, .code), was: .none, now: Value(code))
    if !isTrial, record.kind == .target, let item = record.code {
      session.madeLines[item, default: [:]][code] = line
    }
    return line
  }

  private mutating func end(_ target: ChangeTarget, was: Value, _ end: RatioEnd?) throws {
    guard let end else { return change(target, was: was, now: .none) }
    if let now = try session.value(of: end) { return change(target, was: was, now: now) }
    hasOpenEnds = true
    guard !isTrial else { return }
    let session = session
    session.wait {
      guard let now = try session.value(of: end) else { return }
      session.composer.change(target, was: was, now: now)
    }
  }

  // MARK: Figures

  private mutating func composeCells(_ record: ItemRecord, _ id: ItemID) throws {
    let cells = record.cells.sorted {
      ($0.key.line, $0.key.period, $0.key.column.rawValue)
        < ($1.key.line, $1.key.period, $1.key.column.rawValue)
    }
    for (key, amount) in cells {
      if lines[key.line] == nil, amount != nil { addLine(key.line, record, id) }
      guard let line = lines[key.line] else { continue }
      let was = detail?.figure(line.id, key.period)?[key.column]
      change(.figure(line.id, key.column, key.period), was: Value(was), now: Value(amount))
    }
    if record.kind == .activity, !record.saysAllCells { closeMonths(record) }
    guard record.saysAllCells, let detail else { return }
    for figure in detail.figures {
      guard let line = detail.lines.first(where: { $0.id == figure.line }),
        lines[line.code] != nil
      else { continue }
      for column in Column.allCases {
        guard let was = figure[column],
          record.cells[CellKey(line: line.code, column: column, period: figure.period)] == nil
        else { continue }
        change(.figure(line.id, column, figure.period), was: .integer(was), now: .none)
      }
    }
  }

  private mutating func composeNotes(_ record: ItemRecord) throws {
    guard let wanted = record.cellNotes.value else { return }
    let own = detail?.lines.map(\.id) ?? []
    let notes = own.isEmpty ? [:] : try session.reading.notes(of: own)
    var said: Set<CellAddress> = []
    for (key, text) in wanted.sorted(by: {
      ($0.key.line, $0.key.period, $0.key.column.rawValue)
        < ($1.key.line, $1.key.period, $1.key.column.rawValue)
    }) {
      guard let line = lines[key.line] else { continue }
      let cell = CellAddress(line: line.id, column: key.column, period: key.period)
      said.insert(cell)
      change(cell.note, was: Value(notes[cell]), now: Value(text))
    }
    for (cell, text) in notes where !said.contains(cell) {
      change(cell.note, was: .text(text), now: .none)
    }
  }

  /// In a closed month the forecast is what it cost, unless the file says another.
  private mutating func closeMonths(_ record: ItemRecord) {
    var seen: Set<CellKey> = []
    for key in record.cells.keys.sorted(by: { ($0.line, $0.period) < ($1.line, $1.period) }) {
      let forecast = CellKey(line: key.line, column: .forecast, period: key.period)
      guard key.column == .actual || key.column == .committed, record.cells[forecast] == nil,
        session.names.board.isClosed(key.period), seen.insert(forecast).inserted,
        let line = lines[key.line]
      else { continue }
      let was = detail?.figure(line.id, key.period)
      func amount(_ column: Column) -> Int64? {
        record.cells[CellKey(line: key.line, column: column, period: key.period)]
          ?? was?[column]
      }
      let (actual, committed) = (amount(.actual), amount(.committed))
      guard actual != nil || committed != nil else { continue }
      change(
        .figure(line.id, .forecast, key.period), was: Value(was?[.forecast]),
        now: .integer((actual ?? 0) &+ (committed ?? 0)))
    }
  }

  /// A line that only its figures name: its category is the name without `-2`, `-3` …
  private mutating func addLine(_ code: String, _ record: ItemRecord, _ id: ItemID) {
    let line = newLine(code, of: id, record)
    let scale = scale(of: record)
    if record.kind == .activity {
      let category = session.names.category(ofLine: code)
      change(.line(line, .category), was: .none, now: Value(category?.id))
    }
    change(.line(line, .scale), was: .none, now: .integer(Int64(scale)))
    change(.line(line, .position), was: .none, now: .integer(Int64(lines.count + 1)))
    lines[code] = (line, scale)
  }

  /// Decimals of a new line: of money, or of the item's unit.
  private func scale(of record: ItemRecord) -> Int {
    let board = session.names.board
    guard record.kind != .activity else { return board.moneyScale }
    if let main = lines[""] { return main.scale }
    let said = record.fields[.unit] ?? detail?[.unit] ?? .none
    return board.scale(ofUnit: session.names.code(ofEntry: said.integer))
  }

  // MARK: Thread and findings

  private mutating func composeThread(_ record: ItemRecord, _ id: ItemID) {
    let names = session.names
    let known = Set(
      (detail?.comments ?? []).map {
        CommentRecord(who: names.name(ofPerson: $0.who), at: $0.at, body: $0.body)
      })
    for comment in record.comments.value ?? [] where !known.contains(comment) {
      let new = newID()
      change(.comment(new, .item), was: .none, now: .integer(id))
      change(.comment(new, .body), was: .none, now: .text(comment.body))
      let who = comment.who.flatMap(names.person)
      change(.comment(new, .who), was: .none, now: Value(who?.id))
      change(.comment(new, .at), was: .none, now: Value(comment.at))
    }
    guard let accepted = record.accepted.value else { return }
    let seen = detail?.accepted ?? [:]
    for rule in Rule.allCases {
      change(.accepted(id, rule), was: Value(seen[rule]), now: Value(accepted[rule]))
    }
  }
}
