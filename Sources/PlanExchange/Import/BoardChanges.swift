import PlanModel

/// What an import adds to, or changes of, the board itself beside its items.
public struct BoardChanges: Hashable, Sendable {
  /// A period that comes to stand otherwise.
  public struct State: Hashable, Sendable {
    public var period: Period
    public var was: PeriodState
    public var now: PeriodState
  }

  public var settings = 0
  /// Words of the lists.
  public var entries = 0
  public var people = 0
  /// Granted amounts, each of a quarter and a purse.
  public var envelopes = 0
  public var states: [State] = []

  public init() {}

  public var isEmpty: Bool { self == BoardChanges() }

  /// A list of them with the periods by name; nil where nothing changes.
  public var words: Words? {
    guard !isEmpty else { return nil }
    let counts: [(Int, String, String, String)] = [
      (settings, "设置", "setting", "settings"), (entries, "列表词", "list word", "list words"),
      (people, "成员", "person", "people"), (envelopes, "额度", "envelope", "envelopes"),
    ]
    var (zh, en): ([String], [String]) = ([], [])
    for (count, word, one, many) in counts where count > 0 {
      zh.append("\(word)\(count)")
      en.append("\(count) \(count == 1 ? one : many)")
    }
    for state in states {
      zh.append("\(state.period) \(state.was.words.zh)→\(state.now.words.zh)")
      en.append("\(state.period) from \(state.was.code) to \(state.now.code)")
    }
    return Words(zh.joined(separator: "、"), en.joined(separator: ", "))
  }
}
