import Glibc

/// The growth of a trend per year between two of its figures: 0.08 for 8 %. Only for showing.
/// - Returns: nil where a figure isn't above zero or no year lies between.
public func growthPerYear(from first: Int64, to last: Int64, years: Int) -> Double? {
  guard first > 0, last > 0, years > 0 else { return nil }
  return pow(Double(last) / Double(first), 1 / Double(years)) - 1
}
