import TextCanvas

/// What the probe shows: a list with a highlighted row, random litter, and a count of keys.
struct Scene {
  var highlighted = 0
  var showsCursor = false
  var keys = 0
  private var litter: [(text: String, row: Int, column: Int, role: Role)] = []
  private var random = SmallRandom()

  private static let words = [
    "plan", "会议室", "a", "计划书：三板", "e\u{301}e\u{301}", "ｱｲｳ", "中", "Ａ한", "😀", "x中y", "        ",
  ]
  private static let roles: [Role] = [.text, .cursor, .marketing, .sales, .bad, .faint, .strong]

  /// Adds some texts at random places; every run adds the same.
  mutating func addLitter(columns: Int, rows: Int) {
    for _ in 0..<12 {
      litter.append(
        (
          Self.words[random.next(Self.words.count)], random.next(rows),
          random.next(columns + 2) - 1, Self.roles[random.next(Self.roles.count)]
        ))
    }
  }

  mutating func clearLitter() { litter = [] }

  func canvas(columns: Int, rows: Int) -> Canvas {
    var canvas = Canvas(columns: columns, rows: rows)
    for row in 0..<max(0, rows - 1) {
      let isOn = row == highlighted % max(1, rows - 1)
      let role = isOn ? Role.cursor : .text
      canvas.put(isOn ? ">" : " ", row: row, column: 0, role: role)
      canvas.put("A\(row + 1) 会议 plan \(row)", row: row, column: 1, role: role, width: 22)
    }
    for item in litter {
      canvas.put(item.text, row: item.row, column: item.column, role: item.role)
    }
    canvas.put("#\(keys) ", row: rows - 1, column: 0)
    if showsCursor { canvas.cursor = Canvas.Position(row: highlighted % rows, column: 3) }
    return canvas
  }
}

/// The same numbers on every run.
struct SmallRandom {
  private var state: UInt64 = 42
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
