import PlanModel
import TextCanvas

/// Key sequences of one screen and what they do.
public struct Keymap: Sendable {
  public enum Match: Equatable, Sendable {
    case none
    /// The keys so far begin longer sequences.
    case pending
    case action(ActionID)
  }

  private var sequences: [[Key]: ActionID] = [:]
  private var prefixes: Set<[Key]> = []

  /// - Parameter overrides: keys from the configuration, by action; they replace the table's.
  public init(_ actions: [ActionID], overrides: [ActionID: [String]] = [:]) {
    for id in actions {
      for text in overrides[id] ?? Actions.action(id).keys {
        let keys = text.split(separator: " ").compactMap { Key(name: String($0)) }
        guard !keys.isEmpty, sequences[keys] == nil else { continue }
        sequences[keys] = id
        for length in 1..<max(1, keys.count) { prefixes.insert(Array(keys.prefix(length))) }
      }
    }
  }

  public func match(_ keys: [Key]) -> Match {
    if let id = sequences[keys] { return .action(id) }
    return prefixes.contains(keys) ? .pending : .none
  }

  /// What may follow these keys, for the panel.
  public func continuations(of keys: [Key]) -> [(key: Key, action: ActionID)] {
    sequences.filter { $0.key.count == keys.count + 1 && Array($0.key.prefix(keys.count)) == keys }
      .map { ($0.key[keys.count], $0.value) }
      .sorted { $0.key.name < $1.key.name }
  }
}
