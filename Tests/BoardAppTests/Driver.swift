import PlanModel
import PlanStore
import TestSupport
import Testing
import TextCanvas

@testable import BoardApp

/// The program without a terminal: keys in, canvas out, a real board underneath. It does what the
/// loop does, one thing after the other.
final class Driver {
  let path: String
  let writer: BoardWriter
  let reader: BoardReader
  var state: AppState
  var now: Int64 = 1_000
  /// What left the program besides edits.
  var copied: [String] = []
  var isOver = false
  /// Half-typed texts that were given to the store.
  var kept: [Draft] = []
  /// Where one was in a review, as it was given to the store.
  var places: [ReviewPlace] = []
  /// How many effects were asked for.
  var effects = 0
  /// Paths and files that were to be looked at.
  var visits: [String] = []
  var looks: [ImportRequest] = []
  /// Saving takes longer than an eye blinks.
  var isSlow = false
  /// The edits that were asked for, with what became of them.
  var saves: [(edit: Edit, outcome: SaveOutcome)] = []

  init(
    _ board: PreparedBoard = .demo, _ language: Language = .english, columns: Int = 120,
    rows: Int = 40, me: String = "lixt", isLean: Bool = false, isASCII: Bool = false
  ) throws {
    path = try board.copy()
    writer = try BoardWriter(path: path)
    reader = try BoardReader(path: path)
    let today = try #require(Day(year: 2026, month: 11, day: 24))
    state = AppState(
      columns: columns, rows: rows,
      settings: Settings(language: language, isLean: isLean, isASCII: isASCII), me: me,
      board: try reader.board(), today: today)
    refresh()
  }

  deinit { writer.close() }

  /// Keys by their names: `j j d d Ctrl-s`.
  func press(_ keys: String, at location: SourceLocation = #_sourceLocation) {
    for name in keys.split(separator: " ") {
      guard let key = Key(name: String(name)) else {
        Issue.record("no key \(name)", sourceLocation: location)
        continue
      }
      send(.event(.key(key)))
    }
    rest()
  }

  /// Lets the time pass that what follows the cursor waits for.
  func rest() {
    while state.home.restsAt != nil || (state.trail.last == .check && state.check.isUnderWay)
      || (state.trail.last == .review && state.review.isUnderWay)
      || state.overlays.last?.isReading == true
    {
      now += HomeState.rest
      send(.tick(now: now))
    }
  }

  /// Types a text, character by character.
  func type(_ text: String) {
    for character in text { send(.event(.key(Key(.character(character))))) }
  }

  func paste(_ text: String) { send(.event(.paste(text))) }

  func send(_ input: Input) {
    let environment = Environment(now: now, today: state.today, clock: 1_795_000_000)
    for effect in App.reduce(&state, input, environment) { perform(effect) }
    refresh()
  }

  func refresh() {
    do { try reader.snapshot { try App.refresh(&state, reader: $0) } } catch {
      Issue.record("refresh: \(error)")
    }
  }

  /// Another person saves something; this one's screen hears of it.
  @discardableResult
  func other(_ edit: Edit, as who: String = "wang", announced: Bool = true) throws -> SaveOutcome {
    let before = try reader.lastOp()
    let outcome = writer.save(edit, as: who)
    if announced {
      App.take(&state, try reader.board())
      send(.changed(try reader.changes(since: before, limit: 200)))
    }
    return outcome
  }

  private func perform(_ effect: Effect) {
    effects += 1
    switch effect {
    case .save(let edit, let purpose): save(edit, purpose)
    case .prepare(let make, let purpose):
      guard let edit = try? reader.snapshot({ try make($0) }) else { return }
      if !edit.changes.isEmpty { save(edit, purpose) }
    case .read(let look):
      do {
        for effect in try reader.snapshot({ try look(&state, $0) }) { perform(effect) }
      } catch let refusal as Refusal {
        App.report(&state, refusal.words)
      } catch { Issue.record("read: \(error)") }
    case .hold(let cells, let isHeld): try? writer.hold(cells, isHeld, of: state.me)
    case .undo(let isMeant):
      takeBack(Words("undone", "undone"), isMeant: isMeant) { try self.reader.undo(by: $0) }
    case .redo:
      takeBack(Words("done again", "done again"), isMeant: true) { try self.reader.redo(by: $0) }
    case .copy(let text): copied.append(text)
    case .keep(let drafts): kept += drafts
    case .dropDrafts(let targets): kept.removeAll { targets.contains($0.target) }
    case .place(let place):
      places.append(place)
      try? writer.savePlace(place, of: state.me)
    case .visit(let path): visits.append(path)
    case .look(let request), .importFile(let request): looks.append(request)
    case .stopLooking: looks = []
    case .redraw, .suspend: break
    case .quit: isOver = true
    }
  }

  private func takeBack(
    _ words: Words, isMeant: Bool, _ find: (PersonID) throws -> Edit?
  ) {
    guard let person = state.board.person(named: state.me), let edit = try? find(person.id) else {
      App.report(&state, Words("没有可撤销的操作", "nothing to undo"))
      return
    }
    if !isMeant, App.asks(&state, before: edit, words) { return }
    save(edit, Purpose(notice: words))
  }

  private func save(_ edit: Edit, _ purpose: Purpose) {
    if isSlow { send(.saving) }
    let outcome = writer.save(edit, as: state.me)
    saves.append((edit, outcome))
    if let board = try? reader.board() { App.take(&state, board) }
    send(.saved(outcome, edit, purpose))
  }
}

/// What a test asks of a driver.
extension Driver {
  var canvas: Canvas { App.draw(state) }
  var text: [String] { canvas.text }
  var screen: String { text.joined(separator: "\n") }
  var notice: String { state.notice?.words(state.language) ?? "" }
  var selected: String { state.home.selected?.code.description ?? "–" }
  /// The codes in the list one is in, as far as they are in sight.
  var shown: [String] {
    state.home.pane(state.home.focus).visible(height: Layout(state).body.count)
      .map(\.code.description)
  }

  func item(_ code: String) throws -> Item {
    let name = try #require(ItemCode(code))
    let id = try #require(try reader.id(of: name))
    return try #require(try reader.items(ids: [id]).first)
  }

  func detail(_ code: String) throws -> ItemDetail {
    let id = try item(code).id
    return try #require(try reader.detail(id))
  }

  /// Stands on an item of the list one is in.
  func stand(on code: String, at location: SourceLocation = #_sourceLocation) {
    press("g g", at: location)
    var before = ""
    while selected != code, selected != before {
      before = selected
      press("j", at: location)
    }
    #expect(selected == code, sourceLocation: location)
  }

  /// The row that shows the cursor of the focused list must exist and show the selected item.
  func cursorIsInSight(at location: SourceLocation = #_sourceLocation) {
    guard let item = state.home.selected else {
      Issue.record("nothing is selected", sourceLocation: location)
      return
    }
    let pane = state.home.pane(state.home.focus)
    let visible = pane.visible(height: Layout(state).body.count)
    #expect(visible.contains { $0.id == item.id }, sourceLocation: location)
  }
}
