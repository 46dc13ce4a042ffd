import GRDB
import PlanModel

/// The items whose search text holds all words of a filter, found once and kept, in a table of the
/// connection's own memory, until the words change or somebody saves.
final class Hits {
  /// How a query uses what was found.
  enum Use {
    /// Not at all: every row is looked at.
    case none
    /// Rows of a list are looked up among the hits.
    case many
    /// So few that the list begins with them.
    case few
  }
  private static let few = 500

  private var words: [String] = []
  private var use = Use.none
  private var version: Int64?

  /// - Returns: how the hits of this filter's words can be used as `temp.hit`; not at all when it has
  ///   no words, or when so few rows are in question that looking at each is cheaper.
  func find(_ scope: ListScope, _ statements: Statements) throws -> Use {
    let words = scope.filter.words
    guard !words.isEmpty, scope.under == .everything else { return .none }
    let now = try statements.integer("PRAGMA data_version")
    if words == self.words, now == version { return use }
    let narrows = now == version && narrowed(by: words)
    forget()
    let tests = words.map { _ in "instr(body, ?) > 0" }.joined(separator: " AND ")
    let folded = words.map { Folding.fold($0) }
    if narrows {
      try statements.run(
        "DELETE FROM temp.hit WHERE id NOT IN (SELECT h.id FROM temp.hit h CROSS JOIN search s "
          + "ON s.id = h.id WHERE \(tests))", folded)
    } else {
      try statements.run("CREATE TABLE IF NOT EXISTS temp.hit(id INTEGER PRIMARY KEY)")
      try statements.run("DELETE FROM temp.hit")
      try statements.run("INSERT INTO temp.hit SELECT id FROM search WHERE \(tests)", folded)
    }
    (self.words, version) = (words, now)
    let count = try statements.integer("SELECT count(*) FROM temp.hit") ?? 0
    use = count <= Hits.few ? .few : .many
    return use
  }

  /// Whoever types on only narrows: what these words hold is among the hits already.
  private func narrowed(by words: [String]) -> Bool {
    !self.words.isEmpty
      && self.words.allSatisfy { old in
        words.contains { Folding.fold($0).contains(Folding.fold(old)) }
      }
  }

  /// What was kept may be gone: the transaction that found it has failed.
  func forget() { (words, version) = ([], nil) }
}

extension Filter {
  /// The words that must occur.
  var words: [String] {
    terms.compactMap { term in
      if case .word(let word) = term.test, !term.isNegated { word } else { nil }
    }
  }
}
