import PlanModel

extension DemoReader {
  /// What the quarters may spend: as granted, and as the transfers have moved it since.
  mutating func readEnvelopes() {
    var envelopes = Envelopes()
    for member in plan["envelopes"]?.members ?? [] {
      guard let quarter = Period(member.key) else { continue }
      for purse in Purse.all {
        guard let amount = member.node[purse.code]?.numeric.flatMap({ Int64($0) }) else { continue }
        envelopes[quarter, purse] = amount * 100
      }
    }
    for node in plan["transfers"]?.elements ?? [] {
      guard let amount = node["amount"]?.numeric.flatMap({ Int64($0) }) else { continue }
      for (end, sign) in [("from", Int64(-1)), ("to", 1)] {
        guard let place = node[end], let (quarter, purse) = purse(of: place) else { continue }
        envelopes[quarter, purse] = (envelopes[quarter, purse] ?? 0) + sign * amount * 100
      }
    }
    for quarter in envelopes.quarters {
      for purse in Purse.all {
        composer.set(.envelope(quarter, purse), Value(envelopes[quarter, purse]))
      }
    }
  }

  /// The purse that one end of a transfer belongs to.
  private func purse(of place: JSONNode) -> (Period, Purse)? {
    if let quarter = place["reserve"]?.string.flatMap({ Period($0) }) { return (quarter, .reserve) }
    guard let month = place["period"]?.string.flatMap({ Period($0) }),
      let code = place["activity"]?.string,
      let activity = plan["activities"]?.elements?.first(where: { $0["code"]?.string == code }),
      let lead = activity["lead"]?.string.flatMap({ Department(code: $0) })
    else { return nil }
    return (calendar.quarter(of: month), .department(lead))
  }
}
