import PlanModel
import TextCanvas

/// Chooses a file: typing searches the folder, a path with a stroke is taken as it is.
struct FilePicker: Overlay {
  private var editor = LineEditor()
  private var index = 0

  private func rows(_ state: AppState) -> [FolderList.Entry] {
    guard let folder = state.importing.folder else { return [] }
    let typed = Folding.fold(editor.text)
    let up = folder.path == "/" ? [] : [FolderList.Entry(name: "..", isFolder: true)]
    return (folder.entries + up).filter {
      typed.isEmpty || Folding.fold($0.name).contains(typed)
    }
  }

  private var isPath: Bool { editor.text.hasPrefix("~") || editor.text.contains("/") }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    let rows = rows(state)
    switch event {
    case .key(Key(.escape)): return .close
    case .key(Key(.enter)), .key(Key(.tab)):
      guard let folder = state.importing.folder else { return .stay }
      if isPath { return visit(editor.text) }
      guard rows.indices.contains(index) else { return .stay }
      return visit(
        folder.path == "/" ? "/\(rows[index].name)" : "\(folder.path)/\(rows[index].name)")
    case .key(Key(.down)), .key(Key(.character("n"), .control)):
      index = min(index + 1, max(0, rows.count - 1))
    case .key(Key(.up)), .key(Key(.character("p"), .control)): index = max(0, index - 1)
    case .key(Key(.pageDown)): index = min(index + 10, max(0, rows.count - 1))
    case .key(Key(.pageUp)): index = max(0, index - 10)
    case .key(let key):
      _ = editor.handle(key)
      index = 0
    case .paste(let text):
      editor.insert(text)
      index = 0
    default: break
    }
    return .stay
  }

  private mutating func visit(_ path: String) -> OverlayStep {
    editor = LineEditor()
    index = 0
    return OverlayStep(stays: true, effects: [.visit(path)])
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let box = Box.centred(
      rows: min(18, state.rows - 4), columns: min(72, state.columns - 4), canvas)
    let path = state.importing.folder?.path ?? ""
    box.draw(
      into: &canvas, title: Words("导入文件：\(path)", "Import a file: \(path)")(language),
      footer: Words("↑↓ 选择  Enter 打开  可输入路径  Esc", "↑↓ choose   Enter open   or type a path   Esc")(
        language))
    canvas.put("› ", row: box.row + 2, column: box.column + 3, role: .popKey)
    editor.draw(
      into: &canvas, row: box.row + 2, column: box.column + 5, width: max(4, box.inner - 2),
      role: .pop, focused: true)
    let rows = isPath ? [] : rows(state)
    let height = max(1, box.rows - 5)
    let top = max(0, index - height + 1)
    for (offset, entry) in rows.dropFirst(top).prefix(height).enumerated() {
      let y = box.row + 4 + offset
      let isHere = top + offset == index
      if isHere {
        canvas.fill(
          row: y, column: box.column + 2, rows: 1, columns: box.columns - 4, role: .popOn)
      }
      let name = Drawable.text(entry.name) + (entry.isFolder ? "/" : "")
      canvas.put(
        TextFit.cut(name, columns: box.inner), row: y, column: box.column + 3,
        role: isHere ? .popOn : entry.isFolder ? .popDim : .pop)
    }
    let nothing =
      state.importing.folder?.problem
      ?? (isPath
        ? Words("Enter 打开这个路径", "Enter opens this path")
        : Words("没有符合的文件", "no such file here"))
    if rows.isEmpty {
      canvas.put(
        TextFit.cut(nothing(language), columns: box.inner), row: box.row + 4,
        column: box.column + 3,
        role: .popDim)
    }
  }
}
