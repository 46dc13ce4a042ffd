/// What people type behind `/` and `--where`.
///
/// Words that all must occur in code, titles or tags; `"several words"` together; `lead:m`,
/// `status:running,done`, `owner:wang`, `region:east`, `owner:none` (nobody); `plan>500k`, `left<0`,
/// `>50万` (of the plan), also `>=` and `<=`; a leading `-` for not.
public struct FilterText {
  /// What was understood. What wasn't hides nothing.
  public let filter: Filter
  /// What wasn't understood, in order.
  public let faults: [Words]

  public init(_ text: String, _ fields: FieldText) {
    var terms: [Filter.Term] = []
    var faults: [Words] = []
    for token in FilterText.tokens(Folding.fold(text)) {
      do throws(Refusal) {
        if let test = try FilterText.test(token, fields) {
          terms.append(Filter.Term(test, isNegated: token.isNegated))
        }
      } catch {
        faults.append(error.words)
      }
    }
    filter = Filter(terms)
    self.faults = faults
  }

  /// One piece between blanks; in quotes it is a word as it stands.
  private struct Token {
    var text = ""
    var isNegated = false
    var isQuoted = false
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var token = Token()
    var isInQuotes = false
    func isOpen(_ token: Token) -> Bool { !token.text.isEmpty || token.isQuoted }
    for character in text {
      if "\"“”".contains(character) {
        if token.text.isEmpty { token.isQuoted = true }
        isInQuotes.toggle()
      } else if isInQuotes {
        token.text.append(character)
      } else if character.isWhitespace {
        if isOpen(token) { tokens.append(token) }
        // A sign stands for itself and what follows it: `plan > 500k`, `plan >500k`.
        let isWaiting = token.text.last.map { "<>=≥≤".contains($0) } ?? false
        if isWaiting, !token.isQuoted { tokens.removeLast() } else { token = Token() }
      } else {
        if "<>≥≤".contains(character), token.text.isEmpty, !token.isQuoted, !token.isNegated,
          let last = tokens.last, !last.isQuoted, amount(last.text) != nil
        {
          token = tokens.removeLast()
        }
        if character == "-", token.text.isEmpty, !token.isQuoted, !token.isNegated {
          token.isNegated = true
        } else {
          token.text.append(character)
        }
      }
    }
    if isOpen(token) { tokens.append(token) }
    return tokens
  }

  private static func test(_ token: Token, _ fields: FieldText) throws(Refusal) -> Filter.Test? {
    if token.text.isEmpty { return nil }
    if token.isQuoted { return .word(token.text) }
    if let index = token.text.firstIndex(where: { "<>≥≤".contains($0) }) {
      return try comparison(token.text, at: index, fields)
    }
    guard let colon = token.text.firstIndex(of: ":") else { return .word(token.text) }
    let name = String(token.text[..<colon])
    let value = String(token.text[token.text.index(after: colon)...])
    if ["code", "编号"].contains(name) { return .word(value) }
    guard let field = FieldText.field(name) else {
      throw Refusal(
        .input, Words("没有这样的字段：\(name)", "no such field: \(name)"))
    }
    switch field.type {
    case .longText:
      throw Refusal(
        .input,
        Words("不能按“\(field.words.zh)”筛选", "\(field.code) can't be filtered by"))
    case .tags: return .word(value)
    case .text where field != .ref: return .word(value)
    default: return .field(field, try values(value, field, fields))
    }
  }

  private static func values(
    _ text: String, _ field: Field, _ fields: FieldText
  ) throws(Refusal) -> [Value] {
    var values: [Value] = []
    for code in text.split(separator: ",", omittingEmptySubsequences: false) {
      let isNone = ["", "none", "无", "未定"].contains(String(code))
      values.append(isNone ? .none : try fields.parse(field, String(code)))
    }
    return values
  }

  private static func amount(_ name: String) -> Filter.Amount? {
    if let amount = Filter.Amount(rawValue: name) { return amount }
    let names: [String: Filter.Amount] = [
      "": .plan, "预算": .plan, "预计": .outlook, "forecast": .outlook, "占用": .committed,
      "实际": .actual, "余额": .left, "差异": .variance,
    ]
    return names[name]
  }

  private static func comparison(
    _ text: String, at index: String.Index, _ fields: FieldText
  ) throws(Refusal) -> Filter.Test {
    let name = String(text[..<index])
    guard let amount = amount(name) else {
      throw Refusal(.input, Words("没有这样的金额：\(name)", "no such amount: \(name)"))
    }
    var sign = String(text[index])
    var rest = text[text.index(after: index)...]
    if rest.hasPrefix("=") {
      sign = sign == ">" ? "≥" : "≤"
      rest = rest.dropFirst()
    }
    let limit: Int64?
    do throws(AmountFault) {
      limit = try AmountText.parse(String(rest), unit: fields.board.money)
    } catch {
      let words = error.words(for: fields.board.money)
      throw Refusal(.input, Words("\(words.zh)：\(rest)", "\(words.en): \(rest)"))
    }
    guard let limit else {
      throw Refusal(.input, Words("缺少金额：\(text)", "an amount is missing: \(text)"))
    }
    // Amounts are whole numbers of the smallest unit: at least n is more than n − 1.
    switch sign {
    case "≥": return .amount(amount, .greater, limit - 1)
    case "≤": return .amount(amount, .less, limit + 1)
    case ">": return .amount(amount, .greater, limit)
    default: return .amount(amount, .less, limit)
    }
  }
}
