/// What people do to a plan, as pure functions that make an ``Edit``. A change where nothing would
/// change is left out; an edit without changes means that there is nothing to do.
public enum Acts {
  /// Several edits as one act: one step to undo, saved whole or not at all. Each edit's provisional
  /// ids must be its own.
  public static func together(_ act: Act, _ edits: [Edit], reason: String = "") -> Edit {
    Edit(act, edits.flatMap(\.changes), reason: reason)
  }

  /// A change, or none where nothing would change.
  static func change(_ target: ChangeTarget, was: Value, now: Value) -> Change? {
    was == now ? nil : Change(target, was: was, now: now)
  }

  static func edit(_ act: Act, _ changes: [Change?], reason: String = "") -> Edit {
    Edit(act, changes.compactMap { $0 }, reason: reason)
  }

  /// A changed setting of the board.
  public static func setting(_ setting: Setting, was: Value, now: Value) -> Edit {
    edit(.settings, [change(.setting(setting), was: was, now: now)])
  }

  /// Another state of a quarter or a year. A state that was never set is being drafted.
  public static func state(
    of period: Period, was: PeriodState?, now: PeriodState?, reason: String = ""
  ) -> Edit {
    edit(
      .settings,
      [change(.state(period), was: Value(was?.rawValue), now: Value(now?.rawValue))],
      reason: reason)
  }

  /// Says that a finding is meant so; an empty reason takes that back.
  /// - Parameter was: the reason given before, if any.
  public static func accept(
    _ rule: Rule, item: ItemID, was: String? = nil, reason: String
  ) -> Edit {
    edit(
      .accept, [change(.accepted(item, rule), was: Value(was), now: Value(reason))],
      reason: reason)
  }

  /// A word in an item's thread.
  public static func comment(
    on item: ItemID, _ text: String, provisional: CommentID = -1
  ) -> Edit {
    guard !text.isEmpty else { return edit(.comment, []) }
    return edit(
      .comment,
      [
        change(.comment(provisional, .item), was: .none, now: .integer(item)),
        change(.comment(provisional, .body), was: .none, now: .text(text)),
      ])
  }

  /// Takes a comment away; undo brings it back.
  public static func removeComment(_ comment: Comment) -> Edit {
    edit(.comment, [change(.comment(comment.id, .gone), was: .none, now: .integer(1))])
  }
}
