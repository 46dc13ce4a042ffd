import GRDB
import PlanModel

/// How a change's target stands in the tables `change` and `draft`. The numbers never change.
struct ChangeCode {
  var thing: Int64
  var id: Int64
  /// A field's number; a setting's key; a rule's code; the parent of a link.
  var field: Value
  var period: Int64

  init(_ target: ChangeTarget) {
    switch target {
    case .item(let id, let field): self.init(1, id, .integer(field.rawValue))
    case .line(let id, let field): self.init(2, id, .integer(field.rawValue))
    case .figure(let id, let column, let period):
      self.init(3, id, .integer(column.rawValue), period.rawValue)
    case .link(let parent, let child): self.init(4, child, .integer(parent))
    case .comment(let id, let field): self.init(5, id, .integer(field.rawValue))
    case .entry(let id, let field): self.init(6, id, .integer(field.rawValue))
    case .person(let id, let field): self.init(7, id, .integer(field.rawValue))
    case .setting(let setting): self.init(8, 0, .text(setting.rawValue))
    case .state(let period): self.init(9, 0, .integer(0), period.rawValue)
    case .accepted(let item, let rule): self.init(10, item, .text(rule.rawValue))
    case .envelope(let quarter, let purse):
      self.init(20, purse.number, .integer(0), quarter.rawValue)
    case .note(let id, let column, let period):
      self.init(21, id, .integer(column.rawValue), period.rawValue)
    case .mapping(let name): self.init(31, 0, .text(name))
    case .taken(let mark): self.init(32, mark, .integer(0))
    }
  }

  private init(_ thing: Int64, _ id: Int64, _ field: Value, _ period: Int64 = 0) {
    self.thing = thing
    self.id = id
    self.field = field
    self.period = period
  }

  /// Four columns in the order thing, id, field, period.
  init(_ row: Cells, at index: Int) {
    self.init(row[index], row[index + 1], row.value(index + 2), row[index + 3])
  }

  /// Nil where a newer program wrote something this one doesn't know.
  var target: ChangeTarget? {
    let number = field.integer ?? 0
    switch thing {
    case 1: return Field(rawValue: number).map { .item(id, $0) }
    case 2: return LineField(rawValue: number).map { .line(id, $0) }
    case 3:
      guard let column = Column(rawValue: number), let period = Period(rawValue: period)
      else { return nil }
      return .figure(id, column, period)
    case 4: return .link(parent: number, child: id)
    case 5: return CommentField(rawValue: number).map { .comment(id, $0) }
    case 6: return EntryField(rawValue: number).map { .entry(id, $0) }
    case 7: return PersonField(rawValue: number).map { .person(id, $0) }
    case 8: return Setting(rawValue: field.text ?? "").map { .setting($0) }
    case 9: return Period(rawValue: period).map { .state($0) }
    case 10: return Rule(rawValue: field.text ?? "").map { .accepted(id, $0) }
    case 20:
      guard let quarter = Period(rawValue: period), let purse = Purse(number: id) else {
        return nil
      }
      return .envelope(quarter, purse)
    case 21:
      guard let column = Column(rawValue: number), let period = Period(rawValue: period)
      else { return nil }
      return .note(id, column, period)
    case 31: return field.text.map { .mapping($0) }
    case 32: return .taken(id)
    default: return nil
    }
  }

  var arguments: [Statements.Argument] { [thing, id, field, period] }
}
