import PlanModel

/// Changed things and their values in words, for the log and for conflicts.
enum ValueText {
  static func name(of target: ChangeTarget, _ state: AppState) -> String {
    let language = state.language
    switch target {
    case .item(_, let field): return field.words(language)
    case .figure(let line, let column, let period):
      let row = state.sheet.data.rows.first { $0.line?.id == line }
      let kind = row?.kind ?? .activity
      let name = row?.line.map { LineName.of($0, state) } ?? ""
      let when =
        period.unit == .month ? PeriodText.month(period, language) : period.description
      return [name, when, column.words(for: kind)(language)].filter { !$0.isEmpty }
        .joined(separator: " · ")
    case .line(_, let field): return "\(Words("费用项", "line")(language)) \(field.name)"
    case .link: return Words("支撑", "Serves")(language)
    case .comment: return Words("留言", "Comment")(language)
    case .entry: return Words("列表", "List")(language)
    case .person: return Words("成员", "Member")(language)
    case .setting(let setting): return setting.rawValue
    case .state(let period): return "\(period) \(Words("状态", "state")(language))"
    case .accepted(_, let rule): return rule.words(language)
    case .envelope(let quarter, let purse):
      return "\(quarter) \(Words("额度", "budget")(language)) \(purse.words(language))"
    case .note(let line, let column, let period):
      return "\(name(of: .figure(line, column, period), state)) \(Words("批注", "note")(language))"
    case .mapping(let name): return "\(Words("列映射", "Mapping")(language)) \(name)"
    case .taken: return Words("文件的一行", "Row of a file")(language)
    }
  }

  static func show(_ value: Value, for target: ChangeTarget, _ state: AppState) -> String {
    let language = state.language
    guard !value.isNone else { return "·" }
    if Change(target, was: .none, now: value).isCreation { return Words("新建", "new")(language) }
    if target.isGone { return Words("回收站", "bin")(language) }
    switch target {
    case .item(_, .decided):
      guard let id = value.integer, let decision = state.review.decision(id) else { return "…" }
      let verdict = decision.verdict?.words(language) ?? ""
      return "\(decision.code) \(verdict) \(decision.title(language))"
    case .item(_, let field):
      return state.fieldText.display(field, value)
    case .figure(let line, let column, _):
      let known = state.sheet.data.rows.first { $0.line?.id == line }
      let unit = known?.unit ?? state.board.money
      _ = column
      return value.integer.map { Amounts.format(unit, state).full($0) } ?? "·"
    case .line(_, .category), .line(_, .region), .line(_, .channel), .line(_, .product):
      return value.integer.flatMap { state.board.entries[$0] }?.name(language) ?? "·"
    case .envelope:
      return value.integer.map { Amounts.format(state.board.money, state).full($0) } ?? "·"
    case .mapping: return Words("已保存", "kept")(language)
    case .state:
      return value.integer.flatMap { PeriodState(rawValue: $0) }?.words(language) ?? "·"
    case .link:
      return value.integer == 1
        ? Words("主要依托", "main reason")(language) : Words("支撑", "serves")(language)
    default:
      return value.text ?? value.integer.map(String.init) ?? "·"
    }
  }
}
