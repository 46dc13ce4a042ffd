import CNcursesw

/// Numbers for pairs of colours, given out as they are needed.
struct ColourPairs {
  private struct Colours: Hashable {
    let foreground: Int
    let background: Int
  }

  private var numbers: [Colours: Int32] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The pair of two colours, nil being the terminal's own. When there are no more pairs, or no
  /// colours at all, it is pair 0: the terminal's own colours.
  mutating func number(foreground: Int?, background: Int?) -> Int32 {
    let colours = Colours(foreground: foreground ?? -1, background: background ?? -1)
    if colours == Colours(foreground: -1, background: -1) { return 0 }
    if let known = numbers[colours] { return known }
    let next = Int32(numbers.count + 1)
    guard next < limit else { return 0 }
    guard
      init_extended_pair(next, Int32(colours.foreground), Int32(colours.background)) != ERR
    else { return 0 }
    numbers[colours] = next
    return next
  }
}
