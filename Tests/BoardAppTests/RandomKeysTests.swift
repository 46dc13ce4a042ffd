import PlanModel
import TestSupport
import Testing
import TextCanvas

@testable import BoardApp

/// Whatever is typed, in windows of any size: no crash, everything inside the canvas.
@Suite struct RandomKeys {
  static let named: [Key] =
    [
      .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .function(2),
    ].map { Key($0) } + [Key(.tab, .shift)]
  static let typed = Array(
    "jjjkkkhlGgg123aazxxVmsontecbdduu.:/?[]{}+-=0123456789%万亿市销中。*!CyriE evvSHMpgbgygtgrgrAD ")
  static let controls = Array("abcdefhklnoprsuwyz")
  static let sizes = [
    (1, 1), (5, 3), (39, 7), (40, 8), (60, 20), (80, 24), (100, 19), (120, 40), (300, 80), (41, 80),
  ]

  @Test(arguments: 1...8) func neverCrash(_ seed: UInt64) throws {
    var chance = Seeded(seed)
    let driver = try Driver(
      seed % 3 == 0 ? .large : .demo, seed % 2 == 0 ? .chinese : .english, isLean: seed > 3,
      isASCII: seed == 5)
    if seed > 6 { driver.press("g r Right") }
    for step in 0..<1_200 {
      switch Int.random(in: 0..<100, using: &chance) {
      case 0..<3:
        let (columns, rows) = Self.sizes.randomElement(using: &chance) ?? (80, 24)
        driver.send(.resized(columns: columns, rows: rows))
      case 3: driver.paste("粘贴\t一 e\u{301}\u{200d}\nlines \u{1b}[31m")
      case 4:
        let row = Int.random(in: -1..<90, using: &chance)
        let column = Int.random(in: -1..<310, using: &chance)
        let actions: [InputEvent.Mouse.Action] = [.press, .release, .drag, .wheelUp, .wheelDown]
        driver.send(
          .event(
            .mouse(
              .init(
                action: actions.randomElement(using: &chance) ?? .press, row: row, column: column)))
        )
      case 5:
        driver.now += 3_000
        driver.send(.tick(now: driver.now))
      case 6:
        let code = "A\(Int.random(in: 30...40, using: &chance))"
        if let item = try? driver.item(code), !item.isGone {
          try driver.other(Acts.assign([item], to: Bool.random(using: &chance) ? .sales : nil))
        }
      case 7..<35:
        driver.send(.event(.key(Self.named.randomElement(using: &chance) ?? Key(.enter))))
      case 35..<42:
        let letter = Self.controls.randomElement(using: &chance) ?? "l"
        driver.send(.event(.key(Key(.character(letter), .control))))
      default:
        driver.send(.event(.key(Key(.character(Self.typed.randomElement(using: &chance) ?? "j")))))
      }
      let canvas = driver.canvas
      #expect(canvas.columns == driver.state.columns && canvas.rows == driver.state.rows)
      if let cursor = canvas.cursor {
        #expect(
          (0..<canvas.rows).contains(cursor.row) && (0..<canvas.columns).contains(cursor.column),
          "step \(step): cursor at \(cursor)")
      }
      #expect(!driver.state.trail.isEmpty && driver.state.trail.count < 2_000)
    }
  }
}
