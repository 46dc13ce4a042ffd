import Glibc
import PlanModel
import PlanStore

/// Started by tests: `count BOARD NAME TIMES` adds a thousand to a shared cell again and again and
/// says "ack" after each save (the last digits are the saver's own, so that no two write the same); `read BOARD MILLISECONDS` looks whether every snapshot agrees with itself;
/// `hold BOARD` takes the writers' lock and keeps it.
@main
struct StoreProbe {
  static func main() {
    signal(SIGXFSZ, SIG_IGN)
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else { exit(64) }
    do {
      switch arguments[1] {
      case "count": try count(arguments[2], arguments[3], Int(arguments[4]) ?? 0)
      case "read": try read(arguments[2], milliseconds: Int(arguments[3]) ?? 0)
      case "hold": hold(arguments[2])
      default: exit(64)
      }
    } catch {
      say("error \(error)")
      exit(1)
    }
  }

  /// Every saver has a title of its own and all share one cell; times 0 means for ever.
  static func count(_ path: String, _ name: String, _ times: Int) throws {
    let writer = try BoardWriter(path: path)
    let reader = try BoardReader(path: path)
    guard let item = try reader.items(ListWindow(ListScope(kind: .activity), limit: 1)).first,
      let detail = try reader.detail(item.id), let line = detail.lines.first
    else { return say("error no line") }
    let month = Period(year: 2026, month: 10)
    let mark = Int64(name.dropFirst()) ?? 0
    var done = 0
    while times == 0 || done < times {
      let seen = try reader.detail(item.id)?.figure(line.id, month)?[.forecast]
      let change = Change(
        .figure(line.id, .forecast, month), was: Value(seen),
        now: .integer(((seen ?? 0) / 1_000 + 1) * 1_000 + mark))
      let own = Change.create(-1, .trend)
      let title = Change(.item(-1, .title), was: .none, now: .text("\(name) \(done)"))
      switch writer.save(Edit(.figure, [change, own, title]), as: name) {
      case .saved(let saved):
        done += 1
        say("ack \(saved.op ?? 0)")
      case .conflict: continue
      case .refused(let refusal): return say("error refused \(refusal.words.en)")
      case .failed(let refusal): say("failed \(refusal.words.en)")
      }
    }
    writer.close()
  }

  static func read(_ path: String, milliseconds: Int) throws {
    let reader = try BoardReader(path: path)
    let end = now() + milliseconds
    var looks = 0
    while now() < end {
      try reader.snapshot { board in
        let kept = try board.sums(by: .lead, months: nil).reduce(0) { $0 + $1.money.forecast }
        let items = try board.sums(by: .activity, months: nil).reduce(0) { $0 + $1.money.forecast }
        let trends = try board.tally(ListScope(kind: .trend)).count
        guard kept == items, kept / 1_000 == trends else {
          throw Refusal(.rule, Words("", "\(kept) \(items) \(trends)"))
        }
      }
      looks += 1
    }
    say("looks \(looks)")
  }

  static func hold(_ path: String) {
    let file = open(path + "-lock", O_RDWR | O_CREAT, 0o600)
    flock(file, LOCK_EX)
    say("held")
    while true { pause() }
  }

  private static func now() -> Int {
    var clock = timespec()
    clock_gettime(CLOCK_MONOTONIC, &clock)
    return clock.tv_sec * 1_000 + clock.tv_nsec / 1_000_000
  }

  private static func say(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    write(1, bytes, bytes.count)
  }
}
