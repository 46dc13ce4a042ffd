/// Where moved money comes from or goes to, as it is written: `A33.media@2026-11`, `reserve@2026Q4`,
/// `outside`.
public enum TransferEnd: Hashable, Sendable {
  case line(ItemCode, line: String, Period)
  case reserve(Period)
  case outside

  /// - Throws: a refusal that says how it is written.
  public init(_ text: String) throws(Refusal) {
    let folded = Folding.trimmed(Folding.fold(text))
    if ["outside", "外部", "核减"].contains(folded) {
      self = .outside
      return
    }
    let parts = folded.split(separator: "@", maxSplits: 1).map(String.init)
    guard parts.count == 2, let period = Period(parts[1]) else { throw Self.unreadable(text) }
    if ["reserve", "机动"].contains(parts[0]), period.unit == .quarter {
      self = .reserve(period)
      return
    }
    let names = parts[0].split(separator: ".", maxSplits: 1).map(String.init)
    guard names.count == 2, let code = ItemCode(names[0]), code.kind == .activity,
      period.unit == .month
    else { throw Self.unreadable(text) }
    self = .line(code, line: names[1], period)
  }

  private static func unreadable(_ text: String) -> Refusal {
    SpreadRefusals.input(
      "不知道是哪里：\(text)；写成 A33.media@2026-11、reserve@2026Q4 或 outside",
      "no such place: \(text); write A33.media@2026-11, reserve@2026Q4 or outside")
  }

  /// The place as it stands on the board.
  /// - Throws: a refusal where there is no such activity or line.
  public func place(
    _ reader: any BoardReading, board: Board, held: Set<CellAddress> = []
  ) throws -> MoneyPlace {
    switch self {
    case .outside: return .outside
    case .reserve(let quarter): return .reserve(quarter)
    case .line(let code, let name, let month):
      let detail = try SpreadReach.detail(code, reader)
      guard let line = detail.lines.first(where: { Folding.fold($0.code) == name }) else {
        let known = detail.lines.map(\.code).joined(separator: " ")
        throw Refusal(
          .missing,
          Words(
            "\(code)没有费用项“\(name)”；有：\(known)", "\(code) has no line \(name); there are \(known)"))
      }
      return .line(
        TransferCell(
          detail.figure(line.id, month) ?? Figure(line: line.id, period: month),
          lead: detail.item.lead, isClosed: board.isClosed(month),
          isHeld: held.contains(CellAddress(line: line.id, column: .plan, period: month))))
    }
  }
}
