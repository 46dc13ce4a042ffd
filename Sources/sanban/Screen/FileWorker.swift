import BoardApp
import CSystem
import Glibc
import PlanExchange
import PlanModel
import PlanStore
import Synchronization

/// Looks at files on a thread of its own, so that a large one never freezes the screen. Only the
/// newest request counts: one under way is given up for it.
final class FileWorker: Sendable {
  /// Readable while an answer is waiting to be taken: for poll.
  let descriptor: Int32
  private let jobs: Int32
  /// Readable once the thread has ended.
  private let ended: Int32
  private let work: Work
  private let shared = Mutex(Shared())

  private struct Shared {
    var job: Job?
    var answers: [FileAnswer] = []
    /// Counts the requests.
    var newest = 0
    var isOver = false
    var thread: pthread_t?
  }

  private struct Job {
    var request: ImportRequest
    var prepares: Bool
    var number: Int
  }

  /// One look: the request, whether everything that the import does is wanted, and what is called at
  /// every step and ends the look by throwing.
  typealias Work =
    @Sendable (ImportRequest, Bool, @escaping () throws -> Void) throws -> FileAnswer

  /// - Parameter path: the board's.
  convenience init(path: String) {
    self.init { request, prepares, step in
      let look = FileLook(request, step: step)
      let reader = try BoardReader(path: path)
      return prepares ? try look.prepare(reader) : .looked(try look.look(reader))
    }
  }

  init(work: @escaping Work) {
    self.work = work
    descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
    jobs = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_SEMAPHORE))
    ended = eventfd(0, Int32(EFD_CLOEXEC))
  }

  deinit {
    Glibc.close(descriptor)
    Glibc.close(jobs)
    Glibc.close(ended)
  }

  /// Asks for a look.
  func look(_ request: ImportRequest) { add(request, prepares: false) }

  /// Asks for everything that the import does.
  func prepare(_ request: ImportRequest) { add(request, prepares: true) }

  func giveUp() {
    shared.withLock { shared in
      shared.newest += 1
      shared.job = nil
    }
  }

  func take() -> [FileAnswer] {
    var count: UInt64 = 0
    read(descriptor, &count, 8)
    return shared.withLock { shared in
      defer { shared.answers = [] }
      return shared.answers
    }
  }

  /// Gives up what is under way and ends the thread. One that a slow file holds is left behind
  /// after half a second: it only reads, and ends with the process.
  func close() {
    let thread = shared.withLock { shared in
      shared.isOver = true
      shared.newest += 1
      return shared.thread.take()
    }
    guard let thread else { return }
    Self.signal(jobs)
    var waiting = pollfd(fd: ended, events: Int16(POLLIN), revents: 0)
    if poll(&waiting, 1, 500) == 1 { pthread_join(thread, nil) } else { pthread_detach(thread) }
  }

  private func add(_ request: ImportRequest, prepares: Bool) {
    let needsThread = shared.withLock { shared in
      shared.newest += 1
      shared.job = Job(request: request, prepares: prepares, number: shared.newest)
      return shared.thread == nil && !shared.isOver
    }
    if needsThread { start() }
    Self.signal(jobs)
  }

  private func start() {
    let context = Unmanaged.passRetained(self).toOpaque()
    var thread = pthread_t()
    let started = pthread_create(
      &thread, nil,
      { @Sendable context in
        guard let context else { return nil }
        Unmanaged<FileWorker>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    guard started == 0 else { return Unmanaged<FileWorker>.fromOpaque(context).release() }
    let running = thread
    shared.withLock { $0.thread = running }
  }

  private static func signal(_ descriptor: Int32) {
    var one: UInt64 = 1
    write(descriptor, &one, 8)
  }

  private struct GivenUp: Error {}

  private func run() {
    // Signals belong to the event loop's thread.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    defer { Self.signal(ended) }
    while true {
      var count: UInt64 = 0
      while read(jobs, &count, 8) != 8 { if errno != EINTR { return } }
      let (job, isOver) = shared.withLock { ($0.job.take(), $0.isOver) }
      if isOver { return }
      guard let job else { continue }
      guard let answer = answer(job) else { continue }
      shared.withLock { shared in
        if shared.newest == job.number { shared.answers.append(answer) }
      }
      Self.signal(descriptor)
    }
  }

  private func answer(_ job: Job) -> FileAnswer? {
    do {
      return try work(job.request, job.prepares) { [self] in
        guard shared.withLock({ $0.newest }) == job.number else { throw GivenUp() }
      }
    } catch is GivenUp { return nil } catch {
      return .failed(job.request.number, FileLook.words(error))
    }
  }
}
