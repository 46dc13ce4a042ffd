/// One act of one person: the changes that belong together, saved whole or not at all.
///
/// Ids of what the edit itself creates are negative and provisional; the store gives the real ones
/// in the saving transaction.
public struct Edit: Sendable, Hashable {
  /// Made by the author, unique: an edit whose outcome is unknown is looked up by it, never repeated.
  public var uid: [UInt8]
  public var act: Act
  public var reason: String
  public var changes: [Change]
  /// The op this edit takes back, when it is an undo or a redo.
  public var undoes: OpID?

  public init(
    _ act: Act, _ changes: [Change], reason: String = "", undoes: OpID? = nil,
    uid: [UInt8] = Edit.newUID()
  ) {
    self.uid = uid
    self.act = act
    self.reason = reason
    self.changes = changes
    self.undoes = undoes
  }

  /// Sixteen random bytes.
  public static func newUID() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

/// The name of an edit, for history and undo.
public enum Act: String, Coded {
  case create, edit, assign, owner, status, link, bin, restore, comment, figure, line, copy
  case importing = "import"
  case settings, accept, undo, redo
  /// What a review decides, with all that follows from it.
  case decide
  /// Money: spread over cells, found and taken away, moved.
  case spread, cut, transfer
  /// A note on a cell.
  case note

  public var code: String { rawValue }
  public var words: Words {
    switch self {
    case .create: Words("新建", "New")
    case .edit: Words("编辑", "Edit")
    case .assign: Words("交部门", "Assign")
    case .owner: Words("指派", "Owner")
    case .status: Words("改状态", "Status")
    case .link: Words("改支撑", "Link")
    case .bin: Words("放入回收站", "To the bin")
    case .restore: Words("还原", "Restore")
    case .comment: Words("留言", "Comment")
    case .figure: Words("改金额", "Amount")
    case .line: Words("改费用项", "Expense line")
    case .copy: Words("复制到本季", "Copy")
    case .importing: Words("导入", "Import")
    case .settings: Words("设置", "Settings")
    case .accept: Words("接受检查项", "Accept a finding")
    case .undo: Words("撤销", "Undo")
    case .redo: Words("重做", "Redo")
    case .spread: Words("分摊", "Spread")
    case .cut: Words("追减", "Cut")
    case .transfer: Words("调剂", "Move money")
    case .decide: Words("作决议", "Decide")
    case .note: Words("批注", "Note")
    }
  }
}

/// What became of an edit.
public enum SaveOutcome: Sendable {
  /// On disk. Changes that already stood were dropped; `op` is nil when nothing was left to write.
  case saved(Saved)
  /// Somebody changed the same value since; nothing was written.
  case conflict([Conflict])
  /// A rule of the board says no; nothing was written.
  case refused(Refusal)
  /// The board couldn't be written (disk, lock, damage); nothing is known to be written.
  case failed(Refusal)
}

/// An edit that is on disk.
public struct Saved: Sendable, Hashable {
  public var op: OpID?
  /// Provisional (negative) ids and the real ones they became, for items, lines, comments, entries
  /// and people alike: an edit uses each negative number once.
  public var ids: [Int64: Int64]
  /// The codes of the items that were created, in order.
  public var codes: [ItemCode]

  public init(op: OpID?, ids: [Int64: Int64] = [:], codes: [ItemCode] = []) {
    self.op = op
    self.ids = ids
    self.codes = codes
  }
}

/// A change that met another person's.
public struct Conflict: Sendable, Hashable {
  public var change: Change
  public var theirs: Value
  /// Who changed it last and when (seconds since 1970, UTC); nil where the history doesn't say.
  public var who: PersonID?
  public var at: Int64?

  public init(change: Change, theirs: Value, who: PersonID?, at: Int64?) {
    self.change = change
    self.theirs = theirs
    self.who = who
    self.at = at
  }
}

/// Why something can't be done, in one sentence with its way out.
public struct Refusal: Error, Sendable, Hashable {
  /// The kind decides the exit status of commands.
  public enum Kind: Sendable, Hashable { case rule, input, missing, unavailable, cannotWrite }
  public var kind: Kind
  public var words: Words

  public init(_ kind: Kind, _ words: Words) {
    self.kind = kind
    self.words = words
  }
}
