import ArgumentParser
import PlanModel
import PlanStore

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: Words(
      "改字段与金额；空值即清空。",
      "Change fields and figures; an empty value clears."
    ).spoken,
    discussion: Words(
      """
      WHAT 是一项的编号（A12），一个季度或年（state=approved、
      envelope.marketing=50万、envelope.sales、envelope.reserve），board（设
      置，如 closed_to=2026-11），person:NAME，或列表用词 LIST:CODE
      （category:media title=…）；还没有的成员与用词会新建。
      金额写作 COLUMN.LINE@PERIOD：plan.media@2026-10=120000、target@2026-03=
      …、expected@2027=…。
      写 - 时从标准输入逐行读 WHAT FIELD=VALUE…，作为一步保存；带空格的值放在
      双引号里。
      """,
      """
      WHAT is an item's code (A12), a quarter or year (its state=approved, its \
      envelope.marketing=50万, envelope.sales, envelope.reserve), board (settings such as \
      closed_to=2026-11), person:NAME, or LIST:CODE for a word of a list (category:media title=…); \
      people and words that aren't there are made.
      Figures are headed COLUMN.LINE@PERIOD: plan.media@2026-10=120000, target@2026-03=…, \
      expected@2027=….
      With - lines of WHAT FIELD=VALUE… are read from standard input and saved as one edit; values \
      with blanks stand in double quotes.
      """
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Argument(help: "A code, a period, board, person:NAME, LIST:CODE, or - for standard input.")
  var what: String
  @Argument(help: "FIELD=VALUE, any number of them.")
  var assignments: [String] = []
  @Option(help: "Why; needed for the actuals of a closed month.")
  var reason = ""

  func run() throws {
    let session = try Session(common, as: actor)
    var edits = SetEdits(session)
    if what == "-" {
      let text = String(decoding: try FileInput.read("-"), as: UTF8.self)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let words = SetLine.words(String(line))
        guard let first = words.first, !first.hasPrefix("#") else { continue }
        do { try edits.apply(first, Array(words.dropFirst())) } catch {
          throw SetLine.placed(error, line: index + 1)
        }
      }
    } else {
      guard !assignments.isEmpty else {
        throw Failure.usage("缺少 字段=内容", "FIELD=VALUE is missing")
      }
      try edits.apply(what, assignments)
    }
    let count = edits.changedCount
    try session.save(Edit(edits.act, edits.changes, reason: reason))
    let words =
      count == 0
      ? Words("没有改动", "nothing changed")
      : Words("已改\(count)项", "\(count) item\(count == 1 ? "" : "s") changed")
    Output.say(words, session.language)
  }
}

/// A line of `set -`.
enum SetLine {
  /// The words between blanks; blanks inside double quotes belong to a word.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isOpen = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
        isOpen = true
      } else if character.isWhitespace, !isQuoted {
        if isOpen { words.append(word) }
        word = ""
        isOpen = false
      } else {
        word.append(character)
        isOpen = true
      }
    }
    if isOpen { words.append(word) }
    return words
  }

  /// The same error with the line it is about.
  static func placed(_ error: any Error, line: Int) -> any Error {
    let failure: Failure
    switch error {
    case let known as Failure: failure = known
    case let refusal as Refusal: failure = Failure(refusal)
    default: return error
    }
    return Failure(
      failure.status, "-:\(line)：\(failure.words.zh)", "-:\(line): \(failure.words.en)")
  }
}
