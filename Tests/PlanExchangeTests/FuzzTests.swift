import Glibc
import PlanModel
import TestSupport
import Testing

@testable import PlanExchange

/// Damaged files: whatever stands in them, the reader answers, the same for every way of being fed,
/// and a place it names lies in the file.
///
/// `SANBAN_FUZZ=60 swift test --filter FuzzTests` runs for so many seconds and prints its figures.
struct FuzzTests {
  private struct Figures {
    var files = 0
    var read = 0
    var refused = 0
    var bytes = 0
    var slowest = Duration.zero
    var reasons: Set<String> = []
  }

  @Test func damagedFilesAreReadOrRefused() throws {
    let seconds = getenv("SANBAN_FUZZ").flatMap { Int(String(cString: $0)) }
    let cases = try CorpusCase.all.filter { !$0.contains("thousand") }.map { try CorpusCase($0) }
    var random = Seeded(UInt64(seconds.map { _ in UInt64(time(nil)) } ?? 11))
    var figures = Figures()
    let start = ContinuousClock.now
    while seconds.map({ ContinuousClock.now - start < .seconds($0) }) ?? (figures.files < 400) {
      let file = try #require(cases.randomElement(using: &random))
      let other = try #require(cases.randomElement(using: &random))
      let bytes = Self.damaged(file.bytes, other.bytes, &random)
      try look(file, bytes, &figures)
    }
    #expect(figures.refused > 0 && figures.read > 0)
    if seconds != nil {
      let spent = ContinuousClock.now - start
      print(
        "fuzz: \(figures.files) files, \(figures.bytes) bytes in \(spent); \(figures.read) read, "
          + "\(figures.refused) refused for \(figures.reasons.count) reasons; "
          + "slowest \(figures.slowest)")
    }
  }

  private func look(_ file: CorpusCase, _ bytes: [UInt8], _ figures: inout Figures) throws {
    let began = ContinuousClock.now
    let outcome = file.outcome(of: bytes)
    figures.slowest = max(figures.slowest, ContinuousClock.now - began)
    figures.files += 1
    figures.bytes += bytes.count
    #expect(file.outcome(of: bytes, pieceSize: 5) == outcome, "\(file.name): \(bytes)")
    guard let first = outcome.split(separator: "\n").first, first.first?.isNumber == true else {
      figures.read += outcome.hasPrefix("usage:") ? 0 : 1
      figures.refused += outcome.hasPrefix("usage:") ? 1 : 0
      return
    }
    figures.refused += 1
    figures.reasons.insert(String(first.split(separator: ":").last ?? ""))
    let line = Int(first.prefix { $0.isNumber }) ?? 0
    let ends = bytes.count { $0 == 0x0A || $0 == 0x0D }
    #expect((1...(ends + 1)).contains(line), "\(file.name): \(first)")
  }

  /// Bytes changed, left out, doubled or mixed with another file's.
  private static func damaged(_ bytes: [UInt8], _ other: [UInt8], _ random: inout Seeded)
    -> [UInt8]
  {
    var damaged = bytes
    let signs: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x00, 0xFF, 0x80, 0xE4, 0x27, 0x3D]
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let place = Int.random(in: 0...damaged.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where place < damaged.count: damaged[place] = .random(in: 0...255, using: &random)
      case 1 where place < damaged.count: damaged.remove(at: place)
      case 2: damaged.insert(signs.randomElement(using: &random) ?? 0x22, at: place)
      case 3: damaged = Array(damaged[..<place])
      case 4: damaged.insert(contentsOf: damaged[..<place].suffix(40), at: place)
      default:
        let from = Int.random(in: 0...other.count, using: &random)
        damaged.insert(contentsOf: other[from...].prefix(30), at: place)
      }
    }
    return damaged
  }
}
