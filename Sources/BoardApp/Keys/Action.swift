import PlanModel

/// Everything a person can do with a key. Key map, footer, help, palette and manual are made from
/// the table of these (``Actions``).
public enum ActionID: String, CaseIterable, Sendable {
  // Moving.
  case left, right, up, down, first, last, pageUp, pageDown, nextPane, previousPane
  // Going somewhere.
  case goTrends, goTargets, goActivities, goBudget, goTargetFigures, goTrendFigures, goLog, goBin,
    goCheck, goLists, goReview, goImport
  case back, quit, previousPeriod, nextPeriod, previousYear, nextYear
  // Looking.
  case narrow, zoom, open, filter, nextHit, previousHit, clear, allScreens
  // Going through a review.
  case nextItem, previousItem, acceptNext, acceptFine, reviewOptions, findItem, beginAnew
  case decideGoOn, decideChange, decideMove, decideStop, setForecast, entrust, carryOut
  // Changing.
  case new, edit, toMarketing, toSales, toNobody, owner, status, comment, bin, restore, budget
  case copyPeriod, accept
  case undo, redo, repeatLast
  // Many at once.
  case mark, markRange, yank, paste
  // In the grid of amounts.
  case cellEdit, cellClear, newLine, binLine, renameLine, lineUp, lineDown
  case fold, foldAll, openItem, chooseColumns, chooseInterval, spread, hold
  case chooseRange, yankCells, pasteCells, fillDown, fillRight, fillLastYear
  case cellNote, cellHistory, cutMoney, moveMoney, envelope, placeholder
  case extendUp, extendDown, extendLeft, extendRight
  // A file before it is imported.
  case chooseMeaning, leaveOut, setConstant, chooseKind, dateOrder, emptyWords, useMapping
  case keepMapping, updateExisting, chooseFile, importNow
  case fileEncoding, fileHeading, titleLines, columnWords, importReason
  // The program.
  case palette, help, redraw, suspend
}

/// A part of the help page.
public enum ActionGroup: CaseIterable, Sendable {
  case move, go, look, change, many, program

  public var words: Words {
    switch self {
    case .move: Words("移动", "Move")
    case .go: Words("去", "Go")
    case .look: Words("查看", "Look")
    case .change: Words("编辑", "Change")
    case .many: Words("多选", "Many at once")
    case .program: Words("程序", "Program")
    }
  }
}

/// One row of the table of actions.
public struct Action: Sendable {
  public let id: ActionID
  public let group: ActionGroup
  /// A verb, for palette and help.
  public let words: Words
  /// A shorter verb for the footer; nil: never there.
  public let footer: Words?
  /// Key sequences as people read them: `d d`, `Ctrl-r`. The first is the one that is shown.
  public let keys: [String]

  init(
    _ id: ActionID, _ group: ActionGroup, _ words: Words, footer: Words? = nil, keys: [String]
  ) {
    self.id = id
    self.group = group
    self.words = words
    self.footer = footer
    self.keys = keys
  }
}
