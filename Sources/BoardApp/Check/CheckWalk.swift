import PlanModel

/// A walk of the rules over the whole plan, a slice between two keys, so that a large plan never
/// freezes the screen.
struct CheckWalk: Sendable {
  /// Items looked at in one go.
  static let slice = 400
  /// Findings kept of each severity; the rest is only counted.
  static let most = 1_000

  /// The board's revision when the walk began.
  let revision: Int
  private(set) var findings: [Finding] = []
  private(set) var counts: [Severity: Int] = [:]
  private(set) var ids: [ItemCode: ItemID] = [:]
  private(set) var periods: [ItemCode: Period] = [:]
  /// Items looked at so far.
  private(set) var looked = 0
  private var kind: ItemKind? = .trend
  private var last: Int64 = 0

  init(revision: Int) { self.revision = revision }

  var isOver: Bool { kind == nil }

  mutating func goOn(_ reader: any BoardReading, board: Board, today: Day) throws {
    var left = Self.slice
    while left > 0, let kind {
      let items = try reader.planItems(kind, after: last, limit: left)
      for item in items { take(item, Check.findings(for: item, board: board, today: today)) }
      looked += items.count
      left -= items.count
      if let end = items.last { last = end.detail.item.code.number }
      if left > 0 {
        (self.kind, last) = (kind.child ?? (kind == .activity ? .decision : nil), 0)
        if self.kind == nil { try takeQuarters(reader, board) }
      }
    }
    findings = Finding.sorted(findings)
  }

  /// What is said about quarters, at the end: it is read from kept sums.
  private mutating func takeQuarters(_ reader: any BoardReading, _ board: Board) throws {
    for finding in try Check.findings(ofQuarters: reader, board: board) {
      counts[finding.severity, default: 0] += 1
      findings.append(finding)
    }
  }

  private mutating func take(_ plan: PlanItem, _ found: [Finding]) {
    let item = plan.detail.item
    for finding in found {
      counts[finding.severity, default: 0] += 1
      guard counts[finding.severity, default: 0] <= Self.most else { continue }
      findings.append(finding)
      ids[item.code] = item.id
      if item.kind == .activity { periods[item.code] = item.period }
    }
  }
}

/// What the check screen knows.
struct CheckState: Sendable {
  var list = ListState()
  /// What is shown: the last whole walk, or the first one as far as it is.
  var walk = CheckWalk(revision: -1)
  /// A walk on its way while an older one is shown.
  private var next: CheckWalk?

  /// Whether there is more to look at.
  var isUnderWay: Bool { !walk.isOver || next != nil }

  /// Begins, or goes on with, what the board's revision asks for.
  mutating func goOn(
    _ reader: any BoardReading, board: Board, today: Day, revision: Int
  ) throws {
    if walk.revision < 0 { walk = CheckWalk(revision: revision) }
    if !walk.isOver {
      try walk.goOn(reader, board: board, today: today)
      return
    }
    guard walk.revision != revision || next != nil else { return }
    var ahead = next ?? CheckWalk(revision: revision)
    try ahead.goOn(reader, board: board, today: today)
    if ahead.isOver { (walk, next) = (ahead, nil) } else { next = ahead }
  }
}
