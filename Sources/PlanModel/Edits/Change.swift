/// What one change is about. Everything on a board that can change is one of these, so that compare,
/// history, undo and conflict are written once.
public enum ChangeTarget: Hashable, Sendable {
  case item(ItemID, Field)
  case line(LineID, LineField)
  case figure(LineID, Column, Period)
  /// none: no link; 0: a link; 1: the main one.
  case link(parent: ItemID, child: ItemID)
  case comment(CommentID, CommentField)
  case entry(EntryID, EntryField)
  case person(PersonID, PersonField)
  case setting(Setting)
  case state(Period)
  /// A finding that is meant so; the value is the reason.
  case accepted(ItemID, Rule)
  /// What a department may spend in a quarter, or the quarter's reserve.
  case envelope(Period, Purse)
  /// A note on a cell.
  case note(LineID, Column, Period)
  /// What the columns of a kind of file mean, kept under a name.
  case mapping(String)
  /// A row of a file that was taken in, by its mark; the value is the item that it went to.
  case taken(Int64)
}

extension ChangeTarget {
  /// Whether it is about being in the bin.
  public var isGone: Bool {
    switch self {
    case .item(_, .gone), .line(_, .gone), .comment(_, .gone), .entry(_, .gone), .person(_, .gone):
      true
    default: false
    }
  }
}

/// A field of a comment. Creation sets `item`; `gone` takes it away. Who wrote it and when is whoever
/// saves it; only an import says otherwise.
public enum CommentField: Int64, CaseIterable, Sendable {
  case item = 1
  case gone, body, who, at
}

/// A field of a list's word. Creation sets `list`.
public enum EntryField: Int64, CaseIterable, Sendable {
  case list = 1
  case gone, code, zh, en, position, scale, unit, addsUp, better, rhythm
}

/// A field of a person. Creation sets `name`.
public enum PersonField: Int64, CaseIterable, Sendable {
  case name = 1
  case gone, zh, en, department, post, postEn
}

/// Makes things by their first change: `item(id, .kind)`, `line(id, .item)`, `comment(id, .item)`,
/// `entry(id, .list)`, `person(id, .name)`, each from none, with a provisional (negative) id that the
/// edit uses once. The creating change comes before all others that use the id.
extension Change {
  /// Makes an item. Without a number it gets the next one of its kind; a number asked for must be
  /// free. Written as the kind's number plus 16 times the item's number, 0 for "the next".
  public static func create(_ id: ItemID, _ kind: ItemKind, number: Int64 = 0) -> Change {
    Change(.item(id, .kind), was: .none, now: .integer(kind.rawValue &+ (number &* 16)))
  }
}

/// One changed value with what its author saw. The store writes `now` only where `was` still stands.
public struct Change: Hashable, Sendable {
  public var target: ChangeTarget
  public var was: Value
  public var now: Value

  public init(_ target: ChangeTarget, was: Value, now: Value) {
    self.target = target
    self.was = was
    self.now = now
  }

  /// Whether it makes something that wasn't there: its undoing puts that into the bin.
  public var isCreation: Bool {
    switch target {
    case .item(_, .kind), .line(_, .item), .comment(_, .item), .entry(_, .list), .person(_, .name):
      was.isNone
    default: false
    }
  }

  /// The change that takes this one back.
  public var inverse: Change {
    guard isCreation else { return Change(target, was: now, now: was) }
    let gone: ChangeTarget =
      switch target {
      case .item(let id, _): .item(id, .gone)
      case .line(let id, _): .line(id, .gone)
      case .comment(let id, _): .comment(id, .gone)
      case .entry(let id, _): .entry(id, .gone)
      case .person(let id, _): .person(id, .gone)
      default: target
      }
    return Change(gone, was: .none, now: .integer(1))
  }
}
