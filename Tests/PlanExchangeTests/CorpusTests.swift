import Glibc
import PlanModel
import TestSupport
import Testing

@testable import PlanExchange

/// Files as people send them: the name says what makes each one hard, the text beside it how it is
/// read and exactly what comes of it, or exactly what is said.
struct CorpusTests {
  @Test(arguments: CorpusCase.all) func everyFileReadsExactlySo(name: String) throws {
    let file = try CorpusCase(name)
    let found = file.outcome()
    if CorpusCase.regenerates {
      try file.write(found)
    } else {
      #expect(found == file.expected, "\(name)")
    }
  }

  @Test func thereAreManyFiles() { #expect(CorpusCase.all.count >= 60) }

  /// The pieces that a file comes in must not matter.
  @Test(arguments: [1, 2, 3, 7]) func piecesMakeNoDifference(size: Int) throws {
    for name in CorpusCase.all where !name.contains("thousand") {
      let file = try CorpusCase(name)
      #expect(file.outcome(pieceSize: size) == file.expected, "\(name)")
    }
  }
}

/// A file of the corpus with the flags it is read by and what must come of it.
struct CorpusCase {
  let name: String
  let bytes: [UInt8]
  let flags: [String]
  let expected: String

  static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Corpus"

  static let all: [String] = {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csv") { names.append(String(name.dropLast(4))) }
    }
    return names.sorted()
  }()

  static var regenerates: Bool {
    getenv("SANBAN_REGENERATE").map { String(cString: $0) == "1" } ?? false
  }

  init(_ name: String) throws {
    self.name = name
    bytes = try #require(TestFiles.read("\(Self.folder)/\(name).csv"))
    let text = try #require(TestFiles.read("\(Self.folder)/\(name).txt"))
    let lines = String(decoding: text, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let gap = try #require(lines.firstIndex(of: ""))
    flags = Array(lines[..<gap])
    expected = lines[(gap + 1)...].joined(separator: "\n")
  }

  func write(_ outcome: String) throws {
    try TestFiles.write(
      Array((flags.joined(separator: "\n") + "\n\n" + outcome).utf8),
      to: "\(Self.folder)/\(name).txt")
  }

  private func options() throws -> ImportOptions {
    var options = ImportOptions()
    for flag in flags.dropFirst() {
      let parts = flag.split(separator: " ", maxSplits: 1).map { String($0) }
      let value = parts.count > 1 ? parts[1] : ""
      switch parts[0] {
      case "--kind": options.kind = ItemKind(code: value)
      case "--map": try options.mapping.map(value)
      case "--set": try options.mapping.set(value)
      case "--no-heading": options.mapping.hasHeading = false
      case "--skip-lines": options.mapping.skippedLines = Int(value) ?? 0
      case "--empty": options.mapping.empty = value.split(separator: ",").map { String($0) }
      case "--date-order": options.mapping.dateOrder = DateOrder(rawValue: value)
      case "--encoding": options.mapping.encoding = value
      case "--update": options.existing = .update
      default: Issue.record("\(flag)")
      }
    }
    return options
  }

  /// The items that come of the file, or what is said of it.
  func outcome(pieceSize: Int = 1 << 16) -> String { outcome(of: bytes, pieceSize: pieceSize) }

  /// The same for other bytes under the same flags.
  func outcome(of bytes: [UInt8], pieceSize: Int = 1 << 16) -> String {
    do {
      let board = try CorpusBoard.make()
      let prepared = try TableImport.prepare(
        ByteSource(bytes, pieceSize: pieceSize), for: board, options: try options())
      var changes: [Change] = []
      while let more = try prepared.next() { changes += more }
      let outcome = board.save(Edit(.importing, changes), as: "wang")
      guard case .saved = outcome else { return "\(outcome)\n" }
      return CorpusBoard.text(board)
    } catch let faults as FileFaults {
      let shown = faults.faults.prefix(12).map { $0.text(.english) + "\n" }.joined()
      return shown + (faults.count > 12 ? "\(faults.count) in all\n" : "")
    } catch let fault as MappingFault {
      return "usage: \(fault.words.en)\n"
    } catch { return "\(error)\n" }
  }
}

/// The board that the corpus is read into: two targets to serve, and nothing else.
enum CorpusBoard {
  static func make() throws -> MemoryBoard {
    let board = MemoryBoard(.small())
    var composer = Composer()
    for title in ["销售额", "市场份额"] {
      let id = composer.item(.target)
      composer.set(.item(id, .title), .text(title))
      composer.set(.item(id, .period), .integer(Period(year: 2026).rawValue))
    }
    guard case .saved = board.save(Edit(.create, composer.take()), as: "wang") else {
      throw MappingFault(Words("没有板", "no board"))
    }
    return board
  }

  /// What an import has added or changed, a line for each item.
  static func text(_ board: MemoryBoard) -> String {
    let names = FileNames(board.board())
    var lines: [String] = []
    board.forEachItem(ItemKind.allCases) { plan in
      let item = plan.detail.item
      var parts = ["\(item.code)"]
      for field in Field.allCases where field != .kind {
        let value = plan.detail[field]
        guard !value.isNone else { continue }
        parts.append("\(field.code)=\(names.text(value, field.type))")
      }
      let parents = plan.serves.map { "\($0.code)\($0.isMain ? "*" : "")" }
      if !parents.isEmpty { parts.append("serves=" + parents.sorted().joined(separator: "+")) }
      for line in plan.detail.lines {
        for figure in plan.detail.figures where figure.line == line.id {
          for column in Column.allCases {
            guard let amount = figure[column] else { continue }
            let heading = FigureHeading(
              column: column.name(for: item.kind), line: line.code, period: figure.period)
            parts.append("\(heading.text)=\(DecimalText.format(amount, scale: line.scale))")
          }
        }
      }
      lines.append(
        parts.joined(separator: " | ").replacing("\n", with: "⏎").replacing("\r", with: "␍") + "\n")
    }
    return lines.filter { !$0.hasPrefix("Y1 ") && !$0.hasPrefix("Y2 ") }.joined()
  }
}
