import Glibc
import PlanModel
import Testing

@testable import PlanStore

/// Savers and readers in processes of their own: nothing that was acknowledged may be lost.
@Suite(.serialized) struct ProcessTests {
  /// Long rounds, with printed figures, when asked for: seconds in SANBAN_CAMPAIGN.
  private static let campaign = getenv("SANBAN_CAMPAIGN").flatMap { Int(String(cString: $0)) }

  private func expectLooks(_ reader: Probe, at location: SourceLocation = #_sourceLocation) {
    let line = reader.lines().first ?? "nothing"
    #expect(line.hasPrefix("looks"), "\(line)", sourceLocation: location)
  }

  private func counted(_ board: TestBoard) throws -> (sum: Int64, trends: Int) {
    (
      try board.reader.sums(by: .lead, months: nil).reduce(0) { $0 + $1.money.forecast }
        / 1_000,
      try board.reader.tally(ListScope(kind: .trend)).count
    )
  }

  @Test func sixProcessesLoseNothing() throws {
    let board = try TestBoard()
    _ = try board.plan()
    let probes = (0..<6).map { Probe(["count", board.path, "p\($0)", "50"]) }
    let reader = Probe(["read", board.path, "300"])
    let lines = probes.flatMap { $0.lines() }
    #expect(lines.allSatisfy { $0.hasPrefix("ack") }, "\(lines.filter { !$0.hasPrefix("ack") })")
    #expect(lines.count { $0.hasPrefix("ack") } == 300)
    #expect(Set(lines).count == 300)
    expectLooks(reader)
    let found = try counted(board)
    #expect(found.sum == 300)
    #expect(found.trends == 300)
    try board.verify()
  }

  @Test func killedSaversLoseNothing() throws {
    let start = time(nil)
    var (acknowledged, kills, more) = (0, 0, 0)
    repeat {
      let board = try TestBoard()
      _ = try board.plan()
      var acks = 0
      var round = 0
      for _ in 0..<8 {
        let probes = (0..<3).map { Probe(["count", board.path, "p\($0)", "0"]) }
        for probe in probes {
          var left = Int.random(in: 1...12)
          while left > 0, let line = probe.line() {
            if line.hasPrefix("ack") { acks += 1 }
            left -= 1
          }
          probe.signal(SIGKILL)
          acks += probe.lines().count { $0.hasPrefix("ack") }
          round += 1
        }
      }
      let found = try counted(board)
      #expect(found.sum >= Int64(acks) && found.sum <= Int64(acks + round))
      #expect(found.trends == Int(found.sum))
      try board.verify()
      acknowledged += acks
      kills += round
      more += Int(found.sum) - acks
    } while time(nil) < start + (ProcessTests.campaign ?? 0) / 3
    if ProcessTests.campaign != nil {
      print("kills \(kills), acknowledged \(acknowledged), lost 0, stored beyond them \(more)")
    }
  }

  /// RELIABILITY §6 with our settings: writers that also empty the journal, readers beside them.
  @Test func stressKeepsTheBoardSound() throws {
    let start = time(nil)
    var (rounds, acknowledged) = (0, 0)
    repeat {
      let board = try TestBoard()
      _ = try board.plan()
      let campaign = ProcessTests.campaign != nil
      let writers = (0..<5).map { Probe(["count", board.path, "p\($0)", "0"]) }
      let readers = (0..<4).map { _ in Probe(["read", board.path, campaign ? "5000" : "700"]) }
      for reader in readers { expectLooks(reader) }
      for writer in writers { writer.signal(SIGTERM) }
      let lines = writers.flatMap { $0.lines() }
      let acks = lines.count { $0.hasPrefix("ack") }
      #expect(lines.allSatisfy { $0.hasPrefix("ack") })
      let found = try counted(board)
      #expect(found.sum >= Int64(acks) && found.sum <= Int64(acks + 5))
      #expect(FileCheck.size(board.path + "-wal") < 16 << 20)
      try board.verify()
      rounds += 1
      acknowledged += acks
    } while time(nil) < start + (ProcessTests.campaign ?? 0) * 2 / 3
    if ProcessTests.campaign != nil {
      print("rounds \(rounds) of 5 s, commits \(acknowledged), corrupt 0, lost 0")
    }
  }

  @Test func aHeldLockIsNamedAfterAWhile() throws {
    let board = try TestBoard()
    let holder = Probe(["hold", board.path])
    #expect(holder.line() == "held")
    holder.signal(SIGSTOP)
    board.writer.patience = 60
    let outcome = board.writer.save(Edit(.create, [.create(-1, .trend)]), as: "li")
    #expect(refusal(outcome)?.words.en.contains("StoreProbe (process \(holder.process))") == true)
    #expect(refusal(outcome)?.kind == .unavailable)
    #expect(try board.reader.board().people.isEmpty)
    holder.kill(SIGKILL)
    try board.save([.create(-1, .trend)])
  }

  /// A file size limit is a full disk: said, nothing half done, and the next save goes through.
  @Test(arguments: [1, 2, 3, 5, 8, 13]) func fullDisk(_ blocks: Int) throws {
    let board = try TestBoard()
    _ = try board.plan()
    let size = FileCheck.size(board.path + "-wal") / 512 + blocks * 8
    let probe = Probe(["count", board.path, "p1", "0"], shell: "ulimit -f \(size)")
    var acks = 0
    while let line = probe.line() {
      if line.hasPrefix("ack") { acks += 1 } else { break }
    }
    let failure = probe.line()
    probe.kill(SIGKILL)
    #expect(failure?.hasPrefix("failed") == true, "\(failure ?? "-")")
    let found = try counted(board)
    #expect(found.sum == Int64(acks) && found.trends == acks)
    try board.save([.create(-1, .trend)])
    try board.verify()
  }
}
