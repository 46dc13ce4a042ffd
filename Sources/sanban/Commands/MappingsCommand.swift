import ArgumentParser
import PlanExchange
import PlanModel
import PlanStore

struct MappingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mappings",
    abstract: Words(
      "各类文件的列各是什么，即 import --mapping 所保存的。",
      "What the columns of kinds of files mean, as import --mapping keeps it."
    ).spoken,
    discussion: Words(
      """
      mappings 列出全部，mappings show NAME 写成 import 的参数，mappings
      remove NAME 删除（可撤销）。
      """,
      """
      mappings lists them, mappings show NAME writes one as the flags of import, mappings remove \
      NAME drops it (undo brings it back).
      """
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @OptionGroup var output: FormatOptions
  @Argument(help: "list, show or remove.")
  var what: String = "list"
  @Argument(help: "The mapping's name.")
  var name: String?

  func run() throws {
    let session = try Session(common, as: actor)
    let kept = try session.reader.mappings()
    switch (what, name) {
    case ("list", nil): try list(kept, session)
    case ("show", let name?): try show(try find(name, kept), session)
    case ("remove", let name?):
      let text = try find(name, kept)
      try session.save(
        Edit(.settings, [Change(.mapping(name), was: .text(text), now: .none)]))
      Output.say(Words("已删除映射：\(name)", "removed: \(name)"), session.language)
    default:
      throw Failure.usage(
        "写成 mappings、mappings show 名称 或 mappings remove 名称",
        "write mappings, mappings show NAME or mappings remove NAME")
    }
  }

  private func find(_ name: String, _ kept: [String: String]) throws -> String {
    guard let text = kept[name] else {
      throw Failure.missing("没有保存过这个映射：\(name)", "no such mapping is kept: \(name)")
    }
    return text
  }

  private func list(_ kept: [String: String], _ session: Session) throws {
    var report = Report([
      Report.Heading("name", Words("名称", "Name")),
      Report.Heading("kind", Words("类型", "Kind")),
      Report.Heading("fields", Words("字段", "Fields")),
    ])
    for (name, text) in kept.sorted(by: { $0.key < $1.key }) {
      let mapping = TableMapping(text: text)
      report.rows.append([
        .text(name), Report.Cell(mapping.kind?.code), .codes(mapping.maps.map(\.field)),
      ])
    }
    try report.print(output.format, session.language)
  }

  private func show(_ text: String, _ session: Session) throws {
    let mapping = TableMapping(text: text)
    guard output.format != .table else {
      for flag in mapping.flags { Output.write(ShellText.flag(flag.name, flag.value) + "\n") }
      return
    }
    var report = Report([
      Report.Heading("flag", Words("参数", "Flag")), Report.Heading("value", Words("值", "Value")),
    ])
    for flag in mapping.flags { report.rows.append([.text(flag.name), Report.Cell(flag.value)]) }
    try report.print(output.format, session.language)
  }
}

/// Words as a shell takes them.
enum ShellText {
  static func flag(_ name: String, _ value: String) -> String {
    value.isEmpty ? "--\(name)" : "--\(name) \(quoted(value))"
  }

  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "=.,@:/-_+%".unicodeScalars.contains(scalar)
    }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
