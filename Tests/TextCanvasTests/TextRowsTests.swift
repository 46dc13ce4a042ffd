import Testing
import TextCanvas

/// Rows of an editable text: every character is in exactly one, none is too wide.
@Suite struct TextRows {
  private func rows(_ text: String, _ columns: Int) -> [String] {
    let characters = Array(text)
    return TextFit.rows(of: text, columns: columns).map { String(characters[$0]) }
  }

  @Test func breaksAtBlanksAndBetweenWideCharacters() {
    #expect(rows("", 10) == [""])
    #expect(rows("one two three", 8) == ["one two ", "three"])
    #expect(rows("新年促销方案", 5) == ["新年", "促销", "方案"])
    #expect(rows("促销，方案", 4) == ["促", "销，", "方案"])
    #expect(rows("abcdefgh", 3) == ["abc", "def", "gh"])
    #expect(rows("a\n\nb\n", 9) == ["a", "", "b", ""])
  }

  @Test(arguments: 1...12) func nothingIsLostAndNothingTooWide(_ columns: Int) {
    let text = "A 新年 promotion，含“家电”套餐\n\n  ending with blanks   \n再 见"
    let rows = TextFit.rows(of: text, columns: columns)
    #expect(
      rows.flatMap(Array.init)
        == Array(text).indices.filter { Array(text)[$0] != "\n" })
    for row in self.rows(text, columns) {
      let seen = row.reversed().drop { $0 == " " }.reversed()
      #expect(TextFit.width(String(seen)) <= max(columns, 2))
    }
  }
}
