/// A rule of check; the code is stable (TERMS: findings).
public enum Rule: String, Coded {
  case noLead = "no-lead"
  case noOwner = "no-owner"
  case servesNothing = "serves-nothing"
  case targetIdle = "target-idle"
  case trendIdle = "trend-idle"
  case noFigures = "no-figures"
  case noSource = "no-source"
  case stale
  case assumptionMoved = "assumption-moved"
  case partsDiffer = "parts-differ"
  case planOverCeiling = "plan-over-ceiling"
  case forecastOverCeiling = "forecast-over-ceiling"
  case forecastTooLow = "forecast-too-low"
  case overBudget = "over-budget"
  case outsideQuarter = "outside-quarter"
  case overdue
  case notSettled = "not-settled"
  case leadFitsStage = "lead-fits-stage"
  case monthMissing = "month-missing"
  case decisionLate = "decision-late"

  public var code: String { rawValue }
  public var words: Words {
    switch self {
    case .noLead: Words("未定主导部门", "No department leads")
    case .noOwner: Words("未定负责人", "No owner")
    case .servesNothing: Words("活动未支撑目标", "Activity serves no target")
    case .targetIdle: Words("目标没有活动", "Target without an activity")
    case .trendIdle: Words("趋势没有目标", "Trend without a target")
    case .noFigures: Words("目标没有量化", "Target without figures")
    case .noSource: Words("预测缺少来源", "Forecast without a source")
    case .stale: Words("依据待更新", "Evidence is stale")
    case .assumptionMoved: Words("趋势偏离基准", "Trend has left its baseline")
    case .partsDiffer: Words("分解与全年不符", "Parts don't add up to the year")
    case .planOverCeiling: Words("预算超上限", "Plan above the ceiling")
    case .forecastOverCeiling: Words("预计超上限", "Forecast above the ceiling")
    case .forecastTooLow: Words("预计低于占用与实际", "Forecast below committed and actual")
    case .overBudget: Words("超出额度", "Above the quarter's budget")
    case .outsideQuarter: Words("日期不在本季", "No day inside its quarter")
    case .overdue: Words("逾期未完成", "Overdue")
    case .notSettled: Words("完成未结案", "Done, not settled")
    case .leadFitsStage: Words("主导与漏斗阶段不符", "Lead doesn't fit the funnel stage")
    case .monthMissing: Words("当月实际未录", "Month's actuals are missing")
    case .decisionLate: Words("决议逾期", "Decision overdue")
    }
  }
}
