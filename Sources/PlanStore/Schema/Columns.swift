import PlanModel

/// Which column of which table holds a field.
extension Field {
  /// The column of `item`; nil for long texts (and the kind, which never changes).
  var column: String? {
    switch self {
    case .kind, .notes, .source, .keynote, .result: nil
    case .end: "\"end\""
    case .titleEn: "title_en"
    case .addsUp: "adds_up"
    case .confirmedBy: "confirmed_by"
    case .confirmedOn: "confirmed_on"
    case .decidedBy: "decided_by"
    case .decidedOn: "decided_on"
    default: "\(self)"
    }
  }

  /// Every field with a column, in the order in which rows are read.
  static let stored = allCases.filter { $0.column != nil }
}

extension LineField {
  /// The column of `line`.
  var column: String { name }
}

extension EntryField {
  var column: String { self == .addsUp ? "adds_up" : "\(self)" }
}

extension PersonField {
  var column: String {
    switch self {
    case .postEn: "post_en"
    default: "\(self)"
    }
  }
}

extension Column {
  /// The column of `figure`.
  var column: String { "\(self)" }
}
