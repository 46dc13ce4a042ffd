import PlanExchange
import PlanModel

/// How a command prints what it found.
enum OutputFormat: String, CaseIterable {
  case table, csv, tsv, json, md

  var isForPeople: Bool { self == .table || self == .md }
}

/// What a command has found: rows under headings, printed in one of several forms.
struct Report {
  struct Heading {
    /// Stable: JSON key and CSV heading.
    var key: String
    /// For tables that people read.
    var words: Words
    var isNumber = false

    init(_ key: String, _ words: Words, isNumber: Bool = false) {
      self.key = key
      self.words = words
      self.isNumber = isNumber
    }
  }

  /// A cell: what scripts read, and what people read where that differs.
  enum Cell {
    case none
    case text(String, shown: String? = nil)
    case amount(Int64, scale: Int)
    case number(Int64)
    case codes([String])
  }

  var headings: [Heading]
  var rows: [[Cell]] = []
  /// A sentence over the table; scripts don't get it.
  var title: String?

  init(_ headings: [Heading], title: String? = nil) {
    self.headings = headings
    self.title = title
  }
}

extension Report.Cell {
  init(_ text: String?, shown: String? = nil) {
    if let text, !text.isEmpty { self = .text(text, shown: shown) } else { self = .none }
  }

  /// As CSV writes it.
  var file: TableCell {
    switch self {
    case .none: .text("")
    case .text(let text, _): .text(text)
    case .amount(let amount, let scale): .amount(DecimalText.format(amount, scale: scale))
    case .number(let number): .amount(String(number))
    case .codes(let codes): .text(codes.joined(separator: " "))
    }
  }

  /// As JSON writes it: amounts are strings with all their decimals.
  var json: JSONValue {
    switch self {
    case .none: .null
    case .text(let text, _): .string(text)
    case .amount(let amount, let scale): .string(DecimalText.format(amount, scale: scale))
    case .number(let number): .number(String(number))
    case .codes(let codes): JSONValue(strings: codes)
    }
  }

  /// As people read it.
  func shown(_ language: Language) -> String {
    switch self {
    case .none: ""
    case .text(let text, let shown): shown ?? text
    case .amount(let amount, let scale):
      AmountFormat(AmountUnit(code: "", scale: scale), language).full(amount)
    case .number(let number): String(number)
    case .codes(let codes): codes.joined(separator: " ")
    }
  }
}
