import PlanModel
import TextCanvas

/// How a file is written, what its words mean, what it does to what is there, and why: all that flags
/// say on the command line, by keys.
enum ImportWriting {
  private static let encodings: [(key: Character, name: String?, words: Words)] = [
    ("0", nil, Words("自动判断", "find it")), ("1", "utf-8", Words("UTF-8", "UTF-8")),
    ("2", "gb18030", Words("GB18030（GBK、GB2312）", "GB18030 (GBK, GB2312)")),
    ("3", "utf-16le", Words("UTF-16 小端", "UTF-16, little-endian")),
    ("4", "utf-16be", Words("UTF-16 大端", "UTF-16, big-endian")),
    ("5", "big5", Words("Big5（繁体）", "Big5 (traditional)")),
    ("6", "windows-1252", Words("Windows-1252（西欧）", "Windows-1252 (western)")),
    ("7", "shift_jis", Words("Shift_JIS（日文）", "Shift_JIS (Japanese)")),
    ("8", "euc-kr", Words("EUC-KR（韩文）", "EUC-KR (Korean)")),
  ]

  /// `C`: one of those in use, or any by its name.
  static func askEncoding(_ state: inout AppState) {
    let current = state.importing.request?.encoding
    var options = encodings.map { key, name, words in
      Choice.Option(
        key: Key(.character(key)), words: words, isCurrent: current == name,
        run: { state, _ in take(name, &state) })
    }
    options.append(
      Choice.Option(
        key: Key(.character("9")), words: Words("别的名称…", "another name…"),
        run: { state, _ in
          state.overlays.append(
            InputLine(
              prompt: Words("编码 ›", "encoding ›"), text: state.importing.request?.encoding ?? "",
              hint: { _, _ in Words("如 koi8-r、iso-8859-2", "such as koi8-r, iso-8859-2") },
              accept: { text, state, _ in
                let name = Folding.trimmed(text)
                return take(name.isEmpty ? nil : name, &state)
              }))
          return []
        }))
    state.overlays.append(Choice(title: Words("文件的编码", "Encoding"), options: options))
  }

  private static func take(_ encoding: String?, _ state: inout AppState) -> [Effect] {
    let isNew = state.importing.preview?.columns.isEmpty ?? true
    return state.importing.look {
      $0.encoding = encoding
      // Headings are other words now; the columns keep their places.
      $0.columns = [:]
      $0.proposes = isNew && !$0.takesMapping
    }
  }

  /// `H`: the first line is headings, or rows begin at once.
  static func heading(_ state: inout AppState) -> [Effect] {
    let effects = state.importing.look {
      $0.hasHeading.toggle()
      $0.columns = [:]
      $0.proposes = false
    }
    let hasHeading = state.importing.request?.hasHeading ?? true
    state.say(
      .note,
      hasHeading
        ? Words("第一行是列标题", "The first line is the headings")
        : Words("没有列标题行；按列号", "No heading line; columns go by number"))
    return effects
  }

  /// `L`: a title, a unit, a date above the headings.
  static func askLines(_ state: inout AppState) {
    let now = state.importing.request?.skippedLines ?? 0
    state.overlays.append(
      InputLine(
        prompt: Words("列标题之上略过几行 ›", "lines above the headings ›"), text: "\(now)",
        accept: { text, state, _ in
          guard let count = Int(Folding.trimmed(text)), (0...1_000).contains(count) else {
            state.refuse(Words("写下行数：0到1000", "Write a number of lines, 0 to 1000"))
            return []
          }
          return state.importing.look {
            $0.skippedLines = count
            ($0.columns, $0.fields, $0.words) = ([:], [:], [:])
            $0.proposes = count > 0
          }
        }))
  }

  /// `W`: what words of the column under the cursor stand for.
  static func askWords(_ state: inout AppState) {
    guard let column = state.importing.column else { return }
    var seen: Set<String> = []
    let values = column.samples.filter { text in
      !text.isEmpty && !text.contains { ",=:，".contains($0) } && seen.insert(text).inserted
    }
    let said = state.importing.request?.words[column.number]
    let text = said ?? values.prefix(6).map { "\($0)=" }.joined(separator: ",")
    let number = column.number
    state.overlays.append(
      InputLine(
        prompt: Words("“\(column.heading)”的词 ›", "words of “\(column.heading)” ›"), text: text,
        hint: { _, _ in Words("如 MKT=marketing,SLS=sales", "such as MKT=marketing,SLS=sales") },
        accept: { text, state, _ in
          let parts = text.split { ",，".contains($0) }.map { Folding.trimmed($0) }
          let isWrong = parts.contains { part in
            !part.isEmpty && (part.firstIndex(of: "=") ?? part.startIndex) == part.startIndex
          }
          guard !isWrong else {
            state.refuse(Words("写成 词=编号", "Write WORD=code"))
            return []
          }
          let words = parts.filter { !$0.isEmpty && !$0.hasSuffix("=") }.joined(separator: ",")
          return state.importing.look {
            $0.words[number] = words.isEmpty ? nil : words
            $0.proposes = false
          }
        }))
  }

  /// `U`: leaves what is there, replaces it, or (a row an amount) adds to it.
  static func existing(_ state: inout AppState) -> [Effect] {
    let isLong = state.importing.request?.fields.values.contains("amount") ?? false
    let next: ImportRequest.Existing? =
      switch state.importing.request?.existing {
      case nil: .replace
      case .replace?: isLong ? .add : nil
      case .add?: nil
      }
    let effects = state.importing.look {
      $0.existing = next
      $0.proposes = false
    }
    let words =
      switch next {
      case nil: Words("已有的不动", "What is there stays")
      case .replace?: Words("改写已有的", "What is there is replaced")
      case .add?: Words("加到已有的金额上", "Amounts are added to what is there")
      }
    state.say(.note, words)
    return effects
  }

  /// `R`: with a reason what was spent in closed months may be corrected.
  static func askReason(_ state: inout AppState) {
    state.overlays.append(
      InputLine(
        prompt: Words("原因 ›", "why ›"), text: state.importing.request?.reason ?? "",
        hint: { _, _ in
          Words("更正已月结的月份要写原因", "closed months are corrected with a reason only")
        },
        accept: { text, state, _ in
          state.importing.look {
            $0.reason = Folding.trimmed(text)
            $0.proposes = false
          }
        }))
  }
}
