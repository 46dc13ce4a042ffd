import PlanModel
import TextCanvas

/// After the first key of a sequence: what can follow.
enum PrefixPanel {
  static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let entries = entries(state)
    guard !entries.isEmpty else { return }
    let most = max(1, canvas.rows - 4)
    let place = KeyTable(entries, columns: canvas.columns - 8, rows: most)
    // A low window spares the blank lines.
    let margin = place.lines + 2 <= most ? 1 : 0
    let box = Box.centred(
      rows: place.lines + 2 + 2 * margin, columns: place.width + 6, canvas)
    let keys = state.pendingKeys.map(\.name).joined(separator: " ")
    box.draw(
      into: &canvas, title: "\(keys) …",
      footer: Words("Esc 放弃", "Esc give up")(state.language))
    place.draw(into: &canvas, row: box.row + 1 + margin, column: box.column + 3)
    guard place.hidden > 0 else { return }
    let more = Words(" ▾ 还有 \(place.hidden) 个 ", " ▾ \(place.hidden) more ")(state.language)
    canvas.put(more, row: box.row + box.rows - 1, column: box.column + 2, role: .popDim)
  }

  /// One action a line, with all keys that lead to it.
  private static func entries(_ state: AppState) -> [KeyTable.Entry] {
    var order: [ActionID] = []
    var keys: [ActionID: [String]] = [:]
    for item in App.keymap(of: state).continuations(of: state.pendingKeys) {
      if keys[item.action] == nil { order.append(item.action) }
      keys[item.action, default: []].append(KeyLine.arrow(item.key.name))
    }
    return order.map { id in
      KeyTable.Entry(
        key: keys[id, default: []].sorted { $0.utf8.count < $1.utf8.count }.joined(separator: " "),
        text: Actions.action(id).words(state.language),
        isPale: state.screen.unavailable(state, id) != nil)
    }
  }
}

/// Keys and what they do, in as few columns as show all of them.
struct KeyTable {
  struct Entry {
    var key: String
    var text: String
    var isPale = false
  }

  private let entries: [Entry]
  private let keyWidth: Int
  private let cell: Int
  let lines: Int
  let width: Int
  /// How many have no room.
  let hidden: Int

  /// - Parameters:
  ///   - columns: the room there is.
  ///   - rows: the lines there are.
  init(_ entries: [Entry], columns: Int, rows: Int) {
    let keys = entries.map { TextFit.width($0.key) }.max() ?? 0
    let widest = entries.map { TextFit.width($0.text) }.max() ?? 0
    let height = max(1, rows)
    let most = max(1, columns / (keys + 10))
    let fitting = max(1, min(most, (columns + 2) / (keys + widest + 4)))
    // Texts are cut only where all of them would not be seen otherwise.
    let wanted = (entries.count + height - 1) / height
    let count = min(max(1, entries.count), max(min(wanted, most), min(fitting, 3)))
    let whole = keys + 2 + widest
    cell = min(whole, (columns + 2) / count - 2)
    keyWidth = keys
    lines = min(height, (entries.count + count - 1) / count)
    width = count * (cell + 2) - 2
    hidden = max(0, entries.count - count * lines)
    self.entries = Array(entries.prefix(count * lines))
  }

  func draw(into canvas: inout Canvas, row: Int, column: Int) {
    for (index, entry) in entries.enumerated() {
      let y = row + index % lines
      let x = column + index / lines * (cell + 2)
      canvas.put(entry.key, row: y, column: x, role: .popKey)
      canvas.put(
        TextFit.cut(entry.text, columns: max(0, cell - keyWidth - 2)), row: y,
        column: x + keyWidth + 2, role: entry.isPale ? .popDim : .pop)
    }
  }
}
