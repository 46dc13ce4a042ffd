import ArgumentParser
import PlanModel
import PlanStore

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: Words(
      "撤销自己的上一步。",
      "Take back one's own last step."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions
  @Option(help: "How many steps.")
  var steps = 1

  func run() throws {
    guard (1...10_000).contains(steps) else {
      throw Failure.usage("--steps 应是1到10000", "--steps takes 1 to 10000")
    }
    for step in 0..<steps {
      try Steps.take(common, actor, isFirst: step == 0) {
        try $0.undo(by: $1)
      } words: {
        $0 ? Words("没有可撤销的操作", "nothing to undo") : Words("已撤销", "undone")
      }
    }
  }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: Words(
      "重做自己撤销的上一步。",
      "Do one's own last undone step again."
    ).spoken)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOptions

  func run() throws {
    try Steps.take(common, actor, isFirst: true) {
      try $0.redo(by: $1)
    } words: {
      $0 ? Words("没有可重做的操作", "nothing to redo") : Words("已重做", "done again")
    }
  }
}

/// A step back or forth.
enum Steps {
  /// The act that people did: what an undo takes back, what a redo does again.
  private static func original(of step: Edit, _ reader: BoardReader) throws -> String? {
    var op = step.undoes
    var act: String?
    while let current = op {
      let entry = try reader.history(HistoryQuery(before: .start(of: current + 1), limit: 1)).first
      act = entry?.act
      op = entry?.undoes
    }
    return act
  }

  static func take(
    _ common: CommonOptions, _ actor: ActorOptions, isFirst: Bool,
    _ edit: (BoardReader, PersonID) throws -> Edit?, words: (Bool) -> Words
  ) throws {
    let session = try Session(common, as: actor)
    guard let person = session.board.person(named: session.who),
      let step = try edit(session.reader, person.id)
    else {
      guard isFirst else { return }
      throw Failure(1, words(true).zh, words(true).en)
    }
    let undone = try original(of: step, session.reader)
    switch try BoardWriter(path: session.reader.path).save(step, as: session.who) {
    case .saved: break
    case .conflict:
      throw Failure(1, "之后有人改过，不能撤销", "changed since; can't be undone")
    case .refused(let refusal), .failed(let refusal): throw refusal
    }
    let act = undone.flatMap { Act(code: $0) }?.words(session.language) ?? undone ?? ""
    let done = words(false)
    Output.say(Words("\(done.zh)：\(act)", "\(done.en): \(act)"), session.language)
  }
}
