import PlanModel

/// What is wrong at one place of a file, with the way out.
public struct FileFault: Error, Hashable, Sendable {
  /// The physical line, from 1, on which the record begins.
  public var line: Int
  /// The column, from 1: of a JSON text its character, of a table its field.
  public var column: Int
  /// The heading or key of the field, if it is about one.
  public var heading: String?
  /// What stands there, if that helps; cut to forty characters where it is shown.
  public var value: String?
  public var words: Words
  /// Nothing behind it can be read.
  var endsFile = false

  public init(
    line: Int, column: Int, heading: String? = nil, value: String? = nil, _ words: Words
  ) {
    self.line = line
    self.column = column
    self.heading = heading
    self.value = value
    self.words = words
  }

  /// The value, cut to forty characters, line breaks as blanks.
  public var shownValue: String? {
    guard let value else { return nil }
    let line = String(value.prefix(41).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count > 40 ? line.prefix(39) + "…" : line
  }

  /// `LINE:COLUMN heading “value”: reason`, without the file's name.
  public func text(_ language: Language) -> String {
    var parts = "\(line):\(column)"
    if let heading { parts += " \(heading)" }
    if let shownValue { parts += " “\(shownValue)”" }
    return parts + (language == .chinese ? "：" : ": ") + words(language)
  }
}

/// All that is wrong with a file; nothing of it was written.
public struct FileFaults: Error, Sendable {
  /// The first thousand, in the order of the file.
  public var faults: [FileFault]
  /// How many there are in all.
  public var count: Int

  public init(_ faults: [FileFault], count: Int? = nil) {
    self.faults = faults
    self.count = count ?? faults.count
  }
}

/// Gathers the faults of a file, so that all of them can be told at once.
struct FaultList {
  static let limit = 1_000
  private(set) var faults: [FileFault] = []
  private(set) var count = 0

  mutating func add(_ fault: FileFault) {
    count += 1
    if faults.count < Self.limit { faults.append(fault) }
  }

  func throwIfAny() throws {
    if count > 0 { throw all }
  }

  /// In the order of the file.
  var all: FileFaults {
    FileFaults(faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }, count: count)
  }
}
