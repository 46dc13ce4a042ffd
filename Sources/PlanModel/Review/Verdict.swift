/// What a review says about an item.
public enum Verdict: Int64, Coded {
  case goOn = 1
  case change, move, stop

  public var code: String { ["go-on", "change", "move", "stop"][Int(rawValue) - 1] }
  public var words: Words {
    [Words("继续", "Go on"), Words("调整", "Change"), Words("顺延", "Move"), Words("停止", "Stop")][
      Int(rawValue) - 1]
  }
}

/// Where a decision stands.
public enum DecisionState: String, Coded {
  case open, done, late

  public var code: String { rawValue }
  public var words: Words {
    switch self {
    case .open: Words("待办", "Open")
    case .done: Words("已办", "Done")
    case .late: Words("逾期", "Late")
    }
  }
}

extension Item {
  public var verdict: Verdict? { self[.verdict].integer.flatMap { Verdict(rawValue: $0) } }
  /// The item that a decision is about.
  public var about: ItemID? { self[.about].integer }
  public var due: Day? { self[.due].integer.flatMap { Day(rawValue: $0) } }
  public var done: Day? { self[.done].integer.flatMap { Day(rawValue: $0) } }
  public var decidedBy: PersonID? { self[.decidedBy].integer }
  public var decidedOn: Day? { self[.decidedOn].integer.flatMap { Day(rawValue: $0) } }

  /// Late: due before today and not done.
  public func decisionState(today: Day) -> DecisionState {
    if done != nil { return .done }
    return due.map { $0 < today } ?? false ? .late : .open
  }
}

extension CheckSubject {
  /// What a review decided and nobody has carried out in time.
  func decisionFindings() -> [Finding] {
    guard item.decisionState(today: today) == .late, let due = item.due else { return [] }
    let owner = item.owner.flatMap { board.people[$0] }
    return [
      finding(
        .decisionLate, .look,
        Words(
          "\(due.text(.chinese))到期" + (owner.map { "，\($0.display(.chinese))" } ?? ""),
          "due on \(due.text(.english))" + (owner.map { ", \($0.display(.english))" } ?? "")),
        way: Words("Enter 打开，e 填办结日期", "Enter opens it, e for the day it was done"),
        command: "sanban set \(code) done=\(today)")
    ]
  }
}
