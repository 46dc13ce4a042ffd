import PlanModel

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
