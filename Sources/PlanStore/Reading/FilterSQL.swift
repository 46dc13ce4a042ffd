import PlanModel

/// A filter as a condition on `item i`.
struct FilterSQL {
  var condition = ""
  var arguments: [Statements.Argument] = []

  /// - Parameter usesHits: what holds the words is in `temp.hit`.
  init(_ filter: Filter, usesHits: Bool = false) {
    if usesHits { condition += " AND i.id IN temp.hit" }
    for term in filter.terms {
      if usesHits, case .word = term.test, !term.isNegated { continue }
      let test = test(term.test)
      condition += term.isNegated ? " AND NOT coalesce((\(test)), 0)" : " AND (\(test))"
    }
  }

  private mutating func test(_ test: Filter.Test) -> String {
    switch test {
    case .word(let word):
      arguments.append(Folding.fold(word))
      return "instr((SELECT body FROM search WHERE id = i.id), ?) > 0"
    case .amount(let amount, let comparison, let value):
      arguments.append(value)
      return "\(expression(amount)) \(comparison.rawValue) ?"
    case .field(let field, let values):
      let tests = values.map { self.test(field, $0) }
      return tests.isEmpty ? "0" : tests.joined(separator: " OR ")
    }
  }

  private mutating func test(_ field: Field, _ value: Value) -> String {
    guard let column = field.column else {
      if field == .kind {
        arguments.append(value)
        return "i.kind = ?"
      }
      let text = "SELECT body FROM longtext WHERE item = i.id AND field = \(field.rawValue)"
      if value.isNone { return "NOT EXISTS (\(text))" }
      arguments.append(value)
      return "(\(text)) = ?"
    }
    if value.isNone { return "i.\(column) IS NULL" }
    if field == .gone { return "i.gone IS NOT NULL" }
    arguments.append(value)
    return field == .tags ? "instr(';' || i.tags || ';', ';' || ? || ';') > 0" : "i.\(column) = ?"
  }

  private func expression(_ amount: Filter.Amount) -> String {
    switch amount {
    case .plan, .outlook, .committed, .actual: "i.\(amount.rawValue)"
    case .left: "i.plan - i.committed - i.actual"
    case .variance: "i.plan - i.outlook"
    }
  }
}
