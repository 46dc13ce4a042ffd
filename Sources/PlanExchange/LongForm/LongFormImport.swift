import PlanModel

/// Brings amounts of somebody's export to the board, a row for each: matched to what is there,
/// added up where several rows are about the same cell.
final class LongFormImport {
  private struct Sum {
    var amount: Int64
    /// Where the first row of it stands.
    var row: TableRow
  }

  private let session: RecordImport
  private let file: TableFile
  private let mapping: TableMapping
  private let texts: RowTexts
  private let styles: ColumnStyles
  private let matcher: FigureMatcher
  private let how: TableMapping.Existing?
  private let skipsUnmatched: Bool

  private var sums: [ItemID: [CellKey: Sum]] = [:]
  /// The items in the order in which the file names them.
  private var order: [(id: ItemID, code: ItemCode)] = []
  private var marks = RowMarks()
  private var taken: [Int64: ItemID] = [:]
  private var newMarks: [(mark: Int64, item: ItemID)] = []
  private var unmatched = FaultList()
  private var summary = ImportSummary()

  init(
    _ file: TableFile, _ session: RecordImport, _ plan: TablePlan, _ mapping: TableMapping
  ) throws {
    self.session = session
    self.file = file
    self.mapping = mapping
    texts = RowTexts(plan, mapping)
    styles = try ColumnStyles(
      file, dates: plan.places(\.isDay), amounts: plan.places(\.isAmount), mapping: mapping)
    matcher = FigureMatcher(session.reading, session.names)
    how = session.options.amounts ?? (session.options.existing == .update ? .replace : nil)
    skipsUnmatched = session.options.skipsUnmatched
    taken = try session.reading.takenRows()
  }

  func prepare(step: () throws -> Void) throws -> PreparedImport {
    var reader = try file.reader()
    do {
      if mapping.hasHeading { _ = try reader.next() }
      while let row = try reader.next() {
        try step()
        try take(row)
      }
    } catch let fault as FileFault { session.add(fault) }
    var plans: [(item: ItemID, cells: [CellKey: Int64])] = []
    for (id, _) in order {
      let cells = try cells(of: id)
      if cells.isEmpty { summary.skipped += 1 } else { summary.updated += 1 }
      plans.append((id, cells))
    }
    try session.finishExamining()
    return PreparedImport(summary: summary, unmatched: unmatched.all, next: changes(plans))
  }

  // MARK: Rows

  private func take(_ row: TableRow) throws {
    if let fault = texts.countFault(row) { return session.add(fault) }
    guard let column = texts.plan.column(.amount) else { return }
    let text = texts.text(column, row)
    guard !text.isEmpty else { return }
    do {
      let month = try month(row)
      let match = try matcher.find(wanted(row, month))
      let figure = try figureColumn(match.code.kind, row)
      if match.code.kind == .activity, month.unit != .month { throw Misread(.notAMonth, .month) }
      let amount: Int64
      do throws(TextFault) {
        amount = try styles.amount(
          text, column: column.index, unit: try unit(of: match), power: column.power)
      } catch { throw Misread(error, .amount) }
      // Rows leave their marks however they come in: what was set once isn't added later.
      if isTaken(row, match.item, figure, month), how == .add {
        summary.rowsTakenBefore += 1
        return
      }
      try add(amount, CellKey(line: match.line, column: figure, period: month), match, row)
    } catch let mismatch as FigureMatcher.Mismatch {
      let fault = fault(mismatch.words, mismatch.meaning, row)
      if skipsUnmatched { unmatched.add(fault) } else { session.add(fault) }
    } catch let misread as Misread {
      session.add(fault(misread.fault.words, misread.meaning, row))
    }
  }

  /// A cell that can't be read.
  private struct Misread: Error {
    var fault: TextFault
    var meaning: ColumnMeaning
    init(_ fault: TextFault, _ meaning: ColumnMeaning) {
      self.fault = fault
      self.meaning = meaning
    }
  }

  private func unit(of match: FigureMatcher.Match) throws(TextFault) -> AmountUnit {
    (try? matcher.unit(of: match)) ?? session.names.board.money
  }

  private func fault(_ words: Words, _ meaning: ColumnMeaning, _ row: TableRow) -> FileFault {
    let plan = texts.plan
    let column = plan.column(meaning) ?? plan.column(.amount) ?? texts.constant(meaning)
    return texts.fault(words, column, row)
  }

  private func wanted(_ row: TableRow, _ month: Period) -> FigureMatcher.Wanted {
    FigureMatcher.Wanted(
      code: texts.said(.key(.code), row), reference: texts.said(.key(.field(.ref)), row),
      line: texts.said(.line, row), measure: texts.said(.key(.field(.measure)), row),
      region: texts.said(.key(.field(.region)), row),
      channel: texts.said(.key(.field(.channel)), row),
      product: texts.said(.key(.field(.product)), row), month: month)
  }

  private func month(_ row: TableRow) throws -> Period {
    let said = texts.said(.month, row)
    guard !said.isEmpty else { throw Misread(.noMonthColumn, .month) }
    do throws(TextFault) { return try CellPeriod.parse(said, year: texts.plan.year) } catch {
      guard error == .notAPeriod, let column = texts.plan.column(.month) else {
        throw Misread(error, .month)
      }
      do throws(TextFault) {
        return try styles.day(said, column: column.index, year: texts.plan.year).monthPeriod
      } catch { throw Misread(error == .notADay ? .notAMonth : error, .month) }
    }
  }

  private func figureColumn(_ kind: ItemKind, _ row: TableRow) throws -> Column {
    let said = Folding.fold(texts.said(.column, row))
    guard !said.isEmpty else { return .actual }
    let known = Column.of(kind).first { column in
      let words = column.words(for: kind)
      return [column.name(for: kind), words.zh, words.en].contains { Folding.fold($0) == said }
    }
    guard let known else {
      throw Misread(.unknown(Column.of(kind).map { $0.name(for: kind) }), .column)
    }
    return known
  }

  /// A row is the same only where it is about the same cell: what the mapping says for all rows
  /// belongs to it, and the month however it was written.
  private func isTaken(
    _ row: TableRow, _ item: ItemID, _ figure: Column, _ month: Period
  ) -> Bool {
    var hash = texts.hash(row)
    for (meaning, value) in texts.plan.constants where meaning != .column && meaning != .month {
      let own = texts.plan.column(meaning).map { texts.text($0, row) } ?? ""
      guard own.isEmpty else { continue }
      hash.take(meaning.name)
      hash.take(value)
    }
    hash.take("\(figure)")
    hash.take("\(month)")
    let mark = marks.mark(hash)
    if taken[mark] != nil { return true }
    newMarks.append((mark, item))
    return false
  }

  private func add(
    _ amount: Int64, _ key: CellKey, _ match: FigureMatcher.Match, _ row: TableRow
  ) throws {
    if sums[match.item] == nil { order.append((match.item, match.code)) }
    var sum =
      sums[match.item]?[key] ?? Sum(amount: 0, row: TableRow(line: row.line, cells: row.cells))
    let (total, isOver) = sum.amount.addingReportingOverflow(amount)
    guard !isOver, total.magnitude <= DecimalText.limit.magnitude else {
      throw Misread(.tooLarge, .amount)
    }
    sum.amount = total
    sums[match.item, default: [:]][key] = sum
  }

  // MARK: What is there

  /// The cells of an item that change.
  private func cells(of id: ItemID) throws -> [CellKey: Int64] {
    guard let detail = try session.reading.detail(id) else { return [:] }
    var cells: [CellKey: Int64] = [:]
    for (key, sum) in sums[id] ?? [:] {
      let line = detail.lines.first { $0.code == key.line }
      let was = line.flatMap { detail.figure($0.id, key.period)?[key.column] }
      var now = sum.amount
      if let was, was != now || how == .add {
        switch how {
        case .replace: break
        case .add:
          let (total, isOver) = was.addingReportingOverflow(now)
          guard !isOver, total.magnitude <= DecimalText.limit.magnitude else {
            session.add(fault(TextFault.tooLarge.words, .amount, sum.row))
            continue
          }
          now = total
        case nil:
          let there = DecimalText.format(was, scale: line?.scale ?? 2)
          session.add(
            fault(
              Words(
                "已有\(there)；用--update replace改写，或--update add相加",
                "there is \(there) already; use --update replace or --update add"), .amount, sum.row
            ))
          continue
        }
      }
      guard now != was else { continue }
      if detail.item.kind == .activity, key.column == .actual,
        !session.mayWriteActual(key.period)
      {
        session.add(fault(RecordImport.closedMonth, .month, sum.row))
        continue
      }
      if detail.item.kind == .activity, key.column == .plan, session.isPlanLocked(key.period) {
        session.add(fault(RecordImport.planLocked, .month, sum.row))
        continue
      }
      cells[key] = now
    }
    return cells
  }

  private func changes(_ plans: [(item: ItemID, cells: [CellKey: Int64])]) -> () throws -> [Change]?
  {
    var index = 0
    var isDone = false
    let (session, marks, taken) = (session, newMarks, taken)
    return {
      guard !isDone else { return nil }
      while session.composer.changes.count < 2_000, index < plans.count {
        let (id, cells) = plans[index]
        index += 1
        guard !cells.isEmpty, let detail = try session.reading.detail(id) else { continue }
        var record = ItemRecord(kind: detail.item.kind)
        record.code = detail.item.code
        record.cells = cells.mapValues { .some($0) }
        var item = ItemComposer(detail: detail, session: session, isTrial: false)
        try item.compose(record, into: id)
      }
      if index == plans.count {
        isDone = true
        for (mark, item) in marks {
          session.composer.change(.taken(mark), was: Value(taken[mark]), now: .integer(item))
        }
      }
      return session.composer.take()
    }
  }
}
