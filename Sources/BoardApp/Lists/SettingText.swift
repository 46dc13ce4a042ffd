import PlanModel

/// The board's settings as people read and type them.
enum SettingText {
  static func name(_ setting: Setting) -> Words { setting.words }

  static func text(_ setting: Setting, _ state: AppState) -> String {
    switch setting {
    case .closedTo: state.board.closedTo?.description ?? ""
    case .ceilingRule: state.board.ceilingRule.words(state.language)
    case .staleDays: "\(state.board.staleDays)"
    case .driftPercent: "\(state.board.driftPercent)"
    case .settleDays: "\(state.board.settleDays)"
    case .warnPercent: "\(state.board.warnPercent ?? 0)"
    case .costRatio: state.board.costRatio.map { "\($0)" } ?? ""
    case .firstYear: "\(state.board.firstYear)"
    default: state.board.settings[setting]?.text ?? ""
    }
  }

  static func parse(_ setting: Setting, _ text: String) throws(Refusal) -> Value {
    let typed = Folding.trimmed(text)
    switch setting {
    case .closedTo:
      if typed.isEmpty { return .none }
      guard let month = Period(typed), month.unit == .month else {
        throw Refusal(.input, Words("写一个月份，如 2026-10", "Type a month, such as 2026-10"))
      }
      return .integer(month.rawValue)
    case .ceilingRule:
      let word = Folding.fold(typed)
      let rule = CeilingRule.allCases.first {
        [$0.code, $0.words.zh, Folding.fold($0.words.en)].contains(word)
      }
      guard let rule else {
        throw Refusal(.input, Words("可用：不管、提醒、阻止", "One of ignore, warn, block"))
      }
      return .text(rule.rawValue)
    case .costRatio where typed.isEmpty: return .none
    case .warnPercent where Folding.fold(typed) == "0": return .integer(0)
    case .staleDays, .driftPercent, .settleDays, .firstYear, .warnPercent, .costRatio:
      guard let number = Int64(Folding.fold(typed)), (1...9_999).contains(number) else {
        throw Refusal(.input, Words("写一个 1 到 9999 的整数", "Type a whole number from 1 to 9999"))
      }
      return .integer(number)
    default:
      return Value(typed)
    }
  }
}
