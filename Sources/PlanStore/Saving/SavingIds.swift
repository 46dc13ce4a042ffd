import PlanModel

/// Provisional ids become real ones.
extension Saving {
  /// The change with real ids, in its target and wherever a value is an id.
  func resolved(_ change: Change) throws -> Change {
    var change = change
    let isCreation = change.isCreation
    func id(_ id: Int64) throws -> Int64 {
      guard id < 0 else { return id }
      if let known = ids[id] { return known }
      throw Refusals.unknownID
    }
    func made(_ given: Int64) throws -> Int64 { isCreation ? given : try id(given) }
    func value(_ value: Value) throws -> Value {
      guard let number = value.integer, number < 0 else { return value }
      return .integer(try id(number))
    }
    var holdsID = false
    switch change.target {
    case .item(let item, let field):
      change.target = .item(try made(item), field)
      switch field.type {
      case .person, .item, .entry: holdsID = true
      default: break
      }
    case .line(let line, let field):
      change.target = .line(try made(line), field)
      switch field {
      case .item, .category, .unit, .above, .below, .region, .channel, .product: holdsID = true
      default: break
      }
    case .figure(let line, let column, let period):
      change.target = .figure(try id(line), column, period)
    case .link(let parent, let child):
      change.target = .link(parent: try id(parent), child: try id(child))
    case .comment(let comment, let field):
      change.target = .comment(try made(comment), field)
      holdsID = field == .item || field == .who
    case .entry(let entry, let field): change.target = .entry(try made(entry), field)
    case .person(let person, let field): change.target = .person(try made(person), field)
    case .accepted(let item, let rule): change.target = .accepted(try id(item), rule)
    case .note(let line, let column, let period):
      change.target = .note(try id(line), column, period)
    case .taken: holdsID = true
    case .setting, .state, .envelope, .mapping: break
    }
    if holdsID {
      change.was = try value(change.was)
      change.now = try value(change.now)
    }
    return change
  }
}
