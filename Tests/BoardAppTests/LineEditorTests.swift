import Testing
import TextCanvas

@testable import BoardApp

@Suite struct LineEditorTests {
  /// The line with its caret after the named keys.
  private func typed(_ text: String, at caret: Int? = nil, _ keys: String) -> String {
    var editor = LineEditor(text, caret: caret)
    for name in keys.split(separator: " ") {
      guard let key = Key(name: String(name)) else {
        Issue.record("no key \(name)")
        continue
      }
      let isMine = editor.handle(key)
      #expect(isMine, "\(name)")
    }
    return show(editor)
  }

  private func show(_ editor: LineEditor) -> String {
    editor.text.prefix(editor.caret) + "|" + editor.text.dropFirst(editor.caret)
  }

  @Test(arguments: [
    ("", "a 中 Space b", "a中 b|"), ("plan", "Ctrl-a x", "x|plan"), ("plan", "Home Right", "p|lan"),
    ("plan", "Ctrl-a Ctrl-e", "plan|"), ("plan", "Ctrl-b Ctrl-b Ctrl-f", "pla|n"),
    ("plan", "Left Backspace", "pl|n"), ("plan", "Ctrl-a Ctrl-d Del", "|an"),
    ("plan", "Backspace Ctrl-h", "pl|"), ("plan", "Ctrl-a Backspace", "|plan"),
    ("one two", "Ctrl-w", "one |"), ("one two", "Alt-b", "one |two"),
    ("one two", "Ctrl-a Alt-f", "one| two"), ("one two", "Ctrl-a Alt-d", "| two"),
    ("one two", "Alt-Backspace Alt-Backspace", "|"), ("one-two", "Ctrl-w", "|"),
    ("one two", "Alt-b Ctrl-k Ctrl-a Ctrl-y", "two|one "), ("one two", "Alt-b Ctrl-u", "|two"),
    ("one two", "Ctrl-w Ctrl-w Ctrl-y", "one two|"), ("ab", "Ctrl-t", "ba|"),
    ("abc", "Ctrl-a Right Ctrl-t", "ba|c"), ("a", "b c Ctrl-_", "a|"),
    ("a", "b Ctrl-w Ctrl-z", "ab|"),
    ("a", "Ctrl-_ Ctrl-_", "a|"), ("e\u{301}x", "Left Backspace", "|x"),
    ("渠道", "Left x", "渠x|道"), ("one", "Ctrl-Left Ctrl-Right", "one|"),
  ])
  func readline(text: String, keys: String, line: String) { #expect(typed(text, keys) == line) }

  /// What was put there gives way to the first character; every other key edits it.
  @Test(arguments: [
    ("9", "9|"), ("Left 9", "129|3"), ("Backspace", "12|"), ("End 9", "1239|"),
    ("9 Ctrl-_ Ctrl-_", "123|"),
  ])
  func prefilled(keys: String, line: String) {
    var editor = LineEditor("123", selected: true)
    for name in keys.split(separator: " ") { _ = editor.handle(Key(name: String(name))!) }
    #expect(show(editor) == line)
  }

  @Test func marksJoinWhatStandsBefore() {
    var editor = LineEditor("ex", caret: 1)
    _ = editor.handle(Key(.character("\u{301}")))
    #expect(show(editor) == "e\u{301}|x")
  }

  @Test func otherKeysAreNotMine() {
    var editor = LineEditor("plan")
    for name in ["Enter", "Tab", "Esc", "Up", "Down", "PgDn", "F2", "Ctrl-s", "Ctrl-l", "Alt-x"] {
      let isMine = editor.handle(Key(name: name) ?? Key(.character("x")))
      #expect(!isMine, "\(name)")
    }
    #expect(editor == LineEditor("plan"))
  }

  @Test func aPasteIsOneLine() {
    var editor = LineEditor("ab", caret: 1)
    editor.insert("x\r\ny\tz\u{1B}\u{202E}")
    #expect(show(editor) == "ax y z|b")
    _ = editor.handle(Key(.character("_"), .control))
    #expect(show(editor) == "a|b")
    editor.replace(with: "new")
    #expect(show(editor) == "new|")
    #expect(LineEditor("a\nb").text == "a b")
  }

  @Test func caretStaysInside() {
    #expect(LineEditor("ab", caret: 9).caret == 2)
    #expect(LineEditor("ab", caret: -9).caret == 0)
  }

  @Test func drawsTheCaret() {
    var canvas = Canvas(columns: 10, rows: 2)
    LineEditor("渠道x", caret: 1).draw(
      into: &canvas, row: 1, column: 1, width: 8, role: .fieldOn, focused: true)
    #expect(canvas.text == ["", " 渠道x"])
    #expect(canvas.roles == ["", "fieldOn:1-8"])
    #expect(canvas.cursor == Canvas.Position(row: 1, column: 3))
    canvas.cursor = nil
    LineEditor("x").draw(into: &canvas, row: 1, column: 1, width: 8, role: .field, focused: false)
    #expect(canvas.cursor == nil)
  }

  @Test func aHiddenBeginningIsShownBySign() {
    var canvas = Canvas(columns: 10, rows: 1)
    LineEditor("1234567890123").draw(
      into: &canvas, row: 0, column: 0, width: 8, role: .field, focused: true)
    #expect(canvas.text[0].hasPrefix("…"))
    #expect(canvas.text[0].hasSuffix("123"))
    LineEditor("1234567").draw(
      into: &canvas, row: 0, column: 0, width: 8, role: .field, focused: true)
    #expect(canvas.text[0] == "1234567")
  }

  @Test func linesOfSeveral() {
    var editor = LineEditor("one\ntwo three", isMultiline: true)
    _ = editor.handle(Key(.home))
    #expect(editor.caret == 4)
    _ = editor.handle(Key(.character("k"), .control))
    #expect(editor.text == "one\n")
    _ = editor.handle(Key(.enter, .control))
    #expect(editor.text == "one\n\n")
    _ = editor.handle(Key(.character("_"), .control))
    #expect(editor.text == "one\n")
    #expect(LineEditor("one\ntwo").text == "one two")
  }

  @Test func theCaretIsAlwaysInSight() {
    for text in ["渠道计划已经批准了", "a渠b道c计d划", "plain text that is long", "e\u{301}e\u{301}e\u{301}"] {
      for width in 2...12 {
        for caret in 0...text.count {
          var canvas = Canvas(columns: 16, rows: 1)
          canvas.put("||||||||||||||||", row: 0, column: 0)
          let editor = LineEditor(text, caret: caret)
          editor.draw(into: &canvas, row: 0, column: 2, width: width, role: .fieldOn, focused: true)
          let column = canvas.cursor?.column ?? -1
          #expect((2..<(2 + width)).contains(column))
          #expect(canvas[0, 1].glyph == "|" && canvas[0, 2 + width].glyph == "|")
          // The character under the caret, or a blank at the end.
          let under = caret < text.count ? String(Array(text)[caret]) : " "
          #expect(canvas[0, column].glyph == under, "\(text) \(width) \(caret)")
        }
      }
    }
  }
}
