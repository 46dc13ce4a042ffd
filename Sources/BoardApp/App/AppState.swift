import PlanModel
import TextCanvas

/// Everything the program knows while it runs. Reducers change it, views draw it.
public struct AppState: Sendable {
  public internal(set) var columns: Int
  public internal(set) var rows: Int
  public internal(set) var settings: Settings
  /// The name this person acts under.
  public let me: String
  public internal(set) var board: Board
  /// Counts up whenever the board may have changed; what was read before is read again.
  public internal(set) var revision = 0
  public internal(set) var today: Day
  /// Seconds since 1970, UTC.
  var clock: Int64 = 0

  /// Where one is and how one came there; never empty.
  var trail: [ScreenID]
  /// The quarter (and through it the year) that every screen shows.
  var period: Period
  var home: HomeState
  var page = PageState()
  var budget = BudgetState()
  var targets = FiguresState(.target)
  var trends = FiguresState(.trend)
  var log = LogState()
  var bin = BinState()
  var check = CheckState()
  var lists = ListsState()
  var review = ReviewState()
  var importing = ImportState()
  /// The items that were copied, for pasting.
  var copied: [ItemID] = []
  /// Cells that were copied, as tab-separated text.
  var copiedCells: String?
  /// Cells that this person's spreads leave alone; kept on the board.
  var held: Set<CellAddress> = []
  /// What was typed into a cell last, for repeating.
  var lastTyped: String?
  /// The last act with what was chosen for it, for repeating without asking again.
  var again: (@Sendable (inout AppState) -> [Effect])?
  var help = ListState()
  var helpFilter = ""
  /// The keys of all screens, not only of the one that one came from.
  var helpShowsAll = false
  /// Forms that were put aside, by what they are about.
  var drafts: [String: ItemForm] = [:]
  /// What floats above the screen, topmost last.
  var overlays: [any Overlay] = []
  var flashes = Flashes()
  var pendingKeys: [Key] = []
  var notice: Notice?
  var saveStatus = SaveStatus.saved
  var lastAction: ActionID?
  var keyOverrides: [ActionID: [String]]
  /// Texts begun and not saved, of an earlier session too, by what they are meant for.
  var keptDrafts: [ChangeTarget: Draft] = [:]
  var typing = Typing()
  var boxes = Boxes()
  /// Open the form of the looked-at item as soon as it has been read again.
  var wantsForm = false
  /// When something has to be looked at again, in the loop's milliseconds.
  public var deadline: Int64? {
    let walk: Int64? = trail.last == .check && check.isUnderWay ? 0 : nil
    let reading: Int64? = trail.last == .review && review.isUnderWay ? 0 : nil
    let slices: Int64? = overlays.last?.isReading == true ? 0 : nil
    return [
      slices, flashes.until, typing.due, home.restsAt, boxes.waitsUntil, walk, reading,
      review.keepsAt,
    ].compactMap { $0 }.min()
  }
  /// The loop's milliseconds at the last input.
  var now: Int64 = 0
  /// The key map of each screen that has been used.
  var keymaps: [ScreenID: Keymap] = [:]

  enum SaveStatus: Sendable { case saved, saving, failed }

  public init(
    columns: Int, rows: Int, settings: Settings, me: String, board: Board, today: Day,
    period: Period? = nil, screen: ScreenID = .home, keys: [ActionID: [String]] = [:],
    drafts: [Draft] = [], held: Set<CellAddress> = []
  ) {
    self.columns = columns
    self.rows = rows
    self.settings = settings
    self.me = me
    self.board = board
    self.today = today
    self.period = period ?? board.calendar.quarter(of: today)
    trail = screen == .home ? [.home] : [.home, screen]
    home = HomeState()
    keyOverrides = keys
    self.held = held
    for draft in drafts { keptDrafts[draft.target] = draft }
    if let newest = drafts.max(by: { $0.at < $1.at }) {
      let time = ClockText.short(newest.at)
      notice = Notice(
        .note,
        Words(
          "有未完成的草稿（\(time)）；打开那一项接着写", "An unfinished draft (\(time)); open its item to go on"))
    }
  }

  var language: Language { settings.language }
  var screen: Screen { Screens.screen(trail.last ?? .home) }
  /// The year the shown quarter belongs to.
  var year: Period { board.calendar.year(of: period) }
  /// Fields as text and back, for this reader.
  var fieldText: FieldText {
    FieldText(board, language, today: today, codeOf: { [home] in home.code(of: $0) })
  }
  var person: Person? { board.person(named: me) }

  mutating func say(_ kind: Notice.Kind, _ words: Words) { notice = Notice(kind, words) }
  mutating func refuse(_ words: Words) { say(.bad, words) }

  mutating func go(to id: ScreenID) {
    guard trail.last != id else { return sayHere() }
    trail.append(id)
    if trail.count > 50 { trail.remove(at: 1) }
  }

  /// Goes to an item: on the home screen if it is a horizon's, else to its page.
  mutating func go(to item: ItemID, kind: ItemKind) {
    guard kind.isHorizon else {
      page.show(item)
      return go(to: .page)
    }
    home.select(item, kind: kind)
    go(to: .home)
  }

  mutating func sayHere() { say(.note, Words("已经在这里", "You are here already")) }
}
