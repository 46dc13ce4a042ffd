import ArgumentParser
import PlanExchange
import PlanModel

/// Why a command ends without having done its work: the exit status (sysexits) and one sentence.
struct Failure: Error {
  var status: Int32
  var words: Words

  init(_ status: Int32, _ zh: String, _ en: String) {
    self.status = status
    words = Words(zh, en)
  }

  init(_ refusal: Refusal) {
    words = refusal.words
    status =
      switch refusal.kind {
      case .rule: 1
      case .input: 65
      case .missing: 66
      case .unavailable: 69
      case .cannotWrite: 73
      }
  }

  /// The sentence was printed already.
  static func quiet(_ status: Int32) -> Failure { Failure(status, "", "") }

  static func usage(_ zh: String, _ en: String) -> Failure { Failure(64, zh, en) }
  static func input(_ zh: String, _ en: String) -> Failure { Failure(65, zh, en) }
  static func missing(_ zh: String, _ en: String) -> Failure { Failure(66, zh, en) }

  static func notYet(_ what: String) -> Failure {
    usage("这个版本还没有\(what)", "not in this version: \(what)")
  }
}

/// The one place where errors become sentences and exit statuses.
enum Ending {
  /// Prints what there is to say about an error.
  ///
  /// - Returns: the exit status.
  static func report(_ error: any Error, _ language: Language) -> Int32 {
    switch error {
    case let failure as Failure: return say(failure, language)
    case let refusal as Refusal: return say(Failure(refusal), language)
    case let fault as MappingFault:
      return say(Failure(64, fault.words.zh, fault.words.en), language)
    case let faults as FileFaults: return say(faults, file: nil, language)
    case let fault as FileFault: return say(FileFaults([fault]), file: nil, language)
    default:
      let code = Sanban.exitCode(for: error)
      if code == .success {
        Output.write(Sanban.fullMessage(for: error) + "\n")
        return 0
      }
      if error is ExitCode { return code.rawValue }
      let message = Sanban.message(for: error).split(separator: "\n").first.map(String.init) ?? ""
      return say(
        .usage("用法不对：\(message)；见 sanban --help", "\(message); see sanban --help"), language)
    }
  }

  static func say(_ faults: FileFaults, file: String?, _ language: Language, all: Bool = false)
    -> Int32
  {
    let prefix = file.map { "\($0):" } ?? ""
    guard !all else {
      for fault in faults.faults { Output.complain(prefix + fault.text(language)) }
      let hidden = faults.count - faults.faults.count
      if hidden > 0 { Output.complain(more(hidden, language)) }
      return 65
    }
    guard let first = faults.faults.first else { return 65 }
    let rest = faults.count - 1
    Output.complain(
      prefix + first.text(language)
        + (rest > 0 ? (language == .chinese ? "；" : "; ") + more(rest, language) : ""))
    return 65
  }

  private static func more(_ count: Int, _ language: Language) -> String {
    Words(
      "另有\(count)处；用 --dry-run 全部列出", "\(count) more; list all with --dry-run")(language)
  }

  private static func say(_ failure: Failure, _ language: Language) -> Int32 {
    let text = failure.words(language)
    if !text.isEmpty { Output.complain(text) }
    return failure.status
  }
}
