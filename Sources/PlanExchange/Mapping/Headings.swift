import PlanModel

/// The headings of somebody else's table, for finding a column by what people call it.
struct Headings {
  /// Without blanks around them; a line break inside counts as a blank.
  let names: [String]
  let count: Int
  private let hasHeading: Bool

  /// - Parameter row: the first record; without a heading line only its number of cells counts.
  init(_ row: TableRow, hasHeading: Bool) {
    self.hasHeading = hasHeading
    // Cells behind the last heading that are empty are no columns.
    var cells = row.cells.map(Self.plain)
    if hasHeading { while cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() } }
    names = hasHeading ? cells : cells.indices.map { "#\($0 + 1)" }
    count = cells.count
  }

  private static func plain(_ cell: String) -> String {
    TableText.restored(cell.trimmed).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The place of a column, from 0.
  ///
  /// - Throws: a fault where no column or several are called so.
  func find(_ name: String) throws(MappingFault) -> Int {
    let wanted = Self.plain(name)
    if hasHeading {
      let exact = names.indices.filter { names[$0] == wanted && !wanted.isEmpty }
      let found =
        exact.isEmpty
        ? names.indices.filter {
          Folding.fold(names[$0]) == Folding.fold(wanted) && !wanted.isEmpty
        }
        : exact
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        let places = found.map { "#\($0 + 1)" }
        throw MappingFault(
          Words(
            "有\(found.count)列叫“\(wanted)”；用列号：\(places.joined(separator: "、"))",
            "\(found.count) columns are called “\(wanted)”; say \(places.joined(separator: " or "))"
          ))
      }
    }
    let number = wanted.hasPrefix("#") ? wanted.dropFirst() : Substring(wanted)
    if let place = Int(number), (1...max(1, count)).contains(place) { return place - 1 }
    let known = names.filter { !$0.isEmpty }.prefix(30).joined(separator: ", ")
    throw MappingFault(
      Words("没有这一列：\(wanted)；有：\(known)", "no such column: \(wanted); there are \(known)"))
  }

}
