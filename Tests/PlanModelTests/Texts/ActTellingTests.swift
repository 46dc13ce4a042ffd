import PlanModel
import Testing

/// Edits as people would tell them.
@Suite struct ActsAreTold {
  private let board: Board = {
    var board = Board()
    board.people[1] = Person(id: 1, name: "wang", zh: "王敏", en: "Wang Min")
    board.entries[4] = Entry(id: 4, list: .category, code: "media", zh: "广告投放", en: "Media")
    return board
  }()
  private let today = Day(ordinal: 20_000)

  private func entry(
    _ target: ChangeTarget, _ was: Value, _ now: Value, code: ItemCode? = nil,
    other: HistoryEntry.Named? = nil
  ) -> HistoryEntry {
    var entry = HistoryEntry(
      op: 1, at: 0, who: 1, act: "edit", reason: "", change: Change(target, was: was, now: now),
      code: code, line: nil, kind: code?.kind)
    entry.other = other
    if let code { entry.title = Words("新年促销\(code.number)", "Promotion \(code.number)") }
    if case .figure(let id, _, _) = target {
      entry.lineNow = Line(id: id, item: 3, fields: [.category: .integer(4)])
    }
    return entry
  }

  private func told(_ entries: [HistoryEntry], _ language: Language = .english) -> String {
    let act = HistoryAct(op: 1, at: 0, who: 1, act: "edit", reason: "", entries: entries)
    let told = ActTelling(board, language, today: today).line(act)
    return [told.code?.description, told.text].compactMap { $0 }.joined(separator: " ")
  }

  private let activity = ItemCode(kind: .activity, number: 3)

  @Test func aNewItemIsOneSentence() {
    let entries = [
      entry(.item(3, .kind), .none, .integer(3), code: activity),
      entry(.item(3, .title), .none, .text("新年促销"), code: activity),
      entry(.item(3, .lead), .none, .integer(2), code: activity),
      entry(
        .link(parent: 9, child: 3), .none, .integer(1), code: activity,
        other: .init(code: ItemCode(kind: .target, number: 6), title: Words("销量", "Volume"))),
    ]
    #expect(told(entries) == "A3 new activity “Promotion 3”; Led by: Sales; main reason Y6")
    #expect(told(entries, .chinese) == "A3 新建活动“新年促销3”；主导部门：销售部；主要依托 Y6")
  }

  @Test func changesSayWhatStoodThere() {
    #expect(
      told([entry(.item(3, .owner), .none, .integer(1), code: activity)]) == "A3 Owner: Wang Min")
    #expect(
      told([entry(.item(3, .lead), .none, .integer(1), code: activity)], .chinese)
        == "A3 主导部门：未定 → 市场部")
    #expect(
      told([entry(.item(3, .owner), .integer(1), .none, code: activity)], .chinese)
        == "A3 负责人：清空（原为王敏）")
    #expect(
      told([
        entry(
          .figure(7, .plan, Period(year: 2026, month: 10)), .integer(100_00), .integer(250_050),
          code: activity)
      ]) == "A3 Media Oct 2026 Plan: 100 → 2,500.50")
  }

  @Test func aCommentIsWhatItSays() {
    let entries = [
      entry(.comment(812, .item), .none, .integer(3), code: activity),
      entry(.comment(812, .body), .none, .text("早一周"), code: activity),
    ]
    #expect(told(entries) == "A3 comment “早一周”")
    #expect(
      told([entry(.comment(812, .gone), .none, .integer(1), code: activity)])
        == "A3 a comment taken away")
  }

  @Test func aDecisionIsToldWithItsItem() {
    let decision = ItemCode(kind: .decision, number: 1)
    let entries = [
      entry(.item(50, .kind), .none, .integer(6), code: decision),
      entry(.item(50, .verdict), .none, .integer(1), code: decision),
      entry(
        .item(3, .decided), .none, .integer(50), code: activity,
        other: .init(code: decision, title: Words("继续", "Go on"))),
    ]
    #expect(told(entries) == "A3 decision D1: Go on")
    #expect(told(entries, .chinese) == "A3 决议 D1 继续")
  }

  @Test func theSameDoneToSeveralIsSaidOnce() {
    let entries = (1...3).map {
      entry(
        .item(Int64($0), .lead), .none, .integer(2), code: ItemCode(kind: .activity, number: $0))
    }
    #expect(told(entries) == "A1 A2 A3  Led by: none → Sales")
    let binned = (1...2).map {
      entry(
        .item(Int64($0), .gone), .none, .integer(1), code: ItemCode(kind: .activity, number: $0))
    }
    #expect(told(binned, .chinese) == "A1 A2  放入回收站")
    #expect(told([binned[0]], .chinese) == "A1 放入回收站“新年促销1”")
  }

  @Test func manyThingsAreCounted() {
    var entries = (1...5).map {
      entry(
        .item(Int64($0), .kind), .none, .integer(3), code: ItemCode(kind: .activity, number: $0))
    }
    #expect(told(entries) == "A1 A2 A3 A4 A5  new activity")
    entries.append(entry(.setting(.closedTo), .none, .integer(202_610)))
    #expect(told(entries) == "new: 5 activities; changed: 1 setting")
    #expect(told(entries, .chinese) == "新建 活动 5 项；改动 设置 1 处")
  }

  @Test func nothingShowsANumberOfTheProgram() {
    for setting in Setting.allCases {
      #expect(setting.words.zh != setting.rawValue)
      #expect(setting.words.en != setting.rawValue)
    }
    for field in LineField.allCases { #expect(field.words.zh != field.name) }
  }
}
