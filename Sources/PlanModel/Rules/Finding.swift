/// How grave a finding is.
public enum Severity: String, Coded {
  /// Keeps the plan from standing.
  case settle
  case look
  /// Meant so, with a reason.
  case accepted

  public var code: String { rawValue }
  public var words: Words {
    switch self {
    case .settle: Words("必须处理", "to settle")
    case .look: Words("提醒", "to look at")
    case .accepted: Words("已接受", "accepted")
    }
  }
}

/// Something that a rule has to say about a plan.
public struct Finding: Hashable, Sendable {
  public var rule: Rule
  public var severity: Severity
  /// The items it is about, the one to change first.
  public var codes: [ItemCode]
  public var text: Words
  /// The way out on the screen: what to do with which key.
  public var way: Words
  /// The way out as a command.
  public var command: String
  /// Why it is meant so, when it was accepted.
  public var reason: String?
  /// The quarter it is about, where it is about no item.
  public var period: Period?

  public init(
    rule: Rule, severity: Severity, codes: [ItemCode], text: Words, way: Words, command: String,
    reason: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.codes = codes
    self.text = text
    self.way = way
    self.command = command
    self.reason = reason
  }

  /// The order in which findings are listed: the gravest first, then by rule, then by code.
  public static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  private var rank: Rank {
    Rank(
      severity: Severity.allCases.firstIndex(of: severity) ?? 0, rule: rule.code,
      letter: codes.first?.kind.letter ?? "", number: codes.first?.number ?? 0)
  }

  private struct Rank: Comparable {
    var severity: Int
    var rule: String
    var letter: String
    var number: Int64

    static func < (a: Rank, b: Rank) -> Bool {
      (a.severity, a.rule, a.letter, a.number) < (b.severity, b.rule, b.letter, b.number)
    }
  }
}
