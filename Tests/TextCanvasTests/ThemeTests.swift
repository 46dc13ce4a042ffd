import Testing

@testable import TextCanvas

@Suite struct ThemeTests {
  @Test func tables() {
    #expect(Theme.dark[.title] == Style(255, on: 24, .bold))
    #expect(Theme.dark[.ghost] == Style(242, .italic))
    #expect(Theme.light[.sales] == Style(130))
    #expect(Theme.mono[.cursor] == Style(nil, [.reverse, .bold]))
    #expect(Theme.mono[.bad] == Style(nil, [.bold, .underline]))
  }

  @Test func leanDress() {
    let lean = Theme.dark.dressed(.lean)
    #expect(lean[.marketing] == Style(12))
    #expect(lean[.sales] == Style(11))
    #expect(lean[.cursor] == Style(15, on: 4, .bold))
    #expect(lean[.title] == Style(15, on: 4, .bold))
    #expect(lean[.titleDim] == Style(nil, on: 4))
    #expect(lean[.popDim] == Style(nil, on: 8))
    #expect(lean[.total] == Style(nil, .bold))
    for quiet in [Role.dim, .faint, .rule, .hint] { #expect(lean[quiet] == Style()) }
    // Yellow on brown can't be read.
    #expect(lean[.marked] == Style(0, on: 11))
    #expect(Theme.light.dressed(.lean)[.marked] == Style(0, on: 11))
    #expect(lean[.column] == Style(nil, .underline))
    #expect(Theme.mono.dressed(.lean) == .mono)
    #expect(Theme.dark.dressed(.full) == .dark)
  }

  @Test(arguments: [Theme.dark, .light, Theme.dark.dressed(.lean), Theme.light.dressed(.lean)])
  func fewerColoursStayReadable(theme: Theme) {
    for colours in [16, 8] {
      let adapted = theme.adapted(toColours: colours)
      for role in Role.allCases {
        let style = adapted[role]
        #expect((style.foreground ?? 0) < colours && (style.background ?? 0) < colours)
        if style.background != nil { #expect(style.foreground != style.background, "\(role)") }
      }
      #expect(adapted[.marketing] != adapted[.sales])
      #expect(adapted[.cursor] != adapted[.text])
      #expect(adapted[.unassigned] != adapted[.joint])
    }
    #expect(theme.adapted(toColours: 256) == theme)
    #expect(theme.adapted(toColours: 0) == .mono)
  }

  @Test func blackAndWhiteStandOut() {
    #expect(Theme.dark.adapted(toColours: 8)[.cursor] == Style(nil, [.reverse, .bold]))
    #expect(Theme.dark.adapted(toColours: 16)[.good] == Style(10))
    #expect(BasicColours.index(196) == 9)
    #expect(BasicColours.index(21) == 4)
  }
}
