import PlanModel

/// Drives the two passes over the records of a file.
struct ImportRun {
  let session: RecordImport
  /// Called at every record.
  let step: () throws -> Void
  /// What comes last.
  var ending: (RecordImport) -> Void = { _ in }
  /// Begins to step through the records.
  let records: () -> () throws -> Located?

  init(
    session: RecordImport, step: @escaping () throws -> Void,
    ending: @escaping (RecordImport) -> Void = { _ in },
    records: @escaping () -> () throws -> Located?
  ) {
    self.session = session
    self.step = step
    self.ending = ending
    self.records = records
  }

  /// Looks at all records.
  ///
  /// - Throws: ``FileFaults`` with everything that is wrong.
  func prepare(board: BoardChanges = BoardChanges()) throws -> PreparedImport {
    let next = records()
    while true {
      do {
        guard let located = try next() else { break }
        try step()
        try session.examine(located)
      } catch let fault as FileFault {
        session.add(fault)
        if fault.endsFile { break }
      }
    }
    try session.finishExamining()
    var summary = session.summary
    summary.board = board
    let place = Place()
    return PreparedImport(summary: summary, line: { place.line }, next: changes(place))
  }

  /// Where the record stands whose changes come now.
  private final class Place { var line: Int? }

  private func changes(_ place: Place) -> () throws -> [Change]? {
    let next = records()
    let most = session.options.oneByOne ? 1 : 2_000
    var index = 0
    var isDone = false
    return {
      guard !isDone else { return nil }
      while session.composer.changes.count < most {
        guard let located = try next() else {
          isDone = true
          place.line = nil
          try session.finishWriting()
          ending(session)
          break
        }
        try step()
        if most == 1 { place.line = located.place().line }
        try session.write(located.record, at: index)
        index += 1
      }
      return session.composer.take()
    }
  }
}
