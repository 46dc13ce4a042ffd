import PlanModel
import Testing

@Suite struct ActsTests {
  private func item(_ id: ItemID, _ fields: [Field: Value] = [:]) -> Item {
    Item(id: id, code: ItemCode(kind: .activity, number: id), fields: fields)
  }

  @Test func assigningDropsWhatStandsAlready() {
    let edit = Acts.assign([item(1), item(2, [.lead: .integer(2)])], to: .sales)
    #expect(edit.act == .assign)
    #expect(edit.changes == [Change(.item(1, .lead), was: .none, now: .integer(2))])
    #expect(Acts.assign([item(2, [.lead: .integer(2)])], to: .sales).changes.isEmpty)
    #expect(
      Acts.assign([item(2, [.lead: .integer(2)])], to: nil).changes == [
        Change(.item(2, .lead), was: .integer(2), now: .none)
      ])
  }

  @Test func fieldsAndTexts() {
    let edit = Acts.set(.owner, to: .integer(9), of: [item(1)], act: .owner, reason: "因为")
    #expect(edit.reason == "因为" && edit.act == .owner)
    #expect(edit.changes == [Change(.item(1, .owner), was: .none, now: .integer(9))])
    let text = Acts.setText(.notes, was: .text("a"), to: .text("b"), of: 3)
    #expect(text.changes == [Change(.item(3, .notes), was: .text("a"), now: .text("b"))])
    #expect(Acts.setText(.notes, was: .text("a"), to: .text("a"), of: 3).changes.isEmpty)
  }

  @Test func creationComesFirst() {
    let edit = Acts.create(
      .target, fields: [.title: .text("目标"), .addsUp: .integer(1)],
      serves: [(7, isMain: false), (8, isMain: true), (8, isMain: true)], unit: "%", scale: 1)
    #expect(edit.changes.first == Change(.item(-1, .kind), was: .none, now: .integer(2)))
    #expect(
      edit.changes.contains(Change(.link(parent: 7, child: -1), was: .none, now: .integer(0))))
    #expect(
      edit.changes.filter { $0.target == .link(parent: 8, child: -1) }.map(\.now) == [.integer(1)])
    #expect(edit.changes.contains(Change(.line(-2, .item), was: .none, now: .integer(-1))))
    #expect(edit.changes.contains(Change(.line(-2, .unit), was: .none, now: .text("%"))))
    #expect(edit.changes.contains(Change(.line(-2, .scale), was: .none, now: .integer(1))))
    #expect(!edit.changes.contains { $0.target == .line(-2, .code) })
    let activity = Acts.create(
      .activity, fields: [.title: .text("x")], serves: [(7, isMain: false)])
    #expect(activity.changes.count == 3)
    #expect(activity.changes.last?.now == .integer(1))
  }

  @Test func linksAreTakenAwayFirst() {
    let edit = Acts.link(
      child: 5, was: [(1, isMain: true), (2, isMain: false)],
      now: [(2, isMain: true), (3, isMain: false)])
    #expect(
      edit.changes == [
        Change(.link(parent: 1, child: 5), was: .integer(1), now: .none),
        Change(.link(parent: 3, child: 5), was: .none, now: .integer(0)),
        Change(.link(parent: 2, child: 5), was: .integer(0), now: .integer(1)),
      ])
    #expect(
      Acts.link(child: 5, was: [(1, isMain: true)], now: [(1, isMain: false)]).changes.isEmpty)
  }

  @Test func binAndRestoreAreEachOthersInverse() {
    let bin = Acts.bin([item(1)])
    #expect(bin.changes == [Change(.item(1, .gone), was: .none, now: .integer(1))])
    let restore = Acts.restore([item(1, [.gone: .integer(1)])])
    #expect(restore.changes == bin.changes.map(\.inverse))
    #expect(Acts.restore([item(1)]).changes.isEmpty)
  }

  @Test func linesAndFigures() {
    let edit = Acts.figure(4, .plan, Period(year: 2026, month: 10), was: nil, now: 5)
    #expect(
      edit.changes == [
        Change(.figure(4, .plan, Period(year: 2026, month: 10)), was: .none, now: .integer(5))
      ])
    let line = Acts.newLine(in: 3, code: "media", category: 9, position: 2)
    #expect(line.changes.map(\.target).first == .line(-1, .item))
    #expect(line.changes.count == 5)
    #expect(Line.freshCode(category: "media", among: []) == "media")
    #expect(Line.freshCode(category: "media", among: ["media", "media-2", "pr"]) == "media-3")
    let old = Line(id: 4, item: 3, fields: [.title: .text("a")])
    #expect(Acts.editLine(old, .title, to: .text("a")).changes.isEmpty)
    #expect(Acts.binLine(old).changes == [Change(.line(4, .gone), was: .none, now: .integer(1))])
  }

  @Test func boardActs() {
    let quarter = Period(year: 2026, quarter: 4)
    #expect(
      Acts.state(of: quarter, was: nil, now: .approved).changes == [
        Change(.state(quarter), was: .none, now: .integer(4))
      ])
    #expect(Acts.setting(.title, was: .text("a"), now: .text("a")).changes.isEmpty)
    #expect(
      Acts.accept(.overdue, item: 3, reason: "有意").changes == [
        Change(.accepted(3, .overdue), was: .none, now: .text("有意"))
      ])
    #expect(Acts.accept(.overdue, item: 3, was: "有意", reason: "").changes.first?.now == Value.none)
    let entry = Entry(id: -3, list: .unit, code: "t", zh: "吨", en: "tons", scale: 1)
    #expect(
      Acts.newEntry(entry).changes.first == Change(.entry(-3, .list), was: .none, now: .integer(6)))
    #expect(
      Acts.newEntry(entry).changes.contains(
        Change(.entry(-3, .scale), was: .none, now: .integer(1))))
    #expect(Acts.renameEntry(entry, zh: "公吨").changes.count == 1)
    #expect(Acts.comment(on: 3, "好").changes.first?.isCreation == true)
    #expect(Acts.comment(on: 3, "").changes.isEmpty)
    let person = Person(id: -1, name: "wang", department: .sales)
    #expect(Acts.newPerson(person).changes.count == 2)
    #expect(Acts.newPerson(person).changes.first?.isCreation == true)
  }
}
