/// What a text on the screen means. A ``Theme`` says how that looks; views never name colours.
public enum Role: UInt8, CaseIterable, Sendable {
  // Plain text, from plain to barely there.
  case text, dim, faint, strong
  // The bar at the top.
  case title, titleDim, titleGood, titleWarn
  // Rules and heads of panes; the focused pane's own.
  case rule, ruleFocus, head, headFocus, column
  // Who leads.
  case marketing, sales, unassigned, joint
  // Judgement of a figure; plain money.
  case good, bad, warn, money
  // Where one is.
  case cursor, cursorOff, marked, match
  // The two lowest rows.
  case key, hint, note
  // Input fields.
  case field, fieldOn, ghost
  // What floats above the screen.
  case pop, popDim, popHead, popRule, popOn, popKey, popGood, popBad, popMarketing, popSales
  // Sums.
  case total, totalBad, totalDim, held
  // Other people's changes and names.
  case changed, other
  // Bars drawn in text.
  case bar, barSales, barRest, today
}
