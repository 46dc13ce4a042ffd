extension Theme {
  /// Without colour: what must stand out does so by attribute, and every meaning has a letter, sign or
  /// word as well.
  static func monoStyle(_ role: Role) -> Style {
    switch role {
    case .text, .column, .marketing, .sales, .joint, .good, .money, .cursorOff, .match, .note, .pop,
      .popGood, .popMarketing, .popSales, .bar, .barSales, .today:
      Style()
    case .dim, .faint, .rule, .hint, .ghost, .popDim, .popRule, .totalDim, .barRest:
      Style(nil, .dim)
    case .strong, .ruleFocus, .head, .headFocus, .unassigned, .warn, .key, .popHead, .popKey,
      .total, .other:
      Style(nil, .bold)
    case .title, .titleDim, .titleGood, .titleWarn, .fieldOn, .popOn, .changed: Style(nil, .reverse)
    case .bad, .marked, .popBad, .totalBad: Style(nil, [.bold, .underline])
    case .cursor: Style(nil, [.reverse, .bold])
    case .field, .held: Style(nil, .underline)
    }
  }
}
