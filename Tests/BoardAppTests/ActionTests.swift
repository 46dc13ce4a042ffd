import PlanModel
import Testing
import TextCanvas

@testable import BoardApp

/// No key is silent: it does something or says why.
@Suite struct EveryAction {
  struct Place: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var keys: String
  }

  static let places = [
    Place(testDescription: "trends", keys: "1 j"), Place(testDescription: "targets", keys: "2 j"),
    Place(testDescription: "activities", keys: "3 j"),
    Place(testDescription: "money", keys: "b j l"),
    Place(testDescription: "target figures", keys: "g y j l"),
    Place(testDescription: "trend figures", keys: "g t j l"),
    Place(testDescription: "budget", keys: "g b j"),
    Place(testDescription: "page", keys: "Enter"),
    Place(testDescription: "review", keys: "g r"),
    Place(testDescription: "an item of the review", keys: "g r Right Right Right"),
    Place(testDescription: "log", keys: "m s j m g l j"),
    Place(testDescription: "bin", keys: "d d d d d d g d j"),
    Place(testDescription: "lists", keys: "g p j j"),
    Place(testDescription: "check", keys: "g c j"), Place(testDescription: "help", keys: "?"),
  ]

  @Test(arguments: places) func isNeverSilent(_ place: Place) throws {
    for language in [Language.chinese, .english] {
      var driver = try standing(place, language)
      let actions = driver.state.screen.actions + GlobalActions.all
      for id in actions where Actions.action(id).group != .move && id != .clear {
        for keys in Actions.action(id).keys {
          let base = driver.state
          let (before, saves, effects) = (driver.canvas, driver.saves.count, driver.effects)
          driver.press(keys)
          #expect(
            driver.canvas != before || driver.effects > effects,
            "\(keys) (\(id)) is silent in \(place.testDescription)")
          if driver.saves.count > saves {
            driver = try standing(place, language)
          } else {
            driver.state = base
          }
        }
      }
    }
  }

  @Test(arguments: places) func everyActionSaysWhyItCannotActInThePalette(_ place: Place) throws {
    let driver = try standing(place, .english)
    driver.press(":")
    #expect(driver.screen.contains("Commands"))
    driver.type("undo")
    driver.press("Enter")
    #expect(driver.state.overlays.isEmpty)
    #expect(!driver.notice.isEmpty)
  }

  @Test(arguments: places) func anUnknownKeySaysSo(_ place: Place) throws {
    let driver = try standing(place, .english)
    driver.press("F9")
    #expect(driver.notice == "F9 does nothing here; ? shows the keys")
  }

  @Test func theTableHasEveryActionAndNoKeyTwiceOnAScreen() {
    #expect(Set(Actions.all.map(\.id)).count == Actions.all.count)
    #expect(Set(Actions.all.map(\.id)) == Set(ActionID.allCases))
    for screen in Screens.all.values {
      var seen: [String: ActionID] = [:]
      let ids = screen.actions + GlobalActions.all
      #expect(Set(ids).count == ids.count, "\(screen.id)")
      for id in ids {
        for keys in Actions.action(id).keys {
          // Where digits mean something else the horizons are `g 1` to `g 3`.
          let isHorizon = ["1", "2", "3"].contains(keys) && Actions.action(id).keys.count > 1
          if isHorizon, seen[keys] != nil { continue }
          #expect(seen[keys] == nil, "\(keys) twice on \(screen.id)")
          seen[keys] = id
          #expect(keys.split(separator: " ").allSatisfy { Key(name: String($0)) != nil }, "\(keys)")
        }
      }
      for keys in seen.keys {
        let longer = seen.keys.filter { $0.hasPrefix(keys + " ") }
        #expect(longer.isEmpty, "\(keys) hides \(longer) on \(screen.id)")
      }
    }
  }

  @Test func anInputMethodsSignsCountAsTheirKeys() throws {
    let driver = try Driver()
    driver.press("】")
    #expect(driver.state.period == Period(year: 2027, quarter: 1))
    driver.press("【 、")
    #expect(driver.state.period == Period(year: 2026, quarter: 4))
    #expect(driver.state.overlays.count == 1)
  }

  @Test func escapeLeavesAPrefix() throws {
    let driver = try Driver()
    driver.press("g")
    #expect(driver.screen.contains("Check"))
    driver.press("Esc")
    #expect(driver.state.pendingKeys.isEmpty)
    driver.press("g z")
    #expect(driver.notice.contains("g z"))
  }

  private func standing(_ place: Place, _ language: Language) throws -> Driver {
    let driver = try Driver(.demo, language)
    driver.press(place.keys)
    return driver
  }
}
