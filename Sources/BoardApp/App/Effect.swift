import PlanModel

/// What leaves the program: everything else is state.
public enum Effect: Sendable {
  /// Save an edit; its outcome comes back as ``Input/saved(_:_:_:)`` with the same purpose.
  case save(Edit, Purpose)
  /// Make an edit from what is on the board now, then save it; an empty one says there is nothing.
  case prepare(@Sendable (any BoardReading) throws -> Edit, Purpose)
  /// Look something up on the board, then go on with it. A ``Refusal`` it throws is said.
  case read(@Sendable (inout AppState, any BoardReading) throws -> [Effect])
  /// Hold cells for this person (true), or release them.
  case hold([CellAddress], Bool)
  /// Take back one's own last step; one that would empty half the board only when that is meant.
  case undo(isMeant: Bool = false)
  /// Do again what was taken back.
  case redo
  /// Keep what is half typed, so that a lost line loses nothing.
  case keep([Draft])
  /// What these were about has been saved or given up.
  case dropDrafts([ChangeTarget])
  /// Keep where one is in a review.
  case place(ReviewPlace)
  /// Look into a folder, or at a file, by its path; the answer is ``Input/file(_:)``.
  case visit(String)
  /// Look at a file as the request says.
  case look(ImportRequest)
  /// Give up the look that is under way.
  case stopLooking
  /// Make the import of a file ready to be saved.
  case importFile(ImportRequest)
  /// To the viewer's own clipboard.
  case copy(String)
  case redraw, suspend, quit
}

/// Why an edit was made: what to say and where to stand when it is saved.
public struct Purpose: Sendable, Hashable {
  /// Said when it is on disk; nil: `saved` in the title bar is enough.
  public var notice: Words?
  /// Stand on the item that was created.
  public var selectsCreated: Bool
  /// The typed text, kept when the edit meets another person's change.
  public var typed: String?
  /// What helps further when the board refuses.
  public var way: Words?
  /// What is saved instead where somebody else decided meanwhile and one's own is chosen.
  public var anew: Edit?

  public init(
    notice: Words? = nil, selectsCreated: Bool = false, typed: String? = nil, anew: Edit? = nil
  ) {
    self.anew = anew
    self.notice = notice
    self.selectsCreated = selectsCreated
    self.typed = typed
  }
}
