import CSystem
import Glibc
import PlanModel
import Synchronization

/// Saves on a thread of its own, one edit after the other, so that a slow disk, a long import or a
/// stopped colleague never freezes a screen.
public final class Saver: Sendable {
  public typealias Ticket = Int

  /// Readable while an outcome is waiting to be taken: for poll.
  public let descriptor: Int32
  private let jobs: Int32
  private let shared = Mutex(Shared())

  private struct Shared {
    var queue: [(Ticket, Job)] = []
    var outcomes: [(Ticket, SaveOutcome)] = []
    var lastTicket: Ticket = 0
    var pending = 0
    var thread: pthread_t?
  }

  private enum Job: Sendable {
    case edit(Edit, who: String, drafts: [ChangeTarget])
    case draft(Draft, who: String)
    case dropDraft(ChangeTarget, who: String)
    case place(ReviewPlace, who: String)
    case hold([CellAddress], Bool, who: String)
    case end
  }

  /// Starts the thread. The board is opened for writing by the first thing to save, so that a screen
  /// needn't wait for it; if that fails, it is the outcome.
  public init(path: String) throws(Refusal) {
    let identity = try FileCheck.identity(path)
    descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
    jobs = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_SEMAPHORE))
    let work = Work(path: path, identity: identity, saver: self)
    let context = Unmanaged.passRetained(work).toOpaque()
    var thread = pthread_t()
    let started = pthread_create(
      &thread, nil,
      { @Sendable context in
        guard let context else { return nil }
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    guard started == 0 else {
      Unmanaged<Work>.fromOpaque(context).release()
      throw Faults.system(path, started)
    }
    let running = thread
    shared.withLock { $0.thread = running }
  }

  deinit {
    Glibc.close(descriptor)
    Glibc.close(jobs)
  }

  /// Hands over an edit; its outcome comes under the ticket.
  public func submit(_ edit: Edit, as who: String, dropping drafts: [ChangeTarget] = []) -> Ticket {
    add(.edit(edit, who: who, drafts: drafts))
  }

  /// Keeps an unfinished text; the outcome is `saved` without an op.
  public func submit(_ draft: Draft, of who: String) -> Ticket { add(.draft(draft, who: who)) }

  /// Drops an unfinished text; the outcome is `saved` without an op.
  public func submit(dropping target: ChangeTarget, of who: String) -> Ticket {
    add(.dropDraft(target, who: who))
  }

  /// Keeps where somebody is in a review; the outcome is `saved` without an op.
  public func submit(_ place: ReviewPlace, of who: String) -> Ticket {
    add(.place(place, who: who))
  }

  /// Holds or releases cells for a person; the outcome is `saved` without an op.
  public func submit(holding cells: [CellAddress], _ isHeld: Bool, of who: String) -> Ticket {
    add(.hold(cells, isHeld, who: who))
  }

  /// How many outcomes haven't been taken yet.
  public var outstanding: Int { shared.withLock { $0.pending } }

  /// Waits until an outcome can be taken; whether there is one.
  public func wait(milliseconds: Int) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&poll, 1, Int32(milliseconds)) > 0
  }

  /// The outcomes that are there, in the order in which the edits were submitted.
  public func take() -> [(ticket: Ticket, outcome: SaveOutcome)] {
    var count: UInt64 = 0
    read(descriptor, &count, 8)
    return shared.withLock { shared in
      let taken = shared.outcomes
      shared.outcomes = []
      shared.pending -= taken.count
      return taken.map { (ticket: $0.0, outcome: $0.1) }
    }
  }

  /// Saves what has been submitted, then ends the thread and closes the board.
  public func close() {
    guard let thread = shared.withLock({ $0.thread.take() }) else { return }
    _ = add(.end)
    pthread_join(thread, nil)
  }

  private func add(_ job: Job) -> Ticket {
    let ticket = shared.withLock { shared in
      shared.lastTicket += 1
      if case .end = job {} else { shared.pending += 1 }
      shared.queue.append((shared.lastTicket, job))
      return shared.lastTicket
    }
    Saver.signal(jobs)
    return ticket
  }

  private static func signal(_ descriptor: Int32) {
    var one: UInt64 = 1
    write(descriptor, &one, 8)
  }

  /// What the thread owns. It is made before the thread and used by it alone.
  private final class Work: @unchecked Sendable {
    let path: String
    let identity: FileCheck.Identity
    let saver: Saver
    private var opened: BoardWriter?

    init(path: String, identity: FileCheck.Identity, saver: Saver) {
      self.path = path
      self.identity = identity
      self.saver = saver
    }

    private func writer() throws(Refusal) -> BoardWriter {
      if let opened { return opened }
      guard try FileCheck.identity(path) == identity else { throw Faults.replaced(path) }
      let writer = try BoardWriter(path: path)
      opened = writer
      return writer
    }

    func run() {
      // Signals belong to the event loop's thread.
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, nil)
      while let (ticket, job) = next() {
        if case .end = job {
          opened?.close()
          return
        }
        let outcome = outcome(of: job)
        saver.shared.withLock { $0.outcomes.append((ticket, outcome)) }
        Saver.signal(saver.descriptor)
      }
    }

    private func outcome(of job: Job) -> SaveOutcome {
      do {
        switch job {
        case .edit(let edit, let who, let drafts):
          return try writer().save(edit, as: who, dropping: drafts)
        case .draft(let draft, let who): try writer().saveDraft(draft, of: who)
        case .dropDraft(let target, let who): try writer().dropDraft(target, of: who)
        case .place(let place, let who): try writer().savePlace(place, of: who)
        case .hold(let cells, let isHeld, let who): try writer().hold(cells, isHeld, of: who)
        case .end: break
        }
        return .saved(Saved(op: nil))
      } catch { return .failed(error) }
    }

    private func next() -> (Ticket, Job)? {
      var count: UInt64 = 0
      while read(saver.jobs, &count, 8) != 8 { if errno != EINTR { return nil } }
      return saver.shared.withLock { $0.queue.isEmpty ? nil : $0.queue.removeFirst() }
    }
  }
}
