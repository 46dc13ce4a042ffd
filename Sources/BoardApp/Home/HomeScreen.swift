import PlanModel
import TextCanvas

/// The line of sight: trends, targets and activities side by side.
enum HomeScreen {
  static let screen = Screen(
    id: .home, title: Words("首页", "Home"),
    actions: [
      .open, .new, .edit, .toMarketing, .toSales, .status, .budget, .filter, .toNobody, .owner,
      .comment, .bin, .mark, .markRange, .yank, .paste, .copyPeriod, .narrow, .zoom, .nextHit,
      .previousHit, .clear, .up, .down, .left, .right, .first, .last, .pageUp, .pageDown,
      .nextPane, .previousPane,
    ],
    unavailable: HomeActions.unavailable,
    reduce: HomeActions.reduce,
    typed: HomeActions.typed,
    refresh: HomeRead.refresh,
    draw: HomeView.draw)
}
