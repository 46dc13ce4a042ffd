import Foundation
import PlanExchange
import PlanModel
import Testing

/// What the worked example must say, recounted by other means.
struct AnswerKeyTests {
  private static func answers() throws -> JSONNode {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Answers/answers.json")
    return try JSONCursor.parse([UInt8](try Data(contentsOf: path)))
  }

  @Test func theBudgetIsTheRecountedOne() throws {
    let reader = try TestBoard(Demo.board()).reader()
    let board = try reader.board()
    for group in try #require(Self.answers()["budget"]?.members) {
      let words = group.key.split(separator: " ").map { String($0) }
      let period = words.count == 3 ? Period(words[0]) : nil
      let grouping = try #require(Grouping(rawValue: words[words.count - 1]))
      let sums = try reader.sums(by: grouping, months: period.map(board.calendar.months))
      var found: [String: Money] = [:]
      for sum in sums {
        found[try name(sum.key, grouping, board, reader)] = sum.money
      }
      let wanted = try #require(group.node.members)
      #expect(Set(found.keys) == Set(wanted.map(\.key)), "\(group.key)")
      for member in wanted {
        let money = found[member.key] ?? Money()
        for (column, amount) in [
          ("plan", money.plan), ("outlook", money.outlook), ("committed", money.committed),
          ("actual", money.actual), ("left", money.left), ("variance", money.variance),
        ] {
          let digits = try #require(member.node[column]?.numeric)
          let wanted = try DecimalText.parse(digits, scale: 2)
          #expect(amount == wanted, "\(group.key) \(member.key) \(column)")
        }
      }
    }
  }

  @Test func theFindingsAreTheRecountedOnes() throws {
    let reader = try TestBoard(Demo.board()).reader()
    let today = try #require(try reader.board().fixedToday)
    let found = try Check.findings(of: reader, today: today)
    let wanted = try #require(Self.answers()["findings"]?.elements).map {
      "\($0["severity"]?.string ?? "") \($0["rule"]?.string ?? "") \($0["code"]?.string ?? "")"
    }
    let said = found.map { "\($0.severity.code) \($0.rule.code) \($0.codes[0])" }
    #expect(said == wanted)
    #expect(Check.stands(found) == (try Self.answers()["stands"]?.bool))
  }

  private func name(
    _ key: Int64, _ grouping: Grouping, _ board: Board, _ reader: some BoardReading
  ) throws -> String {
    switch grouping {
    case .lead: Department(rawValue: key)?.code ?? "none"
    case .target, .activity: try reader.items(ids: [key]).first?.code.description ?? "none"
    case .category, .region: board.entries[key]?.code ?? "none"
    case .owner: board.people[key]?.name ?? "none"
    case .month, .quarter: Period(rawValue: key)?.description ?? "none"
    }
  }
}
