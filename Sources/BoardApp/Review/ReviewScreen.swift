import PlanModel
import TextCanvas

/// Going through a quarter's activities one by one, and deciding.
enum ReviewScreen {
  static let screen: Screen = {
    var screen = Screen(
      id: .review, title: Words("评审", "Review"), actions: ReviewActions.all,
      unavailable: ReviewActions.unavailable, reduce: ReviewActions.reduce,
      refresh: ReviewRead.refresh, draw: ReviewView.draw)
    screen.footer = [
      .nextItem, .previousItem, .open, .acceptNext, .quit, .undo, .reviewOptions, .help, .palette,
    ]
    screen.footerWords = [.quit: Words("先停", "pause"), .open: Words("全文", "whole")]
    return screen
  }()
}

extension AppState {
  /// Where one is in a review and hasn't been kept.
  mutating func takeReviewPlace() -> [Effect] {
    guard review.keepsAt != nil, let place = review.place else { return [] }
    review.keepsAt = nil
    return [.place(place)]
  }

  /// After every key: whoever leaves the review has his place kept at once.
  mutating func keepReviewPlace() -> [Effect] {
    guard trail.last != .review || review.quarter != period else { return [] }
    if trail.last == .home, review.keepsAt != nil, notice == nil {
      say(.note, Words("位置已记住；g r 接着评审", "The place is kept; g r goes on with the review"))
    }
    return takeReviewPlace()
  }
}

extension App {
  /// Where one is in a review, if that would be lost when the program ended now.
  public static func place(_ state: AppState) -> ReviewPlace? {
    state.review.keepsAt == nil ? nil : state.review.place
  }
}
