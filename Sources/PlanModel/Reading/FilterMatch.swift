extension Item {
  /// What words of a filter are looked for in: code, titles and tags, folded.
  public var searchText: String {
    let parts = [
      code.description, self[.title].text ?? "", self[.titleEn].text ?? "", self[.tags].text ?? "",
    ]
    return Folding.fold(parts.filter { !$0.isEmpty }.joined(separator: " "))
  }
}

extension Filter {
  /// Whether an item passes.
  public func matches(_ item: Item) -> Bool {
    let text = item.searchText
    return terms.allSatisfy { $0.test.matches(item, text) != $0.isNegated }
  }
}

extension Filter.Test {
  func matches(_ item: Item, _ text: String) -> Bool {
    switch self {
    case .word(let word): text.contains(word)
    case .field(let field, let values): values.contains(item[field])
    case .amount(let amount, .less, let limit): amount.value(of: item.money) < limit
    case .amount(let amount, .greater, let limit): amount.value(of: item.money) > limit
    }
  }
}

extension Filter.Amount {
  public func value(of money: Money) -> Int64 {
    switch self {
    case .plan: money.plan
    case .outlook: money.outlook
    case .committed: money.committed
    case .actual: money.actual
    case .left: money.left
    case .variance: money.variance
    }
  }
}
