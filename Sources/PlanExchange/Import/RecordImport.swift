import PlanModel

/// Brings the items of a file to a board in two passes: ``examine(_:)`` looks at every record and
/// decides, ``write(_:at:)`` makes the changes. Both see the same records in the same order.
final class RecordImport {
  /// What becomes of a record.
  enum Decision {
    case create(ItemID, number: Int64?, mark: Int64?)
    case update(ItemID)
    case skip
  }

  let reading: any BoardReading
  var names: FileNames
  let options: ImportOptions
  /// Nothing is on the board yet: nothing has to be looked up.
  let isFresh: Bool
  var composer: Composer
  private(set) var summary = ImportSummary()
  private(set) var faults = FaultList()

  private var decisions: [Decision] = []
  /// The items that the file's codes stand for.
  private var fileItems: [ItemCode: ItemID] = [:]
  /// What items of the file continue.
  private var continued: [ItemCode: ItemCode] = [:]
  /// Codes that were named before they were met, with where.
  private var open: [(code: ItemCode, heading: String, located: Located)] = []
  private lazy var uncoded = UncodedItems(reading)
  /// Rows of files that the board has taken in before.
  private lazy var taken: [Int64: ItemID] = isFresh ? [:] : (try? reading.takenRows()) ?? [:]
  private var marks = RowMarks()

  /// Items and lines that the second pass has made so far.
  var made: Set<ItemID> = []
  var madeLines: [ItemCode: [String: LineID]] = [:]
  /// Changes that refer to what is made further down.
  private var deferred: [() throws -> Void] = []

  init(
    _ reading: any BoardReading, names: FileNames, options: ImportOptions, isFresh: Bool,
    composer: Composer
  ) {
    self.reading = reading
    self.names = names
    self.options = options
    self.isFresh = isFresh
    self.composer = composer
  }

  func add(_ fault: FileFault) { faults.add(fault) }

  // MARK: First pass

  func examine(_ located: Located) throws {
    guard located.faults.isEmpty else {
      located.faults.forEach(add)
      if let code = located.record.code, fileItems[code] == nil { fileItems[code] = 0 }
      return decisions.append(.skip)
    }
    checkDates(located)
    checkReferences(located)
    decisions.append(try decide(located))
  }

  /// After the last record: whatever was named must be there.
  func finishExamining() throws {
    for (code, heading, located) in open where try item(code) == nil {
      add(
        located.fault(
          Words("没有这样的编号", "no such code"), heading: heading, value: code.description))
    }
    open = []
    try faults.throwIfAny()
  }

  private func decide(_ located: Located) throws -> Decision {
    let record = located.record
    guard let code = record.code else {
      let mark = located.hash.map { marks.mark($0) }
      if !isFresh, try isKnown(record, mark) {
        summary.skipped += 1
        return .skip
      }
      return create(record, number: nil, mark: mark)
    }
    guard fileItems[code] == nil else {
      add(located.fault(Words("编号重复", "the code occurs twice"), value: code.description))
      return .skip
    }
    guard !isFresh, let id = try reading.id(of: code), let detail = try reading.detail(id) else {
      return create(record, number: code.number)
    }
    fileItems[code] = id
    if detail.item.isGone {
      add(
        located.fault(
          Words("在回收站里；先还原", "in the bin; restore it first"), value: code.description))
      return .skip
    }
    let changes = try changes(record, detail)
    if changes?.isEmpty == true {
      summary.skipped += 1
      return .skip
    }
    switch options.existing {
    case .refuse:
      add(
        located.fault(
          Words(
            "编号已有，内容不同；用--update改写，或用--renumber另编号",
            "the code exists with other content; use --update or --renumber"),
          value: code.description))
      return .skip
    case .update:
      checkClosedMonths(changes ?? [], detail, located)
      summary.updated += 1
      return .update(id)
    case .renumber:
      // The same file a second time finds the items that it has made.
      let mark = located.hash.map { marks.mark($0) }
      if let made = mark.flatMap({ taken[$0] }),
        try reading.items(ids: [made]).first?.isGone == false
      {
        fileItems[code] = made
        summary.skipped += 1
        return .skip
      }
      return create(record, number: nil, mark: mark)
    }
  }

  /// Whether an item without a code is there: as the row that it came from, else as an item of the
  /// same content.
  private func isKnown(_ record: ItemRecord, _ mark: Int64?) throws -> Bool {
    if let id = mark.flatMap({ taken[$0] }) {
      return try reading.items(ids: [id]).first?.isGone == false
    }
    return try uncoded.take(record) { try self.isEqual(record, $0) }
  }

  private func create(_ record: ItemRecord, number: Int64?, mark: Int64? = nil) -> Decision {
    let id = composer.newID()
    if let code = record.code { fileItems[code] = id }
    summary.created += 1
    return .create(id, number: number, mark: mark)
  }

  private func isEqual(_ record: ItemRecord, _ detail: ItemDetail) throws -> Bool {
    try changes(record, detail)?.isEmpty == true
  }

  /// What would change of an item that is there; what refers to things still to be made isn't among
  /// it, and where nothing else changes the answer is nil.
  private func changes(_ record: ItemRecord, _ detail: ItemDetail) throws -> [Change]? {
    var trial = ItemComposer(detail: detail, session: self, isTrial: true)
    try trial.compose(record, into: detail.item.id)
    let changes = trial.trialComposer.changes
    return changes.isEmpty && trial.hasOpenEnds ? nil : changes
  }

  /// What was spent in a closed month is corrected with a reason only, in a file as by hand.
  private func checkClosedMonths(_ changes: [Change], _ detail: ItemDetail, _ located: Located) {
    guard detail.item.kind == .activity else { return }
    for change in changes {
      if case .figure(_, .plan, let month) = change.target, isPlanLocked(month) {
        add(
          located.fault(
            Self.planLocked, heading: Column.plan.name(for: .activity), value: month.description))
      }
      guard case .figure(_, .actual, let month) = change.target, !mayWriteActual(month) else {
        continue
      }
      add(
        located.fault(
          Self.closedMonth, heading: Column.actual.name(for: .activity), value: month.description))
    }
  }

  /// Whether what was spent in a month may be changed on an item that is there.
  func mayWriteActual(_ month: Period) -> Bool {
    options.hasReason || !names.board.isClosed(month)
  }

  /// Whether an approval keeps the plan of a month on an item that is there as it is.
  func isPlanLocked(_ month: Period) -> Bool {
    let state = names.board.state(of: names.board.calendar.quarter(of: month))
    return state == .approved || state == .closed
  }

  static let planLocked = Words(
    "预算已锁定；改导入forecast，或申请调剂", "the plan is locked; import the forecast, or ask for a transfer")

  static let closedMonth = Words(
    "这个月已月结；更正须写原因：--reason", "the month is closed; a correction needs a --reason")

  private func checkDates(_ located: Located) {
    guard let start = located.record.fields[.start]?.integer,
      let end = located.record.fields[.end]?.integer, end < start
    else { return }
    add(
      located.fault(
        Words("结束日期早于开始日期", "the end is before the start"), heading: "end",
        value: Day(rawValue: end)?.description))
  }

  private func checkReferences(_ located: Located) {
    func expect(_ code: ItemCode?, _ heading: String) {
      if let code, fileItems[code] == nil { open.append((code, heading, located)) }
    }
    let record = located.record
    for code in record.serves.value ?? [] { expect(code, "serves") }
    if let main = record.main.value ?? nil, record.serves.value?.contains(main) != true {
      expect(main, "main")
      if record.serves.value != nil {
        add(
          located.fault(
            Words("main不在serves里", "main isn't one of serves"), heading: "main",
            value: main.description))
      }
    }
    if let continues = record.continues.value ?? nil {
      expect(continues, "continues")
      checkContinues(record.code, continues, located)
    }
    if let about = record.about.value ?? nil { expect(about, "about") }
    for line in record.lines.value ?? [] {
      for (end, heading) in [(line.above, "above"), (line.below, "below")] {
        if case .line(let code, _)? = end { expect(code, heading) }
      }
    }
  }

  /// What an item of this file continues, so that a ring is told where it closes.
  private func checkContinues(_ code: ItemCode?, _ earlier: ItemCode, _ located: Located) {
    guard let code else { return }
    continued[code] = earlier
    var next: ItemCode? = earlier
    var steps = 0
    while let current = next, steps < 1_000 {
      guard current != code else {
        return add(
          located.fault(
            Words("不能续自自己或其后续", "an item can't continue itself"), heading: "continues",
            value: earlier.description))
      }
      next = continued[current] ?? onBoard(current)
      steps += 1
    }
    if earlier.kind != code.kind {
      add(
        located.fault(
          Words("只能续自同类的内容", "an item continues one of its own kind"), heading: "continues",
          value: earlier.description))
    }
  }

  /// What an item continues that is on the board already.
  private func onBoard(_ code: ItemCode) -> ItemCode? {
    guard !isFresh, let id = try? reading.id(of: code),
      let earlier = try? reading.items(ids: [id]).first?[.continues].integer
    else { return nil }
    return try? reading.items(ids: [earlier]).first?.code
  }

  // MARK: References

  /// The item that a code stands for: the file's, else the board's; for comparing, the board's.
  func item(_ code: ItemCode, comparing: Bool = false) throws -> ItemID? {
    if let id = fileItems[code], !comparing { return id }
    guard !isFresh, let id = try reading.id(of: code) else { return nil }
    return try reading.items(ids: [id]).first.flatMap { $0.isGone ? nil : id }
  }

  /// Whether an item can be referred to already.
  func isThere(_ id: ItemID) -> Bool { id > 0 || made.contains(id) }

  /// The value of a ratio's end; nil where its line isn't there yet.
  func value(of end: RatioEnd) throws -> Value? {
    switch end {
    case .money: return .text("money.actual")
    case .line(let code, let name):
      if let id = madeLines[code]?[name] { return .integer(id) }
      guard let id = try item(code), id > 0 else { return nil }
      return try reading.detail(id)?.lines.first { $0.code == name }.map { .integer($0.id) }
    }
  }

  func wait(_ change: @escaping () throws -> Void) { deferred.append(change) }

  // MARK: Second pass

  func write(_ record: ItemRecord, at index: Int) throws {
    guard index < decisions.count else { return }
    switch decisions[index] {
    case .skip: return
    case .create(let id, let number, let mark):
      _ = composer.item(record.kind, number: number, id: id)
      made.insert(id)
      var item = ItemComposer(detail: nil, session: self, isTrial: false)
      try item.compose(withDefaults(record), into: id)
      if let mark { composer.change(.taken(mark), was: Value(taken[mark]), now: .integer(id)) }
    case .update(let id):
      guard let detail = try reading.detail(id) else { return }
      var item = ItemComposer(detail: detail, session: self, isTrial: false)
      try item.compose(record, into: id)
    }
  }

  /// After the last record: what had to wait.
  func finishWriting() throws {
    for change in deferred { try change() }
    deferred = []
  }
}
