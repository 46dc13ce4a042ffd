import Testing

@testable import TextCanvas

@Suite struct PasteTests {
  private let begin = "\u{1B}[200~"
  private let end = "\u{1B}[201~"

  @Test(arguments: [
    ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"), ("a\tb", "a\tb"), ("dd:q\u{1B}[Ax", "dd:q[Ax"),
    ("\u{1B}[200~x", "[200~x"), ("\u{1B}[201x\u{1B}\u{1B}", "[201x"), ("中文", "中文"), ("", ""),
  ])
  func onlyText(pasted: String, text: String) {
    let bytes = Array("a\(begin)\(pasted)\(end)b".utf8)
    for size in [1, 2, 3, 5, 7, 1_000] {
      var decoder = KeyDecoder()
      var events: [InputEvent] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        events += decoder.feed(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(
        events == [
          .key(Key(.character("a"))), .paste(text), .key(Key(.character("b"))),
        ])
    }
  }

  @Test func neverTakenForCommands() {
    var decoder = KeyDecoder()
    var events = decoder.feed(Array("\(begin)dd".utf8))
    #expect(decoder.deadline == nil)
    events += decoder.timeout()
    events += decoder.feed(Array("dd\u{1B}".utf8))
    #expect(events.isEmpty)
    events += decoder.feed(Array("[201~".utf8))
    #expect(events == [.paste("dddd")])
  }

  @Test func keepsAMebibyte() {
    var decoder = KeyDecoder()
    let events = decoder.feed(
      Array((begin + "x" + String(repeating: "中", count: 400_000) + end + "y").utf8))
    guard case .paste(let text) = events.first else {
      Issue.record("no paste: \(events.count) events")
      return
    }
    #expect(text.utf8.count <= 1 << 20 && text.utf8.count > (1 << 20) - 4)
    #expect(text.unicodeScalars.last == "中")
    #expect(events.dropFirst() == [.key(Key(.character("y")))])
  }
}
