import PlanModel
import Testing

@testable import BoardApp

/// The screens of the review that are kept as goldens.
extension Golden {
  static let review: [Golden] = [
    Golden("review", .chinese, 60, 20, way: toOpening),
    Golden("review", .english, 80, 24, way: toOpening),
    Golden("review", .chinese, way: toOpening),
    Golden("review-item", .chinese, 60, 20, way: toItem),
    Golden("review-item", .english, 60, 20, way: toItem),
    Golden("review-item", .chinese, 80, 24, way: toItem),
    Golden("review-item", .english, way: toItem),
    Golden("review-move", .chinese, 60, 20) { driver in
      try toItem(driver)
      driver.press("3")
    },
    Golden("review-status", .english, 60, 20) { driver in
      try toItem(driver)
      driver.press("t")
    },
    Golden("review-fine", .chinese, 60, 20) { driver in
      try toOpening(driver)
      driver.press("A")
    },
    Golden("review-options", .english, 60, 20) { driver in
      try toOpening(driver)
      driver.press("v")
    },
    Golden("review-summary", .english, 60, 20, way: toSummary),
    Golden("review-summary", .chinese, 80, 24, way: toSummary),
    Golden("review-conflict", .english, 60, 20) { driver in
      try toItem(driver)
      driver.press("2")
      driver.type("half of it")
      try driver.other(
        decision(.stop, "no money left", on: "A33", 0, driver), as: "liu", announced: false)
      driver.press("Enter")
    },
    Golden("review-ascii", .english, 60, 20, isASCII: true, way: toItem),
  ]

  private static func decision(
    _ verdict: Verdict, _ text: String, on code: String, _ days: Int, _ driver: Driver
  ) throws -> Edit {
    let day = driver.state.today.adding(days: days)
    return Acts.decide(
      Resolution(
        verdict, text: text, owner: driver.state.board.person(named: "liu")?.id,
        due: day.adding(days: 10), quarter: Period(year: 2026, quarter: 4), day: day),
      about: [try driver.item(code)])
  }

  /// Two weeks after a review that decided two things; somebody has commented since.
  private static let toOpening: @Sendable (Driver) throws -> Void = { driver in
    try driver.other(decision(.change, "渠道政策重写", on: "A33", -14, driver), as: "chen")
    try driver.other(decision(.change, "每周报回款", on: "A37", -14, driver), as: "chen")
    try driver.other(
      Acts.comment(on: driver.item("A33").id, "经销商排期冲突，改线上专供款？先问华东三家的意见再定。"), as: "wu")
    let done = try driver.reader.decisions(.about(driver.item("A37").id), limit: 1)
    try driver.other(Acts.carryOut(done[0], on: driver.state.today), as: "liu")
    driver.press("g r")
  }

  private static let toItem: @Sendable (Driver) throws -> Void = { driver in
    try toOpening(driver)
    driver.press("Right Right Right")
  }

  private static let toSummary: @Sendable (Driver) throws -> Void = { driver in
    try toItem(driver)
    driver.press("1 / A 3 8 Enter 3 Enter")
    try driver.other(decision(.change, "加投 20 万", on: "A34", 0, driver), as: "chen")
    driver.press("G")
  }
}
