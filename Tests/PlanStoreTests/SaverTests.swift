import Glibc
import PlanModel
import Testing

@testable import PlanStore

@Test func theSaverAnswersInOrder() throws {
  let board = try TestBoard()
  let saver = try Saver(path: board.path)
  var tickets: [Int] = []
  for number in 1...20 {
    let edit = Edit(.create, [.create(-1, .trend), set(-1, .title, .text("\(number)"))])
    tickets.append(saver.submit(edit, as: "li"))
  }
  var outcomes: [(ticket: Int, outcome: SaveOutcome)] = []
  while outcomes.count < 20, saver.wait(milliseconds: 10_000) { outcomes += saver.take() }
  #expect(outcomes.map(\.ticket) == tickets)
  #expect(saver.outstanding == 0)
  #expect(!saver.wait(milliseconds: 0))
  for outcome in outcomes { _ = try saved(outcome.outcome) }
  // What was submitted before closing is saved.
  _ = saver.submit(Edit(.create, [.create(-1, .trend)]), as: "li")
  saver.close()
  #expect(try board.reader.tally(ListScope(kind: .trend)).count == 21)
}

@Test func theBellRingsAndFollowsItsFile() throws {
  let board = try TestBoard()
  let bell = Bell(board: board.path)
  #expect(!bell.drain())
  try board.save([.create(-1, .trend)])
  #expect(bell.drain())
  #expect(!bell.drain())
  let version = try board.reader.dataVersion()
  try board.save([.create(-1, .trend)])
  #expect(try board.reader.dataVersion() != version)
  #expect(try board.reader.changes(since: 1, limit: 10).map(\.op) == [2])
  _ = bell.drain()
  // A draft and an edit that changes nothing ring nobody.
  try board.writer.saveDraft(Draft(.item(1, .title), base: .none, text: "x", at: 1), of: "li")
  try board.save([set(1, .title, .none)])
  #expect(!bell.drain())
  unlink(LockFile.path(of: board.path))
  #expect(bell.drain())
  _ = bell.drain()
  try board.save([.create(-1, .trend)])
  #expect(bell.drain())
}

@Test func draftsLastUntilTheyAreSaved() throws {
  let board = try TestBoard()
  let target = ChangeTarget.item(-1, .title)
  let cell = ChangeTarget.figure(7, .plan, october)
  try board.writer.saveDraft(Draft(target, base: .none, text: "half", at: 5), of: "li")
  try board.writer.saveDraft(Draft(target, base: .none, text: "half a wo", at: 6), of: "li")
  try board.writer.saveDraft(Draft(cell, base: .integer(3), text: "12万", at: 7), of: "li")
  try board.writer.saveDraft(Draft(target, base: .none, text: "other", at: 8), of: "wang")
  #expect(try board.reader.drafts(of: "li").map(\.text) == ["12万", "half a wo"])
  #expect(try board.reader.drafts(of: "li").first?.base == .integer(3))
  let edit = Edit(.create, [.create(-1, .trend)])
  _ = try saved(board.writer.save(edit, as: "li", dropping: [target]))
  #expect(try board.reader.drafts(of: "li").map(\.text) == ["12万"])
  try board.writer.dropDraft(cell, of: "li")
  #expect(try board.reader.drafts(of: "li").isEmpty)
  #expect(try board.reader.drafts(of: "wang").count == 1)
  #expect(try board.reader.lastOp() == 1)
}
