extension TextFit {
  /// The lines of an editable text, as ranges of its characters. They break where ``wrap(_:columns:)``
  /// breaks; blanks at a break stay with the line before it, a line end belongs to no line.
  /// - Returns: at least one line.
  public static func rows(of text: String, columns: Int) -> [Range<Int>] {
    let characters = text.map { (text: String($0), width: width(String($0))) }
    var rows: [Range<Int>] = []
    var start = 0
    var used = 0
    var breakAt: Int?  // where the line may end
    for (index, character) in characters.enumerated() {
      guard character.text != "\n" else {
        rows.append(start..<index)
        (start, used, breakAt) = (index + 1, 0, nil)
        continue
      }
      if index > start, mayBreak(characters[index - 1], character) { breakAt = index }
      if used + character.width > columns, character.text != " ", index > start {
        let end = breakAt ?? index
        rows.append(start..<end)
        used = characters[end..<index].reduce(0) { $0 + $1.width }
        (start, breakAt) = (end, nil)
      }
      used += character.width
    }
    rows.append(start..<characters.count)
    return rows
  }
}
