/// A block of tab-separated text, as Excel and WPS copy it, laid over a grid: shown before it is
/// written, cell by cell.
public struct PasteBlock: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    /// The place in the grid; outside of it where ``outcome`` says so.
    public var row: Int
    public var column: Int
    public var text: String
    public var outcome: Outcome
  }

  public enum Outcome: Hashable, Sendable {
    /// Nil empties the cell.
    case amount(Int64?)
    case fault(Words)

    public var fault: Words? { if case .fault(let words) = self { words } else { nil } }
  }

  public var cells: [Cell]
  public var rows: Int
  public var columns: Int

  public var faults: [Cell] { cells.filter { $0.outcome.fault != nil } }
  /// Whether every cell can be written.
  public var isWhole: Bool { cells.allSatisfy { $0.outcome.fault == nil } }

  /// The most cells that one paste takes.
  public static let mostCells = 100_000
  static let outside = Words("超出表格范围；缩小或换起点", "outside the grid; paste less or begin elsewhere")
  static let controlCharacters = Words("含控制字符", "holds control characters")

  /// Says for every cell of a text where it goes and what it means.
  /// - Parameters:
  ///   - row, column: where the block's first cell goes, from 0.
  ///   - rows, columns: the size of the grid.
  ///   - filling: the chosen range; a single pasted value fills it.
  ///   - parse: the meaning of a text in a cell of the grid, or why it can't be (no number, locked, below
  ///     the floor …).
  /// - Throws: a refusal when there is nothing in the text, or too much.
  public static func plan(
    _ text: String, row: Int, column: Int, rows: Int, columns: Int,
    filling: (rows: Int, columns: Int) = (1, 1),
    parse: (_ row: Int, _ column: Int, _ text: String) -> Outcome
  ) throws(Refusal) -> PasteBlock {
    var block = try records(text)
    guard !block.isEmpty else {
      throw SpreadRefusals.input("剪贴板里没有可粘贴的内容", "there is nothing to paste")
    }
    if block.count == 1, block[0].count == 1 {
      let down = max(1, min(filling.rows, rows - row))
      let across = max(1, min(filling.columns, columns - column))
      guard down.multipliedReportingOverflow(by: across).partialValue <= mostCells else {
        throw tooMany
      }
      block = Array(repeating: Array(repeating: block[0][0], count: across), count: down)
    }
    var cells: [Cell] = []
    for (down, record) in block.enumerated() {
      for (across, text) in record.enumerated() {
        let (at, along) = (row + down, column + across)
        var outcome = Outcome.fault(outside)
        if (0..<rows).contains(at), (0..<columns).contains(along) {
          outcome =
            text.unicodeScalars.contains { isControl($0) }
            ? .fault(controlCharacters) : parse(at, along, text)
        }
        cells.append(Cell(row: at, column: along, text: text, outcome: outcome))
      }
    }
    return PasteBlock(
      cells: cells, rows: block.count, columns: block.map(\.count).max() ?? 0)
  }

  /// An amount as it stands in a spreadsheet: as people type it, also a lone `-` for zero; formulas and
  /// changes (`=`, `+10%`) aren't taken.
  public static func amount(_ text: String, unit: AmountUnit) -> Outcome {
    let typed = Folding.trimmed(Folding.fold(text))
    if ["-", "−", "—"].contains(typed) { return .amount(0) }
    guard !typed.hasPrefix("=") else { return .fault(AmountFault.notANumber.words) }
    do throws(AmountFault) {
      return .amount(try AmountText.parse(text, unit: unit))
    } catch {
      return .fault(error == .nothingThere ? AmountFault.notANumber.words : error.words(for: unit))
    }
  }

  private static var tooMany: Refusal {
    SpreadRefusals.input(
      "粘贴的格子太多（上限\(mostCells)）", "too many cells to paste (at most \(mostCells))")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x200B...0x200F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// Rows end with LF, CR LF or CR; the last end is left out. A field that begins with a quotation
  /// mark goes to the closing one and may hold tabs and line ends; two of them stand for one.
  private static func records(_ text: String) throws(Refusal) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var count = 0
    var isQuoted = false
    var wasQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if next == "\"" {
          field.append(scalar)
          next = scalars.next()
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"" where field.isEmpty && !wasQuoted:
        (isQuoted, wasQuoted) = (true, true)
      case "\t", "\n", "\r":
        record.append(String(field))
        field.removeAll()
        wasQuoted = false
        count += 1
        guard count <= mostCells else { throw tooMany }
        guard scalar != "\t" else { continue }
        if scalar == "\r", next == "\n" { next = scalars.next() }
        records.append(record)
        record = []
      default: field.append(scalar)
      }
    }
    if !field.isEmpty || !record.isEmpty || wasQuoted {
      records.append(record + [String(field)])
    }
    return records
  }
}
