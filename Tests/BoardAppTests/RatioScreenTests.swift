import PlanModel
import TestSupport
import Testing

@testable import BoardApp

/// Ratio measures follow from their two sums.
@Suite struct RatioScreenTests {
  @Test func aRatioIsComputedFromItsTwoSums() throws {
    let driver = try Driver(rows: 60)
    driver.press("g y v q")
    let rows = driver.state.sheet.data.rows.filter { $0.item?.code.description == "Y10" }
    let actual = try #require(rows.first { $0.part == "actual" })
    // The worked example says the same by other means.
    #expect(actual.cells.prefix(3).map(\.text) == ["6.54%", "7.69%", "6.08%"])
    #expect(actual.cells.prefix(3).allSatisfy { $0.address == nil })
    // What is booked later changes it.
    let detail = try driver.detail("A1")
    let cell = try #require(detail.figures.first { ($0[.actual] ?? 0) > 0 && $0.period.part <= 3 })
    let edit = Acts.figure(
      cell.line, .actual, cell.period, was: cell[.actual], now: (cell[.actual] ?? 0) + 500_000_000,
      reason: "test")
    try driver.other(edit)
    let after = try #require(
      driver.state.sheet.data.rows.first {
        $0.item?.code.description == "Y10" && $0.part == "actual"
      })
    #expect(after.cells[0].text != "6.54%" && after.cells[1].text == "7.69%")
  }
}
