import PlanModel
import TextCanvas

/// A screen is four functions of plain values; the loop and the other screens know no more of it.
struct Screen: Sendable {
  let id: ScreenID
  let title: Words
  /// What can be done here, in the order of the footer.
  let actions: [ActionID]
  /// What stands in the footer, where that isn't the actions in their order.
  var footer: [ActionID]?
  /// What they are called there, where that isn't the table's word.
  var footerWords: [ActionID: Words] = [:]
  /// Why an action can't act now; nil when it can.
  let unavailable: @Sendable (AppState, ActionID) -> Words?
  let reduce: @Sendable (inout AppState, ActionID, Environment) -> [Effect]
  /// Keys that are no action here (a digit in a grid); nil: not mine.
  let typed: @Sendable (inout AppState, InputEvent, Environment) -> [Effect]?
  /// Reads what the screen shows now, if that isn't what it holds.
  let refresh: @Sendable (inout AppState, any BoardReading) throws -> Void
  let draw: @Sendable (AppState, inout Canvas) -> Void

  init(
    id: ScreenID, title: Words, actions: [ActionID],
    unavailable: @escaping @Sendable (AppState, ActionID) -> Words? = { _, _ in nil },
    reduce: @escaping @Sendable (inout AppState, ActionID, Environment) -> [Effect],
    typed: @escaping @Sendable (inout AppState, InputEvent, Environment) -> [Effect]? = {
      _, _, _ in nil
    },
    refresh: @escaping @Sendable (inout AppState, any BoardReading) throws -> Void,
    draw: @escaping @Sendable (AppState, inout Canvas) -> Void
  ) {
    self.id = id
    self.title = title
    self.actions = actions
    self.unavailable = unavailable
    self.reduce = reduce
    self.typed = typed
    self.refresh = refresh
    self.draw = draw
  }
}

/// The screens, by the name that `--screen` takes.
public enum ScreenID: String, CaseIterable, Sendable {
  case home, page, budget, targets, trends, review, log, bin, check, lists, help
  case importing = "import"
}

/// Every screen; a new one is one more line.
enum Screens {
  static var all: [ScreenID: Screen] {
    Dictionary(uniqueKeysWithValues: ScreenID.allCases.map { ($0, screen($0)) })
  }

  static func screen(_ id: ScreenID) -> Screen {
    switch id {
    case .home: HomeScreen.screen
    case .page: PageScreen.screen
    case .budget: BudgetScreen.screen
    case .targets: FiguresScreens.targets
    case .trends: FiguresScreens.trends
    case .review: ReviewScreen.screen
    case .log: LogScreen.screen
    case .bin: BinScreen.screen
    case .check: CheckScreen.screen
    case .lists: ListsScreen.screen
    case .help: HelpScreen.screen
    case .importing: ImportScreen.screen
    }
  }
}
