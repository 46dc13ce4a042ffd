import BoardApp
import CursesTerminal
import Glibc
import PlanModel
import PlanStore
import TextCanvas

/// Waits for keys, signals, saved edits and other people's changes; thinks, reads, draws.
///
/// Nothing here polls by time: an idle board sleeps until something happens. One frame is on its way
/// to the terminal at a time, and a burst of input is drawn once.
@MainActor final class BoardLoop {
  private let terminal: Terminal
  private let reader: BoardReader
  private let saver: Saver
  private let bell: Bell
  private let files: FileWorker
  private var state: AppState
  private let start = ContinuousClock.now
  /// Edits handed to the saver that haven't come back.
  private var underway: [Saver.Ticket: (edit: Edit, purpose: Purpose)] = [:]
  /// Edits that wait for the one under way.
  private var waiting: [(edit: Edit, purpose: Purpose)] = []
  private var lastOp: OpID
  private var dataVersion: Int
  private var needsDrawing = true
  private var isOver = false

  init(
    terminal: Terminal, reader: BoardReader, saver: Saver, bell: Bell, state: AppState
  ) throws {
    self.terminal = terminal
    self.reader = reader
    self.saver = saver
    self.bell = bell
    files = FileWorker(path: reader.path)
    self.state = state
    lastOp = try reader.lastOp()
    dataVersion = try reader.dataVersion()
  }

  /// Runs until the person leaves or the terminal is gone.
  func run(signals: borrowing SignalSource) {
    refresh()
    while !isOver {
      draw()
      let ready = Waiter.wait(
        terminal: terminal, signals: signals,
        others: [saver.descriptor, bell.descriptor, files.descriptor],
        until: deadline)
      if ready.output { terminal.flush() }
      if ready.signals { signals.read().forEach(take) }
      if ready.input { readInput(signals) }
      if ready.others.contains(saver.descriptor) { takeOutcomes() }
      if ready.others.contains(files.descriptor) {
        for answer in files.take() { feed(.file(answer)) }
      }
      if ready.others.contains(bell.descriptor) || ready.deadline { lookForChanges() }
      if ready.deadline { feed(.tick(now: now)) }
    }
    finish()
  }

  private var environment: BoardApp.Environment {
    BoardApp.Environment(
      now: now, today: Today.day(state.board), clock: Int64(time(nil)))
  }

  private var now: Int64 {
    let passed = start.duration(to: .now).components
    return passed.seconds * 1_000 + passed.attoseconds / 1_000_000_000_000_000
  }

  /// A look for changes that no bell announced, and whatever the program waits for.
  private var deadline: ContinuousClock.Instant? {
    let fallback = ContinuousClock.now + .seconds(10)
    guard let due = state.deadline else { return fallback }
    return min(fallback, start + .milliseconds(due))
  }

  private func draw() {
    guard needsDrawing, terminal.isIdle else { return }
    if terminal.present(App.draw(state)) { needsDrawing = false }
  }

  private func take(_ signal: SignalSource.Signal) {
    switch signal {
    case .resized:
      terminal.resize()
      feed(.resized(columns: terminal.size.columns, rows: terminal.size.rows))
    case .terminate, .hangup, .interrupt: isOver = true
    case .suspend:
      terminal.suspend()
      feed(.resized(columns: terminal.size.columns, rows: terminal.size.rows))
    case .continued:
      terminal.continued()
      feed(.resized(columns: terminal.size.columns, rows: terminal.size.rows))
    }
  }

  /// Takes what was typed. In a long burst signals are looked at now and then: to end can't wait.
  private func readInput(_ signals: borrowing SignalSource) {
    switch terminal.readInput() {
    case .closed: isOver = true
    case .events(let events):
      for (index, event) in events.enumerated() where !isOver {
        feed(.event(event))
        if index % 8 == 7 { signals.read().forEach(take) }
      }
    }
  }

  private func feed(_ input: Input) {
    needsDrawing = true
    let effects = App.reduce(&state, input, environment)
    for effect in effects { perform(effect) }
    refresh()
  }

  /// Reads what the screen shows now, in one consistent picture.
  private func refresh() {
    do {
      try reader.snapshot { try App.refresh(&state, reader: $0) }
    } catch {
      App.report(&state, StoreWords.unreadable(error))
    }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .save(let edit, let purpose): save(edit, purpose)
    case .prepare(let make, let purpose):
      do {
        let edit = try reader.snapshot { try make($0) }
        if !edit.changes.isEmpty { save(edit, purpose) }
      } catch {
        App.report(&state, StoreWords.unreadable(error))
      }
    case .read(let look):
      do {
        for effect in try reader.snapshot({ try look(&state, $0) }) { perform(effect) }
      } catch let refusal as Refusal {
        App.report(&state, refusal.words)
      } catch {
        App.report(&state, StoreWords.unreadable(error))
      }
    case .hold(let cells, let isHeld):
      _ = saver.submit(holding: cells, isHeld, of: state.me)
    case .undo(let isMeant): takeBack(isMeant: isMeant) { try reader.undo(by: $0) }
    case .redo: takeBack(isMeant: true) { try reader.redo(by: $0) }
    case .keep(let drafts):
      for draft in drafts { _ = saver.submit(draft, of: state.me) }
    case .dropDrafts(let targets):
      for target in targets { _ = saver.submit(dropping: target, of: state.me) }
    case .place(let place): _ = saver.submit(place, of: state.me)
    case .copy(let text):
      if !terminal.copyToClipboard(text) { App.report(&state, CopyFile.keep(text)) }
    case .visit(let path): feed(.file(Folders.visit(path)))
    case .look(let request): files.look(request)
    case .stopLooking: files.giveUp()
    case .importFile(let request): files.prepare(request)
    case .redraw: terminal.redraw()
    case .suspend: take(.suspend)
    case .quit: isOver = true
    }
  }

  private func takeBack(isMeant: Bool, _ find: (PersonID) throws -> Edit?) {
    let found = state.board.person(named: state.me).flatMap { person in
      try? find(person.id)
    }
    guard let edit = found else {
      App.report(&state, Words("没有可撤销的操作", "nothing to undo"))
      return
    }
    let what = edit.undoes.flatMap(name)
    if !isMeant, App.asks(&state, before: edit, what ?? Words("", "")) { return }
    let notice =
      edit.act == .redo
      ? Words("已重做   u 撤销", "done again   u undo")
      : Words(
        "已撤销：\(what?.zh ?? "")   Ctrl-r 重做", "undone: \(what?.en ?? "")   Ctrl-r redo")
    save(edit, Purpose(notice: notice))
  }

  /// What an edit was, for saying what is undone.
  private func name(of op: OpID) -> Words? {
    guard let entry = try? reader.history(HistoryQuery(before: .start(of: op + 1), limit: 1)).first
    else {
      return nil
    }
    if let earlier = entry.undoes { return name(of: earlier) }
    let act = Act(code: entry.act)?.words ?? Words(entry.act, entry.act)
    // An import is called by its file.
    let file = act == Act.importing.words && !entry.reason.isEmpty ? entry.reason : nil
    let code = (file ?? entry.code?.description).map { " \($0)" } ?? ""
    return Words(act.zh + code, act.en.lowercased() + code)
  }

  private func save(_ edit: Edit, _ purpose: Purpose) {
    guard underway.isEmpty else {
      waiting.append((edit, purpose))
      return
    }
    underway[saver.submit(edit, as: state.me)] = (edit, purpose)
    // Nearly always the outcome is there before an eye can blink, and nobody sees "saving".
    if saver.wait(milliseconds: 40) { takeOutcomes() } else { feed(.saving) }
  }

  private func takeOutcomes() {
    for (ticket, outcome) in saver.take() {
      guard let (edit, purpose) = underway.removeValue(forKey: ticket) else { continue }
      noteChanges()
      feed(.saved(outcome, edit, purpose))
    }
    if underway.isEmpty, !waiting.isEmpty {
      let next = waiting.removeFirst()
      save(next.edit, next.purpose)
    }
  }

  /// Others' changes: the bell rang, or it is time to look.
  private func lookForChanges() {
    _ = bell.drain()
    guard let version = try? reader.dataVersion(), version != dataVersion else { return }
    let before = lastOp
    noteChanges()
    let changes = (try? reader.changes(since: before, limit: 200)) ?? []
    feed(.changed(changes))
  }

  private func noteChanges() {
    dataVersion = (try? reader.dataVersion()) ?? dataVersion
    lastOp = (try? reader.lastOp()) ?? lastOp
    if let board = try? reader.board() { App.take(&state, board) }
  }

  /// Waits for the edit under way, so that nothing typed and accepted is lost.
  private func finish() {
    terminal.leave()
    files.close()
    // What is half typed outlives a lost line.
    perform(.keep(App.drafts(state)))
    if let place = App.place(state) { perform(.place(place)) }
    while saver.outstanding > 0 || !underway.isEmpty, saver.wait(milliseconds: 5_000) {
      for (ticket, _) in saver.take() { underway[ticket] = nil }
      guard underway.isEmpty, !waiting.isEmpty else { continue }
      let next = waiting.removeFirst()
      underway[saver.submit(next.edit, as: state.me)] = next
    }
    saver.close()
  }
}
