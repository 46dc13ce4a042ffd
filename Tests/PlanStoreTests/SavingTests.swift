import PlanModel
import Testing

@testable import PlanStore

@Test func planIsSavedAndRead() throws {
  let board = try TestBoard()
  let plan = try board.plan(activities: 2)
  let detail = try #require(try board.reader.detail(plan.activities[0]))
  #expect(detail.item.code.description == "A1")
  #expect(detail.item.money.plan == 6_000)
  #expect(detail.parents.map(\.id) == [plan.target])
  #expect(detail.lines.map(\.code) == ["media"])
  #expect(detail.figures.count == 3)
  let target = try #require(try board.reader.detail(plan.target))
  #expect(target.cost.plan == 12_000)
  #expect(target.childCount == 2)
  #expect(try board.reader.sums(by: .lead, months: [november]).map(\.money.plan) == [2_000, 2_000])
  #expect(try board.reader.sums(by: .quarter, months: nil).map(\.key) == [202_624])
  try board.verify()
}

@Test func differentFieldsMergeAndTheSameFieldConflicts() throws {
  let board = try TestBoard()
  let item = try board.plan().activities[0]
  let other = try BoardWriter(path: board.path)
  _ = try saved(other.save(Edit(.edit, [set(item, .tags, .text("a"))]), as: "wang"))
  try board.save([set(item, .ref, .text("R1"))])
  let mine = set(item, .tags, .text("b"))
  let found = conflicts(board.writer.save(Edit(.edit, [mine]), as: "li"))
  #expect(found.map(\.theirs) == [.text("a")])
  #expect(try found.first?.who == board.person("wang"))
  #expect(try board.item(item)[.tags] == .text("a"))
  try board.save([set(item, .tags, .text("b"), was: .text("a"))])
  let same = try board.save([set(item, .tags, .text("b"), was: .text("other"))])
  #expect(same.op == nil)
  try board.verify()
}

@Test func undoAndRedo() throws {
  let board = try TestBoard()
  let plan = try board.plan()
  let (item, line) = (plan.activities[0], plan.lines[0])
  try board.save([cell(line, .plan, november, 500, was: 2_000)], .figure)
  let li = try board.person("li")
  func step(_ edit: Edit?) throws { _ = try saved(board.writer.save(try #require(edit), as: "li")) }
  try step(board.reader.undo(by: li))
  #expect(try board.item(item).money.plan == 6_000)
  try step(board.reader.undo(by: li))
  #expect(try board.item(item).isGone)
  #expect(try board.reader.undo(by: li) == nil)
  try step(board.reader.redo(by: li))
  try step(board.reader.redo(by: li))
  #expect(try board.item(item).money.plan == 4_500)
  #expect(try board.reader.redo(by: li) == nil)
  try step(board.reader.undo(by: li))
  try board.save([set(item, .ref, .text("x"))])
  #expect(try board.reader.redo(by: li) == nil)
  try board.verify()
}

@Test func aKnownEditIsNotRepeated() throws {
  let board = try TestBoard()
  let edit = Edit(
    .create,
    [
      .create(-1, .activity), set(-1, .title, .text("x")),
      Change(.line(-2, .item), was: .none, now: .integer(-1)),
    ])
  let first = try saved(board.writer.save(edit, as: "li"))
  let second = try saved(board.writer.save(edit, as: "li"))
  #expect(first == second)
  #expect(first.codes.map(\.description) == ["A1"])
  #expect(try board.reader.tally(ListScope(kind: .activity)).count == 1)
}
