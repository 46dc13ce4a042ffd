import BoardApp
import Glibc
import PlanModel
import Synchronization
import TestSupport
import Testing

@testable import sanban

/// The thread that looks at files: it is given up, and it never keeps the program.
@Suite struct FileWorkerTests {
  private let request = ImportRequest(path: "/nowhere/list.csv", language: .english)

  private static func answers(_ worker: FileWorker, milliseconds: Int32) -> [FileAnswer] {
    var waiting = pollfd(fd: worker.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) == 1 ? worker.take() : []
  }

  /// Something that a thread waits for, and whether it has begun and ended.
  private final class Gate: Sendable {
    private let state = Mutex((begun: 0, ended: 0))
    private let pipe: (read: Int32, write: Int32)

    init() {
      var ends: [Int32] = [0, 0]
      Glibc.pipe(&ends)
      pipe = (ends[0], ends[1])
    }

    deinit {
      close(pipe.read)
      close(pipe.write)
    }

    var begun: Int { state.withLock { $0.begun } }
    var ended: Int { state.withLock { $0.ended } }

    /// As a file on a server that has gone would.
    func block() {
      state.withLock { $0.begun += 1 }
      var byte: UInt8 = 0
      read(pipe.read, &byte, 1)
      state.withLock { $0.ended += 1 }
    }

    func open() {
      var byte: UInt8 = 1
      write(pipe.write, &byte, 1)
    }
  }

  /// Esc: the look ends at its next step, and nothing is answered; the next one is.
  @Test func aLookIsGivenUp() throws {
    let gate = Gate()
    let worker = FileWorker { request, _, step in
      if request.number == 1 {
        gate.block()
        try step()
      }
      return .looked(ImportPreview(request))
    }
    defer { worker.close() }
    var first = request
    first.number = 1
    worker.look(first)
    #expect(holds { gate.begun == 1 })
    worker.giveUp()
    gate.open()
    #expect(holds { gate.ended == 1 })
    var second = request
    second.number = 2
    worker.look(second)
    let found = Self.answers(worker, milliseconds: 5_000)
    #expect(found.count == 1)
    guard case .looked(let preview) = found.first else { return #expect(Bool(false)) }
    #expect(preview.request.number == 2)
  }

  /// Esc in the middle of a long read: it ends at the next piece, not at the end of the file.
  @Test func aLongReadEndsAtItsNextStep() {
    let steps = Mutex(0)
    let worker = FileWorker { request, _, step in
      while true {
        steps.withLock { $0 += 1 }
        try step()
      }
    }
    worker.look(request)
    #expect(holds { steps.withLock { $0 } > 1_000 })
    worker.giveUp()
    // It has come to rest when the number stays.
    var last = -1
    let rests = holds {
      defer { last = steps.withLock { $0 } }
      return steps.withLock { $0 } == last
    }
    #expect(rests)
    worker.close()
  }

  /// The program ends while a file holds the thread: after half a second it is left behind.
  @Test func aThreadThatIsHeldIsLeftBehind() {
    let gate = Gate()
    let worker = FileWorker { request, _, step in
      gate.block()
      try step()
      return .looked(ImportPreview(request))
    }
    worker.look(request)
    #expect(holds { gate.begun == 1 })
    let start = ContinuousClock.now
    worker.close()
    let passed = ContinuousClock.now - start
    #expect(passed >= .milliseconds(400) && passed < .seconds(5), "\(passed)")
    #expect(gate.ended == 0)
    // Let go later, it ends without an answer.
    gate.open()
    #expect(holds { gate.ended == 1 })
    #expect(Self.answers(worker, milliseconds: 100).isEmpty)
  }

  /// One that reads on ends at once.
  @Test func aThreadThatReadsIsWaitedFor() {
    let steps = Mutex(0)
    let worker = FileWorker { _, _, step in
      while true {
        steps.withLock { $0 += 1 }
        try step()
      }
    }
    worker.look(request)
    #expect(holds { steps.withLock { $0 } > 0 })
    worker.close()
    let then = steps.withLock { $0 }
    #expect(steps.withLock { $0 } == then)
  }
}
