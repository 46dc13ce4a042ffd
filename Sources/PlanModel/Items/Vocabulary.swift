/// A department that can lead an item; the other one advises.
public enum Department: Int64, Coded {
  case marketing = 1
  case sales = 2

  public var other: Department { self == .marketing ? .sales : .marketing }
  public var code: String { self == .marketing ? "marketing" : "sales" }
  public var words: Words {
    self == .marketing ? Words("市场部", "Marketing") : Words("销售部", "Sales")
  }
  /// The letter that stands wherever the department's colour stands.
  public var letter: Words { self == .marketing ? Words("市", "M") : Words("销", "S") }
}

/// A kind of item: one of the three horizons', or what a review decides.
public enum ItemKind: Int64, Coded {
  case trend = 1
  case target = 2
  case activity = 3
  case decision = 6

  /// The kinds that make the plan, from the reason to what is done.
  public static let horizons: [ItemKind] = [.trend, .target, .activity]

  public var letter: String {
    switch self {
    case .trend: "T"
    case .target: "Y"
    case .activity: "A"
    case .decision: "D"
    }
  }
  public var code: String {
    switch self {
    case .trend: "trend"
    case .target: "target"
    case .activity: "activity"
    case .decision: "decision"
    }
  }
  public var words: Words {
    switch self {
    case .trend: Words("趋势", "Trend")
    case .target: Words("目标", "Target")
    case .activity: Words("活动", "Activity")
    case .decision: Words("决议", "Decision")
    }
  }
  public var plural: Words {
    switch self {
    case .trend: Words("趋势", "Trends")
    case .target: Words("目标", "Targets")
    case .activity: Words("活动", "Activities")
    case .decision: Words("决议", "Decisions")
    }
  }
  /// The kind that justifies this one; nil for a trend, and for what isn't a horizon's.
  public var parent: ItemKind? { isHorizon ? ItemKind(rawValue: rawValue - 1) : nil }
  /// The kind that this one justifies; nil for an activity, and for what isn't a horizon's.
  public var child: ItemKind? { isHorizon ? ItemKind(rawValue: rawValue + 1) : nil }
  public var isHorizon: Bool { rawValue <= ItemKind.activity.rawValue }
  /// Whether it has a line of figures from the start (with an empty name).
  public var hasMainLine: Bool { self == .trend || self == .target }
}

/// Where an activity stands, in the order of the number keys.
public enum Status: Int64, Coded {
  case draft = 1
  case submitted, approved, running, done, closed, paused, dropped

  public var code: String {
    ["draft", "submitted", "approved", "running", "done", "closed", "paused", "dropped"][
      Int(rawValue) - 1]
  }
  public var words: Words {
    [
      Words("草拟", "Draft"), Words("待批", "Submitted"), Words("已批", "Approved"),
      Words("执行", "Running"), Words("完成", "Done"), Words("结案", "Closed"),
      Words("暂停", "Paused"), Words("取消", "Dropped"),
    ][Int(rawValue) - 1]
  }
  public var sign: String {
    switch self {
    case .draft, .submitted, .approved: "○"
    case .running, .paused: "◐"
    case .done, .closed: "●"
    case .dropped: "×"
    }
  }
  /// Neither dropped nor closed.
  public var isLive: Bool { self != .dropped && self != .closed }
}

/// A stage of the funnel. Marketing leads the upper three, sales the lower.
public enum Stage: Int64, Coded {
  case awareness = 1
  case interest, lead, opportunity, deal, loyalty

  public var code: String {
    ["awareness", "interest", "lead", "opportunity", "deal", "loyalty"][Int(rawValue) - 1]
  }
  public var words: Words {
    [
      Words("知晓", "Awareness"), Words("兴趣", "Interest"), Words("线索", "Qualified lead"),
      Words("商机", "Opportunity"), Words("成交", "Deal"), Words("复购", "Loyalty"),
    ][Int(rawValue) - 1]
  }
  /// The department whose part of the funnel this is.
  public var side: Department { rawValue <= 3 ? .marketing : .sales }
}

/// How much an activity is needed.
public enum Priority: Int64, Coded {
  case keep = 1
  case ought, wait

  public var code: String { ["A", "B", "C"][Int(rawValue) - 1] }
  public var words: Words {
    [Words("必保", "keep"), Words("应做", "ought"), Words("可缓", "may wait")][Int(rawValue) - 1]
  }
}

/// How far a trend's figures can be trusted.
public enum Confidence: Int64, Coded {
  case high = 1
  case medium, low

  public var code: String { ["high", "medium", "low"][Int(rawValue) - 1] }
  public var words: Words {
    [Words("高", "high"), Words("中", "medium"), Words("低", "low")][Int(rawValue) - 1]
  }
}

/// The direction in which a measure is good.
public enum Better: Int64, Coded {
  case up = 1
  case down

  public var code: String { self == .up ? "up" : "down" }
  public var words: Words {
    self == .up ? Words("越高越好", "higher is better") : Words("越低越好", "lower is better")
  }
}

/// How a measure's periods make its total.
public enum AddsUp: Int64, Coded {
  case sum = 1
  case last, ratio

  public var code: String { ["sum", "last", "ratio"][Int(rawValue) - 1] }
  public var words: Words {
    [Words("累计", "sum"), Words("期末", "last"), Words("比率", "ratio")][Int(rawValue) - 1]
  }
}

/// How often a measure's figure is due.
public enum Rhythm: Int64, Coded {
  case month = 1
  case quarter, halfYear, year

  public var code: String { ["month", "quarter", "half-year", "year"][Int(rawValue) - 1] }
  public var words: Words {
    [
      Words("按月", "monthly"), Words("按季", "quarterly"), Words("按半年", "half-yearly"),
      Words("按年", "yearly"),
    ][Int(rawValue) - 1]
  }
}

/// Where a quarter or a year stands.
public enum PeriodState: Int64, Coded {
  case draft = 1
  case submitted, countersigned, approved, closed

  public var code: String {
    ["draft", "submitted", "countersigned", "approved", "closed"][Int(rawValue) - 1]
  }
  public var words: Words {
    [
      Words("编制", "Drafting"), Words("送审", "Submitted"), Words("已会签", "Countersigned"),
      Words("已批", "Approved"), Words("已结转", "Closed"),
    ][Int(rawValue) - 1]
  }
}
