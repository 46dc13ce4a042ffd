import ArgumentParser
import Glibc
import PlanModel
import PlanStore

/// A language as `--language` takes it.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable { case zh, en }

extension OutputFormat: ExpressibleByArgument {}

/// The board and the language: options of every command.
struct CommonOptions: ParsableArguments {
  @Option(help: "The board, a path; else $SANBAN_BOARD, else the one in the user's data folder.")
  var board: String?

  @Option(help: "The interface's language, zh or en; else the environment's.")
  var language: LanguageOption?

  var spoken: Language {
    language.flatMap { Language(rawValue: $0.rawValue) } ?? ProcessEnvironment.language
  }

  var path: String {
    get throws {
      let path = board ?? ProcessEnvironment.value("SANBAN_BOARD") ?? Self.usualPath
      guard !path.contains("://") else {
        throw Failure(
          69, "这个版本只能打开文件：\(path)", "this version opens files only: \(path)")
      }
      return path
    }
  }

  private static var usualPath: String {
    let home = ProcessEnvironment.value("HOME") ?? "/"
    let data = ProcessEnvironment.value("XDG_DATA_HOME") ?? "\(home)/.local/share"
    return "\(data)/sanban/board.sanban"
  }

  func reader() throws -> BoardReader { try BoardReader(path: try path) }
}

/// Who acts: an option of commands that change something.
struct ActorOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: "Who acts; else the login name.")
  var who: String?

  var name: String {
    if let who { return who }
    if let entry = getpwuid(getuid()) { return String(cString: entry.pointee.pw_name) }
    return ProcessEnvironment.value("LOGNAME") ?? ProcessEnvironment.value("USER") ?? "?"
  }
}

/// How the result is printed.
struct FormatOptions: ParsableArguments {
  @Option(help: "table, csv, tsv, json or md.")
  var format: OutputFormat = .table
}

/// A board that a command works on.
struct Session {
  let common: CommonOptions
  let who: String
  let reader: BoardReader
  let board: Board
  var language: Language { common.spoken }

  init(_ common: CommonOptions, as actor: ActorOptions? = nil) throws {
    self.common = common
    who = actor?.name ?? ""
    reader = try common.reader()
    board = try reader.board()
  }

  var today: Day {
    let board = board
    return MainActor.assumeIsolated { Today.day(board) }
  }

  /// Fields to text and back, with the codes of items.
  var fields: FieldText {
    let reader = reader
    return FieldText(
      board, language, today: today,
      codeOf: { try? reader.items(ids: [$0]).first?.code },
      idOf: { try? reader.id(of: $0) })
  }

  /// Saves an edit, or says why not.
  @discardableResult
  func save(_ edit: Edit) throws -> Saved {
    guard !edit.changes.isEmpty else { return Saved(op: nil) }
    return try outcome(BoardWriter(path: reader.path).save(edit, as: who))
  }

  func outcome(_ outcome: SaveOutcome) throws -> Saved {
    switch outcome {
    case .saved(let saved): return saved
    case .refused(let refusal), .failed(let refusal): throw refusal
    case .conflict(let conflicts):
      let name = conflicts.first?.who.flatMap { board.people[$0]?.display(language) } ?? "?"
      throw Failure(
        1, "未保存：\(name)刚改了这里；看过再试", "not saved: \(name) just changed this; look again")
    }
  }

  // MARK: What commands name

  func item(_ text: String) throws -> ItemDetail {
    guard let code = ItemCode(text) else {
      throw Failure.missing("没有这样的编号：\(text)", "no such code: \(text)")
    }
    guard let id = try reader.id(of: code), let detail = try reader.detail(id) else {
      throw Failure.missing("没有这样的编号：\(code)", "no such code: \(code)")
    }
    return detail
  }

  static func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw Failure.input(
        "不是期间：\(text)；写成2026、2026Q4、2026-10",
        "not a period: \(text); write 2026, 2026Q4 or 2026-10")
    }
    return period
  }

  static func kind(_ text: String) throws -> ItemKind {
    let name = text.lowercased()
    for kind in ItemKind.allCases {
      let plural = kind == .activity ? "activities" : kind.code + "s"
      if name == kind.code || name == plural { return kind }
    }
    let later = ["handoff", "handoffs", "signal", "signals"]
    if later.contains(name) { throw Failure.notYet(name) }
    throw Failure.usage(
      "没有这一类：\(text)；可用：trend target activity decision",
      "no such kind: \(text); known are trend, target, activity, decision")
  }

  /// The whole item as files and the check see it.
  func planItem(_ detail: ItemDetail) -> PlanItem {
    let parents = detail.parents.sorted { $0.code < $1.code }
    return PlanItem(
      detail: detail,
      serves: parents.map { (id: $0.id, code: $0.code, isMain: $0.id == detail.item.main) },
      servedBy: detail.childCount)
  }
}
