import PlanModel

/// What a column may become, in the reader's words.
enum ImportMeanings {
  /// Code and name of every meaning for a kind of item; the amounts come last.
  static func all(_ state: AppState) -> [(field: String, words: Words)] {
    let kind = state.importing.request?.kind ?? .activity
    var rows: [(field: String, words: Words)] = Field.of(kind)
      .filter { $0 != .confirmedBy && $0 != .confirmedOn }
      .map { ($0.code, $0.words) }
    rows.append(("code", Words("编号", "Code")))
    if kind.parent != nil { rows.append(("serves", Words("支撑", "Serves"))) }
    rows += parts
    let categories = kind == .activity ? state.board.list(.category) : []
    for column in Column.of(kind) {
      let name = column.name(for: kind)
      let words = column.words(for: kind)
      if kind == .activity {
        rows.append((name, Words("\(words.zh) · 本行的类别", "\(words.en) · of the row's category")))
      } else {
        rows.append((name, words))
      }
      rows += categories.map { category in
        (
          "\(name).\(category.code)",
          Words(
            "\(words.zh) · \(category.name(.chinese))", "\(words.en) · \(category.name(.english))")
        )
      }
    }
    return rows
  }

  private static let parts: [(field: String, words: Words)] = [
    ("category", Words("费用类别", "Category")), ("measure", Words("衡量指标", "Measure")),
    ("month", Words("月份", "Month")), ("column", Words("哪一种金额", "Which amount")),
    ("amount", Words("逐行金额", "An amount a row")),
  ]

  /// A field as flags write it in words: `plan.media@2026-10`.
  static func words(of field: String, _ state: AppState) -> String {
    let language = state.language
    let parts = field.split(separator: "@", maxSplits: 1).map(String.init)
    let known = all(state).first { $0.field == parts.first }?.words(language) ?? parts.first ?? ""
    guard parts.count > 1, let period = Period(parts[1]) else { return known }
    return "\(known) · \(PeriodText.month(period, language))"
  }

  /// The list that typing searches.
  static func picker(_ state: AppState) -> Picker<String> {
    let heading = state.importing.column?.heading ?? ""
    let current = state.importing.column.flatMap { state.importing.request?.fields[$0.number] }
    return Picker(
      title: Words("“\(heading)” 读作", "“\(heading)” becomes"),
      search: { text, state, _ in
        let words = Folding.fold(text).split(separator: " ")
        let none = ("", Words("不导入这一列", "Leave this column out"))
        return (all(state) + [none]).compactMap { field, name in
          let body = Folding.fold("\(field) \(name.zh) \(name.en)")
          guard words.allSatisfy({ body.contains($0) }) else { return nil }
          let isCurrent = current == field || current?.hasPrefix(field + "@") == true
          return Picker<String>.Row(
            key: isCurrent && !field.isEmpty ? "✓" : "",
            text: name(state.language) + (field.isEmpty ? "" : "   \(field)"), choice: field)
        }
      },
      pick: { field, state in choose(field, &state) })
  }

  /// Gives the column under the cursor a meaning; other columns called like months follow it.
  static func choose(_ field: String, _ state: inout AppState) -> [Effect] {
    guard let column = state.importing.column, let preview = state.importing.preview else {
      return []
    }
    return state.importing.look { request in
      request.proposes = false
      guard !field.isEmpty else {
        request.fields[column.number] = nil
        return
      }
      request.fields = request.fields.filter { $0.value != field || $0.key == column.number }
      guard column.month != nil, isFigure(field) else {
        request.fields[column.number] = field
        return
      }
      for other in preview.columns {
        guard let month = other.month else { continue }
        let isFree = request.fields[other.number] == nil || other.isOpenAmount
        let wasFigure = request.fields[other.number].map { $0.contains("@") } ?? false
        if other.number == column.number || isFree || wasFigure {
          request.fields[other.number] = "\(field)@\(month)"
        }
      }
    }
  }

  private static func isFigure(_ field: String) -> Bool {
    let name = field.split(separator: ".").first.map(String.init) ?? field
    return ItemKind.allCases.contains { kind in
      Column.of(kind).contains { $0.name(for: kind) == name }
    }
  }
}
