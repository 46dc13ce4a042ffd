import PlanModel
import TextCanvas

/// A plain list with a cursor: log, bin, findings.
struct ListState: Sendable {
  var index = 0
  var top = 0

  /// True when the action was a move.
  mutating func move(_ id: ActionID, count: Int, height: Int) -> Bool {
    switch id {
    case .up: index -= 1
    case .down: index += 1
    case .pageUp: index -= height
    case .pageDown: index += height
    case .first: index = 0
    case .last: index = count - 1
    default: return false
    }
    settle(count: count, height: height)
    return true
  }

  mutating func settle(count: Int, height: Int) {
    index = min(max(index, 0), max(0, count - 1))
    top = min(top, index)
    if index >= top + height { top = index - height + 1 }
  }

  static let moves: [ActionID] = [.up, .down, .first, .last, .pageUp, .pageDown]

  /// The rows of a screen that shows nothing but a list.
  static func height(_ state: AppState) -> Int { max(1, state.rows - 6) }
}
