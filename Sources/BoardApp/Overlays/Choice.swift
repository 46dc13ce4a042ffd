import PlanModel
import TextCanvas

/// A small box with answers, one key each.
struct Choice: Overlay {
  struct Option: Sendable {
    var key: Key
    var words: Words
    var isCurrent = false
    var run: @Sendable (inout AppState, Environment) -> [Effect]
  }

  var title: Words
  /// Lines above the answers.
  var lines: [Words] = []
  /// Enter takes the first answer.
  var takesEnter = false
  var options: [Option]

  var isBrief: Bool { true }

  mutating func handle(
    _ event: InputEvent, _ state: inout AppState, _ environment: Environment
  ) -> OverlayStep {
    guard case .key(let key) = event else { return .stay }
    if key == Key(.escape) { return .close }
    let isTaken = takesEnter && key == Key(.enter)
    guard let option = options.first(where: { isTaken || $0.key == key.normalised }) else {
      return .stay
    }
    return .close(option.run(&state, environment))
  }

  private func footer(_ language: Language) -> String {
    guard takesEnter, let first = options.first else {
      return Words("Esc 放弃", "Esc give up")(language)
    }
    return "Enter \(first.words(language))  " + Words("Esc 放弃", "Esc give up")(language)
  }

  func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let texts = options.map { "\($0.key.name)  \($0.words(language))" }
    let widest =
      (texts + lines.map { $0(language) } + [title(language)])
      .map { TextFit.width($0) }.max() ?? 0
    let box = Box.centred(
      rows: lines.count + options.count + 4 + (lines.isEmpty ? 0 : 1), columns: widest + 8, canvas)
    box.draw(into: &canvas, title: title(language), footer: footer(language))
    var row = box.row + 2
    for line in lines {
      canvas.put(line(language), row: row, column: box.column + 3, role: .pop, width: box.inner)
      row += 1
    }
    if !lines.isEmpty { row += 1 }
    for option in options {
      let role: Role = option.isCurrent ? .popOn : .pop
      canvas.put(option.key.name, row: row, column: box.column + 3, role: .popKey)
      canvas.put(
        option.words(language), row: row, column: box.column + 7, role: role,
        width: max(0, box.inner - 4))
      row += 1
    }
  }
}
