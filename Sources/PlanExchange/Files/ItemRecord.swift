import PlanModel

/// An item as a file says it. What a file doesn't say is nil or absent, and stays as it is.
struct ItemRecord: Equatable {
  var kind: ItemKind
  var code: ItemCode?
  /// None is said, too: it clears.
  var fields: [Field: Value] = [:]
  /// The item it goes on from.
  var continues: Said<ItemCode?> = .nothing
  /// The item that a decision is about.
  var about: Said<ItemCode?> = .nothing
  var serves: Said<[ItemCode]> = .nothing
  var main: Said<ItemCode?> = .nothing
  /// All lines of the item.
  var lines: Said<[LineRecord]> = .nothing
  /// Amounts by cell; nil clears.
  var cells: [CellKey: Int64?] = [:]
  /// Cells that aren't named are empty.
  var saysAllCells = false
  /// Notes on cells; those that aren't named are none.
  var cellNotes: Said<[CellKey: String]> = .nothing
  var comments: Said<[CommentRecord]> = .nothing
  var accepted: Said<[Rule: String]> = .nothing
}

/// What a file says of something, or that it says nothing.
enum Said<T: Equatable>: Equatable {
  case nothing
  case value(T)

  var value: T? { if case .value(let value) = self { value } else { nil } }
}

/// A line as a file says it.
struct LineRecord: Equatable {
  var code: String
  var fields: [LineField: Value] = [:]
  var above: RatioEnd?
  var below: RatioEnd?
}

/// One end of a ratio as files name it: `money.actual`, `Y1`, `Y1:east`.
enum RatioEnd: Hashable {
  case money
  case line(ItemCode, String)

  init?(_ text: String) {
    if text == "money.actual" {
      self = .money
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let code = ItemCode(String(first)), code.kind == .target else {
      return nil
    }
    self = .line(code, parts.count > 1 ? String(parts[1]) : "")
  }
}

/// The name of a cell in a file.
struct CellKey: Hashable {
  var line: String
  var column: Column
  var period: Period
}

/// A comment as a file says it.
struct CommentRecord: Hashable {
  var who: String?
  /// Seconds since 1970, UTC.
  var at: Int64?
  var body: String
}

/// A record with the place where it begins.
struct Located {
  var record: ItemRecord
  var place: () -> (line: Int, column: Int)
  /// What is wrong in it.
  var faults: [FileFault] = []
  /// What tells a record from others where it has no code or gets another: a number made of what
  /// the file says.
  var hash: RowHash?
  /// The columns of a table, by the keys they mean.
  var places: [String: (column: Int, heading: String)] = [:]

  init(record: ItemRecord, place: @escaping () -> (line: Int, column: Int)) {
    self.record = record
    self.place = place
  }

  func fault(_ words: Words, heading: String? = nil, value: String? = nil) -> FileFault {
    let (line, column) = place()
    let own = heading.flatMap { places[$0] }
    return FileFault(
      line: line, column: own?.column ?? column, heading: own?.heading ?? heading, value: value,
      words)
  }
}
