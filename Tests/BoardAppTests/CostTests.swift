import Glibc
import PlanExchange
import PlanModel
import PlanStore
import TestSupport
import Testing
import TextCanvas

@testable import BoardApp

/// What a key costs on the home screen, counted in statements and rows: a hundred activities or two
/// thousand, a step reads the same.
@Suite struct CostTests {
  /// A large board with its screen open.
  private final class Open {
    let path = "/tmp/sanban-cost-\(getpid())-\(UInt32.random(in: 0 ... .max)).sanban"
    let reader: BoardReader
    var state: AppState
    var now: Int64 = 0

    init(activities: Int, lean: Bool = false) throws {
      let board = try LargeDemo.board(activities: activities)
      try BoardFile.create(at: path, settings: board.settings)
      let writer = try BoardWriter(path: path)
      guard case .saved = writer.save(act: .importing, as: "wang", next: board.next) else {
        throw Refusal(.input, Words("", "not saved"))
      }
      writer.close()
      reader = try BoardReader(path: path)
      let known = try reader.board()
      state = AppState(
        columns: 120, rows: 40, settings: Settings(language: .chinese, isLean: lean), me: "wang",
        board: known, today: known.fixedToday ?? Day(ordinal: 20_000))
      try refresh()
    }

    deinit { for suffix in ["", "-wal", "-shm", "-lock"] { unlink(path + suffix) } }

    func refresh() throws { try reader.snapshot { try App.refresh(&state, reader: $0) } }

    /// Presses a key and tells what it cost.
    func press(_ key: Key) throws -> Cost { try take(.event(.key(key))) }

    func take(_ input: Input) throws -> Cost {
      let before = reader.cost
      _ = App.reduce(&state, input, Environment(now: now, today: state.today, clock: 0))
      try refresh()
      return reader.cost - before
    }
  }

  private let down = Key(.character("j"))

  @Test(arguments: [100, 2_000]) func aStepReadsTheItemOnly(_ size: Int) throws {
    let open = try Open(activities: size)
    for _ in 0..<12 {
      let cost = try open.press(down)
      #expect(cost.statements <= 8 && cost.rows <= 20)
    }
  }

  @Test(arguments: [100, 2_000]) func aPageReadsAPage(_ size: Int) throws {
    let open = try Open(activities: size)
    for _ in 0..<4 {
      let cost = try open.press(Key(.character("f"), .control))
      #expect(cost.statements <= 12 && cost.rows <= 160)
    }
  }

  @Test func onASlowLineTheDetailFollowsAtRest() throws {
    let open = try Open(activities: 100, lean: true)
    let first = try #require(open.state.home.selected?.id)
    #expect(try open.press(down) == Cost())
    #expect(open.state.home.detail.rows?.item.id == first)
    #expect(open.state.deadline == HomeState.rest)
    open.now = HomeState.rest
    #expect(try open.take(.tick(now: open.now)).statements > 0)
    #expect(open.state.home.detail.rows?.item.id == open.state.home.selected?.id)
    #expect(open.state.deadline == nil)
  }

  @Test func onASlowLineTheListFollowsTypingAtRest() throws {
    let open = try Open(activities: 100, lean: true)
    _ = try open.press(Key(.character("/")))
    #expect(try open.press(Key(.character("7"))) == Cost())
    open.now = HomeState.rest
    #expect(try open.take(.tick(now: open.now)).statements > 0)
    let shown = open.state.home.pane(.activity).rows.rows.items
    #expect(!shown.isEmpty && shown.allSatisfy { $0.searchText.contains("7") })
  }

  /// Something else than a move must not meet the detail of the item before.
  @Test func editingWhileTheCursorMovesTakesTheRightItem() throws {
    let open = try Open(activities: 100, lean: true)
    _ = try open.press(down)
    _ = try open.press(Key(.character("e")))
    let form = try #require(open.state.overlays.last as? ItemForm)
    #expect(form.detail?.item.id == open.state.home.selected?.id)
    #expect(open.state.deadline == nil)
  }

  /// A step in the budget reads why the cell is as it is; on a slow line not even that.
  @Test(arguments: [100, 2_000]) func aStepInTheBudgetReadsOneCell(_ size: Int) throws {
    let open = try Open(activities: size)
    _ = try open.press(Key(.character("g")))
    let first = try open.press(Key(.character("b")))
    #expect(first.statements <= 60 && first.rows <= 1_500, "\(first)")
    for name in ["j", "j", "l", "l", "h", "k"] {
      let cost = try open.press(Key(.character(Character(name))))
      #expect(cost.statements <= 4 && cost.rows <= 8, "\(name): \(cost)")
    }
    let slow = try Open(activities: size, lean: true)
    _ = try slow.press(Key(.character("g")))
    _ = try slow.press(Key(.character("b")))
    #expect(try slow.press(down) == Cost())
    slow.now = HomeState.rest
    #expect(try slow.take(.tick(now: slow.now)).statements > 0)
  }

  /// Typing into a cell reads nothing until it is saved.
  @Test func typingReadsNothing() throws {
    let open = try Open(activities: 100)
    for key in ["g", "b"] { _ = try open.press(Key(.character(Character(key)))) }
    while open.state.sheet.row?.line == nil { _ = try open.press(down) }
    while open.state.sheet.cell?.address == nil { _ = try open.press(Key(.character("l"))) }
    while GridEditing.unavailable(open.state, .cellEdit) != nil {
      _ = try open.press(Key(.character("l")))
    }
    for character in "1200" {
      #expect(try open.press(Key(.character(character))) == Cost())
    }
    #expect(open.state.sheet.grid.editor?.text == "1200")
  }

  /// The figures of targets are made once, not at every key.
  @Test func aStepAmongTargetsMakesNothingAnew() throws {
    let open = try Open(activities: 100)
    for key in ["g", "y"] { _ = try open.press(Key(.character(Character(key)))) }
    let look = try #require(open.state.targets.look)
    // What stands in the grid is looked at, not made again: this would be gone.
    open.state.targets.sheet.data.corner = "as it was"
    for _ in 0..<3 {
      #expect(try open.press(down) == Cost())
      #expect(open.state.targets.sheet.data.corner == "as it was")
    }
    _ = try open.press(Key(.character("v")))
    _ = try open.press(Key(.character("q")))
    #expect(open.state.targets.look != look)
    #expect(open.state.targets.sheet.data.corner != "as it was")
  }

  @Test func checkGoesInSlices() throws {
    let open = try Open(activities: 1_000)
    _ = try open.press(Key(.character("g")))
    _ = try open.press(Key(.character("c")))
    #expect(open.state.check.isUnderWay && open.state.deadline == 0)
    var slices = 1
    while open.state.check.isUnderWay, slices < 20 {
      #expect(try open.take(.tick(now: 0)).rows < 20_000)
      slices += 1
    }
    #expect(slices == 3 && open.state.deadline == nil)
    let all = try Check.findings(of: open.reader, today: open.state.today)
    #expect(open.state.check.walk.findings.count == all.count)
  }
}
