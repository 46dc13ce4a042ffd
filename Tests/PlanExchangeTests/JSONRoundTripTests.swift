import PlanExchange
import PlanModel
import Testing

struct JSONRoundTripTests {
  @Test func theDemoComesBackTheSame() throws {
    let first = try TestBoard(Demo.board()).json()
    let second = try TestBoard(NewBoard(settings: [:], changes: []))
    let summary = try second.importing(first)
    #expect(summary.created == 56)
    #expect(try second.json().text == first.text)
  }

  @Test func importingAgainAddsNothing() throws {
    let board = try TestBoard(Demo.board())
    let text = try board.json()
    let summary = try board.importing(text)
    #expect(summary.created == 0 && summary.updated == 0 && summary.skipped == 56)
    #expect(try board.json() == text)
  }

  @Test func aLargeBoardComesBackTheSame() throws {
    let first = try TestBoard(LargeDemo.board(activities: 300)).json()
    let second = try TestBoard(
      NewBoard(settings: [:], changes: StarterLists.changes(currency: "CNY")))
    try second.importing(first)
    #expect(try second.json() == first)
  }
}
