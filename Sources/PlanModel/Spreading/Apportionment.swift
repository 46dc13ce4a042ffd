/// Shares of a whole number that add up to it exactly.
enum Apportionment {
  /// Gives `amount` to parts by their weights, each on top of its base, none below its lowest; what
  /// such a part can't take the others take. Nil where they can't: the result would not add up.
  ///
  /// Every share is the exact one rounded down, and the units that are left go to the largest
  /// remainders, the earlier part first among equals. Below zero the same is done with the opposite
  /// sign, so that spreading −100 mirrors spreading 100.
  /// - Parameters:
  ///   - weights: none negative. A part without weight gets nothing.
  ///   - mirrored: whether to round as for a negative amount.
  static func distribute(
    _ amount: Int128, weights: [Int128], bases: [Int128], lowest: [Int128?], mirrored: Bool
  ) -> [Int128]? {
    var results = bases
    var open = Array(weights.indices)
    var rest = amount
    while true {
      let whole = open.reduce(Int128(0)) { $0 + weights[$1] }
      guard whole > 0 else { return rest == 0 ? results : nil }
      let low = open.filter { part in
        guard let bound = lowest[part] else { return false }
        return bases[part] * whole + rest * weights[part] < bound * whole
      }
      guard !low.isEmpty else {
        let shares = shares(of: rest, by: open.map { weights[$0] }, whole, mirrored: mirrored)
        for (part, share) in zip(open, shares) { results[part] += share }
        return results
      }
      for part in low {
        let bound = lowest[part] ?? bases[part]
        results[part] = bound
        rest -= bound - bases[part]
      }
      let pinned = Set(low)
      open.removeAll { pinned.contains($0) }
    }
  }

  /// - Parameter whole: the sum of the weights, above 0.
  static func shares(
    of amount: Int128, by weights: [Int128], _ whole: Int128, mirrored: Bool
  ) -> [Int128] {
    let sign: Int128 = mirrored ? -1 : 1
    let wanted = amount * sign
    var shares: [Int128] = []
    var remainders: [Int128] = []
    shares.reserveCapacity(weights.count)
    for weight in weights {
      var (share, remainder) = (wanted * weight).quotientAndRemainder(dividingBy: whole)
      if remainder < 0 { (share, remainder) = (share - 1, remainder + whole) }
      shares.append(share)
      remainders.append(remainder)
    }
    let missing = Int(wanted - shares.reduce(0, +))
    if missing > 0 {
      let order = remainders.indices.sorted {
        (remainders[$1], $0) < (remainders[$0], $1)
      }
      for part in order.prefix(missing) { shares[part] += 1 }
    }
    return sign == 1 ? shares : shares.map { -$0 }
  }
}

extension Fraction {
  /// The nearest whole number, halves to the even one; nil beyond 64 bits.
  public func roundedToEven() -> Int64? {
    let below = denominator.magnitude
    var (size, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: below)
    if rest > below - rest || (rest == below - rest && size % 2 == 1) { size += 1 }
    guard let value = Int64(exactly: size) else { return nil }
    return numerator < 0 ? -value : value
  }

  /// The same up to a billionth, so that long growths stay within 128 bits; exact while its
  /// denominator is at most a billion.
  func shortened() -> Fraction? {
    let billion: Int128 = 1_000_000_000
    guard denominator > billion else { return self }
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let (scaled, lost) = whole.multipliedReportingOverflow(by: billion)
    let (part, lostToo) = rest.multipliedReportingOverflow(by: billion)
    guard !lost, !lostToo else { return nil }
    return Fraction(scaled + part / denominator, over: billion)
  }
}
