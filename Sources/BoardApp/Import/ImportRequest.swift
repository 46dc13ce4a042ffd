import PlanModel

/// A file that somebody wants to import, and what its columns mean.
public struct ImportRequest: Hashable, Sendable {
  public var path: String
  /// What columns become, by their numbers from 1.
  public var fields: [Int: String] = [:]
  /// How flags name those columns: by heading where that is clear, with words behind a colon.
  public var columns: [Int: String] = [:]
  public var kind: ItemKind?
  /// Values of all rows that say no other.
  public var constants: [String: String] = [:]
  /// Words that mean that nothing stands in a cell.
  public var empty: [String] = []
  /// `ymd`, `dmy` or `mdy`; nil finds it.
  public var dateOrder: String?
  /// Change what is there already.
  public var updates = false
  /// Whoever looks says what the columns may mean.
  public var proposes = true
  /// A kept mapping to begin with.
  public var mapping: String?
  /// The name under which the meanings are kept.
  public var keepsAs: String?
  /// Counts the looks: an answer to an earlier one is late.
  public var number = 0

  /// The reader's language.
  public var language: Language

  public init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  /// The file's name without its folders.
  public var title: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// What a look at a file has found.
public struct ImportPreview: Sendable {
  public struct Column: Sendable {
    public var number: Int
    public var heading: String
    public var samples: [String]
    /// An amount that needs its expense line.
    public var isOpenAmount: Bool
    /// The month that the heading names.
    public var month: Period?

    public init(
      number: Int, heading: String, samples: [String], isOpenAmount: Bool = false,
      month: Period? = nil
    ) {
      self.number = number
      self.heading = heading
      self.samples = samples
      self.isOpenAmount = isOpenAmount
      self.month = month
    }
  }

  /// A place that can't be read.
  public struct Fault: Sendable, Hashable {
    public var line: Int
    public var column: Int
    public var words: Words

    public init(line: Int, column: Int, words: Words) {
      self.line = line
      self.column = column
      self.words = words
    }
  }

  /// The request with what was proposed.
  public var request: ImportRequest
  /// How the file is written: `UTF-8, comma`.
  public var writing = Words("", "")
  public var columns: [Column] = []
  /// The names of what is read, and the first rows as they would be.
  public var fields: [String] = []
  public var rows: [[String]] = []
  public var faults: [Fault] = []
  /// How many faults there are in all.
  public var faultCount = 0
  /// Why the meanings don't do yet.
  public var refusal: Words?
  public var created = 0
  public var updated = 0
  public var skipped = 0

  public init(_ request: ImportRequest) { self.request = request }

  /// Nothing stands in the way.
  var isSound: Bool { faultCount == 0 && refusal == nil }
}

/// What is in a folder, for choosing a file.
public struct FolderList: Sendable {
  public struct Entry: Sendable, Hashable {
    public var name: String
    public var isFolder: Bool

    public init(name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
    }
  }

  public var path: String
  /// Files that can be imported, then folders.
  public var entries: [Entry]
  /// Why there is nothing to see.
  public var problem: Words?

  public init(path: String, entries: [Entry], problem: Words? = nil) {
    self.path = path
    self.entries = entries
    self.problem = problem
  }
}

/// What comes of a file: the loop reads, the program only sees values.
public enum FileAnswer: Sendable {
  case folder(FolderList)
  /// The path is a file: look at it.
  case chosen(String)
  case looked(ImportPreview)
  case failed(Int, Words)
  /// What the import does, ready to be saved; the meanings first, as a step of their own.
  case ready(ImportPreview, meanings: Edit?, Edit)
}
