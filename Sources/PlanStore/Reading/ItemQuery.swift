import GRDB
import PlanModel

/// Items by id, code, words, and those in the bin.
enum ItemQuery {
  /// In the order asked for; ids of nothing are left out.
  static func items(_ ids: [ItemID], _ statements: Statements) throws -> [Item] {
    guard ids.count > 1 else {
      return try ids.flatMap { id in
        try statements.rows("SELECT \(Rows.item) FROM item i WHERE i.id = ?", [id], Rows.item)
      }
    }
    let rows = try statements.rows(
      "SELECT \(Rows.item) FROM json_each(?) j CROSS JOIN item i ON i.id = j.value",
      [list(ids)], Rows.item)
    var found: [ItemID: Item] = [:]
    for item in rows { found[item.id] = item }
    return ids.compactMap { found[$0] }
  }

  /// Ids as one argument for `json_each`.
  static func list(_ ids: some Collection<Int64>) -> String {
    "[" + ids.map(String.init).joined(separator: ",") + "]"
  }

  static func id(of code: ItemCode, _ statements: Statements) throws -> ItemID? {
    try statements.integer(
      "SELECT id FROM item WHERE kind = ? AND number = ?", [code.kind.rawValue, code.number])
  }

  static func binned(limit: Int, _ statements: Statements) throws -> [Item] {
    try statements.rows(
      """
      SELECT \(Rows.item) FROM item i WHERE i.gone IS NOT NULL ORDER BY i.gone DESC, i.id DESC
      LIMIT ?
      """, [max(0, limit)], Rows.item)
  }

  /// A code that is typed whole comes first, then codes and titles that begin with the text, then
  /// the rest; inside of these in code order. Looks at no more than 500 hits.
  static func find(_ kind: ItemKind, text: String, limit: Int, _ statements: Statements) throws
    -> [Item]
  {
    let folded = Folding.fold(text)
    let words = folded.split(separator: " ").map(String.init)
    let conditions = words.map { _ in " AND instr(s.body, ?) > 0" }.joined()
    var items = try statements.rows(
      """
      SELECT \(Rows.item) FROM item i INDEXED BY item_code CROSS JOIN search s ON s.id = i.id
      WHERE i.kind = ? AND i.gone IS NULL\(conditions) ORDER BY i.number LIMIT ?
      """, [kind.rawValue] + words + [words.isEmpty ? max(0, limit) : 500], Rows.item)
    if let code = ItemCode(folded), code.kind == kind, let id = try id(of: code, statements),
      !items.contains(where: { $0.id == id })
    {
      items += try self.items([id], statements).filter { !$0.isGone }
    }
    let ranked = items.compactMap { item -> (rank: Int, item: Item)? in
      let texts = ["\(item.code)", item[.title].text ?? "", item[.titleEn].text ?? ""].map(
        Folding.fold)
      let all = texts.joined(separator: "\n")
      guard words.allSatisfy({ word in all.contains(word) }) else { return nil }
      let rank = texts[0] == folded ? 0 : texts.contains { $0.hasPrefix(folded) } ? 1 : 2
      return (rank, item)
    }
    return ranked.sorted { ($0.rank, $0.item.code) < ($1.rank, $1.item.code) }
      .prefix(max(0, limit)).map(\.item)
  }
}
