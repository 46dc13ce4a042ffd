import TestSupport
import Testing

/// Looking around on the worked example.
@Suite struct HorizonsJourney {
  @Test func walksTheThreeHorizons() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.see("趋势 · 三年", "目标 · 2026", "活动 · 2026Q4", "已保存")
    try me.seeRow("▸A30", "国庆")
    try me.keys("j j")
    try me.seeRow("▸A35")
    try me.keys("k")
    try me.seeRow("▸A33")
    try me.keys("G")
    try me.seeRow("▸A40")
    try me.keys("g g")
    try me.seeRow("▸A30")
    try me.keys("1")
    try me.see("── T1 ")
    try me.keys("j")
    try me.see("── T2 ")
    try me.keys("Tab")
    try me.see("── Y1 ")
    try me.keys("Shift-Tab")
    try me.see("── T2 ")
    try me.keys("2 j j")
    try me.see("── Y3 ")
    try me.keys("3")
    try me.see("── A30 ")
    try me.quit()
  }

  @Test func walksTheYear() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.see("活动 · 2026Q4")
    try me.keys("[")
    try me.see("活动 · 2026Q3", not: ["A30 "])
    try me.keys("]")
    try me.see("活动 · 2026Q4", "A30 ")
    try me.keys("}")
    try me.see("活动 · 2027Q4", "目标 · 2027")
    try me.keys("{")
    try me.see("活动 · 2026Q4", "目标 · 2026")
    try me.quit()
  }

  @Test func narrowsToWhatBelongs() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.keys("2 G")
    try me.see("── Y10 ")
    try me.keys("a")
    try me.see("Y10 ·", not: ["A34"])
    try me.keys("a")
    try me.see("A34")
    try me.keys("z")
    try me.see("── Y10 ", not: ["A34", "T2 "])
    try me.keys("z")
    try me.see("A34", "T1 ")
    try me.quit()
  }

  @Test func filtersWhileTyping() throws {
    let me = try Session(try TemporaryBoard(.demo))
    try me.see("A30 ")
    try me.keys("/")
    try me.type("双11")
    try me.see("A32", not: ["A30 ", "A33 "])
    try me.keys("Enter")
    try me.seeRow("▸A32")
    try me.keys("Esc")
    try me.see("A30 ", "A33 ")
    try me.keys("/")
    try me.type("plan>70万")
    try me.see("A32", "A30", not: ["A33 "])
    try me.keys("Esc")
    try me.see("A33 ")
    try me.keys("/")
    try me.type("nosuch:1")
    try me.see("nosuch", "A33 ")
    try me.keys("Esc")
    try me.quit()
  }

  @Test func speaksEnglish() throws {
    let me = try Session(try TemporaryBoard(.demo), language: "en")
    try me.see("Trends", "Targets", "Activities", "National Day")
    try me.keys("3 j ?")
    try me.see("Assign to marketing")
    try me.keys("q")
    try me.see("Activities")
    try me.quit()
  }

  @Test func showsOnePaneInANarrowTerminal() throws {
    let me = try Session(try TemporaryBoard(.demo), columns: 60, rows: 20)
    try me.see("A30")
    try me.keys("1")
    try me.see("T1 ", not: ["A30"])
    try me.keys("2 j")
    try me.see("Y2 ")
    try me.quit()
  }
}
