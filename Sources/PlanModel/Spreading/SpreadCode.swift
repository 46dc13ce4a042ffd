/// A spread as it is typed, in the codes of IBM TM1: a method, directions, an action, values.
///
/// `P<>100`, `S+200`, `R>500`, `P%+10`, `SL100:200`, `GR300:25`, `C`, `H`, `RH`; directions and the
/// action may stand in either order (`S+|^200`). Upper and lower case and full-width forms are the
/// same. A `!` in front is left out. Amounts are read as everywhere (`S+12万`).
public struct SpreadCode: Hashable, Sendable {
  public enum Method: Hashable, Sendable {
    /// `P`: a total by the shares of what is there, equally if nothing is.
    case proportional(Int64)
    /// `S`: a total in equal parts.
    case equal(Int64)
    /// `R`: the same amount in every cell.
    case repeated(Int64)
    /// `P%`: that percentage of each cell, which replaces it, is added or subtracted.
    case percent(Fraction)
    /// `SL`: from the first amount to the last in equal steps.
    case straightLine(from: Int64, to: Int64)
    /// `GR`: from the first amount, each cell so many percent above the one before.
    case growth(from: Int64, percent: Fraction)
    /// `RP`: a total by the shares of other cells; without an amount the total that is there.
    case relative(Int64?, SpreadReference)
    /// `R%`: other cells, changed by so many percent.
    case relativePercent(Fraction, SpreadReference)
    /// `C`: nothing said any more.
    case clear
    /// `H`: spreads leave these cells alone.
    case hold
    /// `RH`: takes a hold back.
    case release
    /// `RA`: takes back every hold of this person on the board.
    case releaseAll
  }

  /// What becomes of the amount that was there.
  public enum Action: Hashable, Sendable { case replace, add, subtract }

  public var method: Method
  public var action: Action
  public var directions: SpreadDirections

  public init(
    _ method: Method, action: Action = .replace, directions: SpreadDirections = []
  ) {
    self.method = method
    self.action = action
    self.directions = directions
  }

  /// Whether the code says something of holds and changes no amount.
  public var isHold: Bool { method == .hold || method == .release || method == .releaseAll }

  /// The other cells that must be read for it.
  public var reference: SpreadReference? {
    switch method {
    case .relative(_, let reference), .relativePercent(_, let reference): reference
    default: nil
    }
  }
}

/// Which cells a spread reaches from the cell in which it is typed; none: the whole selection.
public struct SpreadDirections: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let left = SpreadDirections(rawValue: 1)
  public static let right = SpreadDirections(rawValue: 2)
  public static let up = SpreadDirections(rawValue: 4)
  public static let down = SpreadDirections(rawValue: 8)

  static let signs: [Character: SpreadDirections] = [
    "<": .left, ">": .right, "^": .up, "|": .down,
  ]

  /// Rows and columns that are reached from a place in a grid, the place itself among them: `>` goes
  /// to the end of its row, `^|` through its whole column, all four through the whole grid, `>|` over
  /// everything to the right and below. Nil without a direction, or for a place outside.
  public func reach(
    row: Int, column: Int, rows: Int, columns: Int
  ) -> (rows: Range<Int>, columns: Range<Int>)? {
    guard !isEmpty, (0..<rows).contains(row), (0..<columns).contains(column) else { return nil }
    return (
      (contains(.up) ? 0 : row)..<(contains(.down) ? rows : row + 1),
      (contains(.left) ? 0 : column)..<(contains(.right) ? columns : column + 1)
    )
  }
}

/// The cells whose shares another spread takes, month for month: `last_year` (last year's actual),
/// `last_year.plan`, a column (`forecast`), a line of the same item (`media`), a line of another item
/// (`A12.media`), and these joined (`A12.media.plan`).
public struct SpreadReference: Hashable, Sendable {
  public var isLastYear: Bool
  /// Nil: the item in which the spread is typed.
  public var item: ItemCode?
  /// Nil: the same line.
  public var line: String?
  /// Nil: the same column.
  public var column: Column?

  public init(
    isLastYear: Bool = false, item: ItemCode? = nil, line: String? = nil, column: Column? = nil
  ) {
    self.isLastYear = isLastYear
    self.item = item
    self.line = line
    self.column = column
  }

  /// Reads the part behind the colon; nil if it says one thing twice or nothing.
  public init?(_ text: some StringProtocol) {
    self.init()
    for part in Folding.fold(String(text)).split(separator: ".", omittingEmptySubsequences: false) {
      let name = Folding.trimmed(part)
      guard !name.isEmpty else { return nil }
      if ["last_year", "lastyear", "ly", "去年"].contains(name) {
        guard !isLastYear else { return nil }
        isLastYear = true
      } else if let known = SpreadReference.column(name) {
        guard column == nil else { return nil }
        column = known
      } else if let code = ItemCode(name) {
        guard item == nil else { return nil }
        item = code
      } else {
        guard line == nil else { return nil }
        line = name
      }
    }
    if isLastYear, column == nil { column = .actual }
  }

  private static func column(_ name: String) -> Column? {
    for kind in ItemKind.horizons {
      let all = Column.of(kind) + [.approved]
      if let match = all.first(where: {
        $0.name(for: kind) == name || $0.words(for: kind).zh == name
      }) {
        return match
      }
    }
    return nil
  }
}
