import PlanModel
import Testing

@testable import BoardApp

/// The screens that are kept as goldens.
extension Golden {
  static let all: [Golden] = home + forms + panels + grids + lists + review + files

  private static let home: [Golden] = [
    Golden("home", .chinese),
    Golden("home", .english),
    Golden("home", .chinese, 80, 24),
    Golden("home", .english, 80, 24),
    Golden("home", .chinese, 60, 20),
    Golden("home", .english, 200, 50),
    Golden("home-ascii", .english, 80, 24, isASCII: true),
    Golden("home-trends", .chinese, keys: "1"),
    Golden("home-trends", .english, 80, 24, keys: "1"),
    Golden("home-targets", .english, keys: "2 j j"),
    Golden("home-targets", .chinese, 80, 24, keys: "2"),
    Golden("home-narrow-trends", .chinese, keys: "1 j a"),
    Golden("home-narrow-targets", .english, keys: "2 j j a"),
    Golden("home-zoom", .english, keys: "z"),
    Golden("home-marks", .chinese, keys: "j x x j x"),
    Golden("home-filter", .chinese) { driver in
      driver.press("/")
      driver.type("投放")
    },
    Golden("home-filter", .english, 80, 24) { driver in
      driver.press("/")
      driver.type("lead:sales")
    },
    Golden("home-changed", .english) { driver in
      let item = try driver.item("A33")
      try driver.other(Edit(.assign, [Acts.assign([item], to: .sales).changes[0]]))
    },
    Golden("empty", .chinese, board: .empty),
    Golden("empty", .english, 80, 24, board: .empty),
    Golden("tiny", .english, 30, 6),
  ]

  private static let forms: [Golden] = [
    Golden("form-new", .chinese, keys: "n"),
    Golden("form-edit", .english, keys: "2 e"),
    Golden("form-new", .english, 80, 24, keys: "1 n"),
    Golden("form-fault", .chinese, 80, 24) { driver in
      driver.press("e Tab Tab Tab Tab Tab")
      driver.press("Ctrl-u")
      driver.type("13月40日")
      driver.press("Ctrl-s")
    },
    Golden("page", .english, keys: "Enter"),
    Golden("page", .chinese, 80, 24, keys: "2 Enter"),
  ]

  private static let panels: [Golden] = [
    Golden("picker-owner", .chinese, 80, 24, keys: "o"),
    Golden("status", .english, 80, 24, keys: "t"),
    Golden("palette", .chinese, keys: ":"),
    Golden("palette", .english, 80, 24) { driver in
      driver.press(":")
      driver.type("ass")
    },
    Golden("prefix", .chinese, 80, 24, keys: "g"),
    Golden("prefix", .english, keys: "g"),
    Golden("help", .chinese, keys: "?"),
    Golden("help", .english, 80, 24, keys: "?"),
    Golden("comment", .english, 80, 24, keys: "c"),
    Golden("conflict", .chinese, way: conflict),
    Golden("conflict", .english, 80, 24, way: conflict),
  ]

  private static let grids: [Golden] = [
    Golden("budget", .chinese, keys: "g b"),
    Golden("budget", .english, keys: "g b"),
    Golden("budget", .chinese, 80, 24, keys: "g b"),
    Golden("budget", .english, 160, 50, keys: "g b"),
    Golden("budget-item", .chinese, keys: "b"),
    Golden("budget-item", .english, 80, 24, keys: "b"),
    Golden("budget-editing", .chinese, keys: "b 1 2 0"),
    Golden("budget-locked", .english, keys: "b h e"),
    Golden("budget-options", .english, keys: "g b v"),
    Golden("budget-options", .chinese, 80, 24, keys: "g b v"),
    Golden("budget-year", .chinese, keys: "g b v w Esc"),
    Golden("budget-owner", .english, keys: "g b v 4 Esc"),
    Golden("budget-range", .chinese, keys: "b V l l"),
    Golden("budget-paste", .english) { driver in
      driver.press("b")
      driver.paste("100\t200\nx\t5")
    },
    Golden("budget-filter", .english, keys: "g b / l e a d : s"),
    Golden("budget-cut", .chinese, keys: "g b X b"),
    Golden("budget-cut", .english, 80, 24, keys: "g b X a"),
    Golden("budget-move", .chinese) { driver in
      driver.press("b M Ctrl-u")
      driver.type("A37")
    },
    Golden("budget-move", .english, 80, 24) { driver in
      driver.press("b M Tab")
      driver.type("1000")
      driver.press("Tab")
      driver.type("one print less")
    },
    Golden("budget-envelopes", .chinese, keys: "g b E"),
    Golden("budget-note", .english) { driver in
      driver.press("b N")
      driver.type("contract not signed")
      driver.press("Enter")
    },
    Golden("budget-history", .chinese) { driver in
      driver.press("b")
      driver.type("7万 #加印")
      driver.press("Enter k L")
    },
    Golden("budget-ascii", .english, 80, 24, isASCII: true) { $0.press("g b") },
    Golden("targets", .chinese, keys: "g y"),
    Golden("targets", .english, keys: "g y"),
    Golden("targets", .english, 80, 24, keys: "g y"),
    Golden("targets-quarters", .chinese, 160, 50, keys: "g y v q"),
    Golden("trends", .chinese, keys: "g t"),
    Golden("trends", .english, 80, 24, keys: "g t"),
    Golden("trends", .english, 160, 50, keys: "g t"),
  ]

  private static let lists: [Golden] = [
    Golden("log", .english, keys: "m s g l"),
    Golden("log", .chinese, 80, 24, keys: "m s g l"),
    Golden("bin", .chinese, 80, 24, keys: "d d j d d g d"),
    Golden("lists", .chinese, 80, 24, keys: "g p"),
    Golden("check", .chinese, keys: "g c"),
    Golden("check", .english, 80, 24, keys: "g c"),
  ]

  private static let files: [Golden] = [
    Golden("import", .chinese) { try ImportTests.open($0) },
    Golden("import-faults", .english, 80, 24) { try ImportTests.open($0, faults: true) },
    Golden("import-faults", .chinese, 60, 20) { try ImportTests.open($0, faults: true) },
    Golden("import-file", .english, 80, 24) { driver in
      driver.press("g i")
      driver.send(.file(.folder(ImportTests.folder)))
    },
    Golden("import-meaning", .chinese) { driver in
      try ImportTests.open(driver)
      driver.press("j j j Enter")
      driver.type("预算")
    },
  ]

  /// Somebody changes an amount while one types another into the same cell.
  private static let conflict: @Sendable (Driver) throws -> Void = { driver in
    driver.press("b 1 2 0")
    guard let address = driver.state.sheet.cell?.address else { return }
    let seen = driver.state.sheet.cell?.amount
    try driver.other(
      Acts.figure(address.line, address.column, address.period, was: seen, now: 8_100_000),
      announced: false)
    driver.press("Enter")
  }
}
