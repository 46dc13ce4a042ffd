import TextCanvas

/// One line of text being typed, or several, with the keys of readline.
///
/// The caret stands before a character, and moves and deletes whole ones: a letter with its marks
/// is one. Control characters never get in; line ends that are pasted become blanks where there is
/// one line.
public struct LineEditor: Equatable, Sendable {
  public private(set) var text: String
  /// In characters from the start; the number of characters at the end.
  public internal(set) var caret: Int
  /// Whether it may hold line ends: Ctrl-j makes one.
  public let isMultiline: Bool
  /// The column that going up and down keeps to.
  var goal: Int?

  /// What stands there was put there by the program: the first character typed replaces it, any other
  /// key edits it.
  public private(set) var isSelected: Bool

  private var killed = ""
  private var earlier: [Snapshot] = []
  private var last = Act.move

  private struct Snapshot: Equatable {
    let text: String
    let caret: Int
  }

  /// What happened last: typing in one go is one step of undo, kills in one go are one text.
  private enum Act { case move, type, change, kill }

  private static let undoLimit = 500

  /// - Parameter caret: where to begin; the end if nil.
  /// - Parameter selected: the first character typed takes the text's place.
  public init(
    _ text: String = "", caret: Int? = nil, selected: Bool = false, isMultiline: Bool = false
  ) {
    self.isMultiline = isMultiline
    self.text = Drawable.storable(text, multiline: isMultiline)
    isSelected = selected && !self.text.isEmpty
    let count = self.text.count
    self.caret = min(max(caret ?? count, 0), count)
  }

  /// Does what a key means here.
  /// - Returns: false if the key means nothing in a line of text.
  public mutating func handle(_ key: Key) -> Bool {
    goal = nil
    let isMine = act(on: key)
    if isMine { isSelected = false }
    return isMine
  }

  private mutating func act(on key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.enter, _) where isMultiline: insert("\n", as: .change)
    case (.character(let character), []), (.character(let character), .shift):
      insert(String(character), as: .type)
    case (.character(let character), .control): return handleControl(character)
    case (.character("b"), .alt), (.left, .control), (.left, .alt): move(to: wordStart)
    case (.character("f"), .alt), (.right, .control), (.right, .alt): move(to: wordEnd)
    case (.character("d"), .alt), (.delete, .control): kill(caret..<wordEnd)
    case (.backspace, .alt), (.backspace, .control): kill(wordStart..<caret)
    case (.left, []): move(to: caret - 1)
    case (.right, []): move(to: caret + 1)
    case (.home, []): move(to: lineStart)
    case (.end, []): move(to: lineEnd)
    case (.backspace, _): remove(max(0, caret - 1)..<caret)
    case (.delete, []): remove(caret..<min(caret + 1, count))
    default: return false
    }
    return true
  }

  /// Inserts a text at the caret, for example a paste.
  public mutating func insert(_ text: String) { insert(text, as: .change) }

  /// Puts another text in place of this one, the caret at its end; undo brings the old one back.
  public mutating func replace(with text: String) {
    isSelected = false
    change(to: Drawable.storable(text, multiline: isMultiline), as: .change)
    caret = count
  }

  private mutating func handleControl(_ character: Character) -> Bool {
    switch character {
    case "a": move(to: lineStart)
    case "e": move(to: lineEnd)
    case "j" where isMultiline: insert("\n", as: .change)
    case "b": move(to: caret - 1)
    case "f": move(to: caret + 1)
    case "h": remove(max(0, caret - 1)..<caret)
    case "d": remove(caret..<min(caret + 1, count))
    case "k": kill(caret..<(lineEnd == caret ? min(caret + 1, count) : lineEnd))
    case "u": kill(lineStart..<caret)
    case "w": kill(blankStart..<caret)
    case "y": insert(killed, as: .change)
    case "t": transpose()
    case "_", "z": undo()
    default: return false
    }
    return true
  }

  private var count: Int { text.count }

  private mutating func move(to place: Int) {
    caret = min(max(place, 0), count)
    last = .move
  }

  private mutating func insert(_ inserted: String, as act: Act) {
    let inserted = Drawable.storable(inserted, multiline: isMultiline)
    guard !inserted.isEmpty else { return }
    if isSelected {
      isSelected = false
      change(to: "", as: .change)
      caret = 0
    }
    let head = String(text.prefix(caret)) + inserted
    change(to: head + text.dropFirst(caret), as: act)
    // A mark joins the character before it, so that the caret is counted anew.
    var bytes = 0
    caret = 0
    for character in text {
      if bytes >= head.utf8.count { break }
      bytes += character.utf8.count
      caret += 1
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let rest = String(text.prefix(range.lowerBound)) + text.dropFirst(range.upperBound)
    change(to: rest, as: .change)
    caret = min(range.lowerBound, count)
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let piece = String(text.dropFirst(range.lowerBound).prefix(range.count))
    let backwards = range.upperBound == caret
    if last == .kill {
      killed = backwards ? piece + killed : killed + piece
    } else {
      killed = piece
    }
    remove(range)
    last = .kill
  }

  private mutating func transpose() {
    guard count > 1, caret > 0 else { return }
    let second = min(caret, count - 1)
    var characters = Array(text)
    characters.swapAt(second - 1, second)
    change(to: String(characters), as: .change)
    caret = min(second + 1, count)
  }

  private mutating func change(to new: String, as act: Act) {
    if act != .type || last != .type {
      earlier.append(Snapshot(text: text, caret: caret))
      if earlier.count > Self.undoLimit { earlier.removeFirst() }
    }
    text = new
    last = act
  }

  private mutating func undo() {
    guard let snapshot = earlier.popLast() else { return }
    text = snapshot.text
    caret = snapshot.caret
    last = .move
  }

  /// The start and the end of the line that the caret is in; of one line those of the text.
  private var lineStart: Int {
    let before = Array(text.prefix(caret))
    return (before.lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int {
    caret + (text.dropFirst(caret).prefix { $0 != "\n" }).count
  }

  /// The start of the word before the caret.
  private var wordStart: Int {
    let before = Array(text.prefix(caret))
    var place = before.count
    while place > 0, !Self.isWord(before[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(before[place - 1]) { place -= 1 }
    return place
  }

  /// The end of the word behind the caret.
  private var wordEnd: Int {
    let all = Array(text)
    var place = caret
    while place < all.count, !Self.isWord(all[place]) { place += 1 }
    while place < all.count, Self.isWord(all[place]) { place += 1 }
    return place
  }

  /// The start of what stands between the caret and the blank before it.
  private var blankStart: Int {
    let before = Array(text.prefix(caret))
    var place = before.count
    while place > 0, before[place - 1] == " " { place -= 1 }
    while place > 0, before[place - 1] != " " { place -= 1 }
    return place
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}

extension LineEditor {
  /// Draws the line into a field of the given width; a long one is shifted so that the caret and
  /// the character on it are in sight.
  /// - Parameter focused: puts the terminal's cursor on the caret.
  public func draw(
    into canvas: inout Canvas, row: Int, column: Int, width: Int, role: Role, focused: Bool
  ) {
    guard width > 0 else { return }
    canvas.fill(row: row, column: column, rows: 1, columns: width, role: role)
    let pieces = text.map { (text: String($0), width: TextFit.width(String($0))) }
    let caretColumn = pieces.prefix(caret).reduce(0) { $0 + $1.width }
    let underCaret = caret < pieces.count ? max(1, pieces[caret].width) : 1
    var start = Self.start(showing: caretColumn + underCaret, width: width)
    // A sign at the left says that the line begins before it.
    let sign = start > 0 && width > 4 ? 1 : 0
    if sign > 0 {
      start = Self.start(showing: caretColumn + underCaret, width: width - sign)
      canvas.put("…", row: row, column: column, role: role)
    }
    var at = 0
    var origin: Int?  // the column of the line that stands at the left edge
    for piece in pieces {
      if at >= start {
        let left = at - (origin ?? at) + sign
        if origin == nil { origin = at }
        if left + piece.width > width { break }
        canvas.put(
          piece.text, row: row, column: column + left,
          role: isSelected && focused ? .cursor : role)
      }
      at += piece.width
    }
    guard focused, (0..<canvas.rows).contains(row) else { return }
    let place = min(max(0, caretColumn - (origin ?? start) + sign), width - 1)
    canvas.cursor = Canvas.Position(row: row, column: column + place)
  }

  /// Where a line has to begin so that it shows up to a column: it moves on by half a field.
  private static func start(showing end: Int, width: Int) -> Int {
    guard end > width else { return 0 }
    let step = max(1, width / 2)
    return (end - width + step - 1) / step * step
  }
}
