import PlanModel
import Testing

@testable import BoardApp

/// What tests of the review do again and again.
extension Driver {
  /// Opens the review and goes to an item of it.
  func openReview(at code: String? = nil) {
    press("g r")
    guard let code else { return }
    press("g g Right")
    var steps = 0
    while reviewed != code, steps < 40 {
      press("Right")
      steps += 1
    }
    #expect(reviewed == code)
  }

  /// The code of the item one stands on.
  var reviewed: String { state.review.current?.code.description ?? "–" }

  func decisions(_ code: String) throws -> [Item] {
    try reader.decisions(.about(try item(code).id), limit: 20)
  }
}
