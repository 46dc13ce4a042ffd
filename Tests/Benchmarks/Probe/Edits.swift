import PlanModel
import PlanStore

/// What one edit costs.
enum Edits {
  static func single(_ path: String, count: Int) throws {
    let reader = try BoardReader(path: path)
    let writer = try BoardWriter(path: path)
    defer { writer.close() }
    let items = try Boards.activities(reader, limit: count)
    var times: [Double] = []
    var costs: [Cost] = []
    for item in items {
      let next: Department = item.lead == .marketing ? .sales : .marketing
      let before = writer.cost
      let (time, outcome) = Clock.milliseconds {
        writer.save(Acts.assign([item], to: next), as: "probe")
      }
      guard case .saved = outcome else { throw Failure(text: "\(outcome)") }
      times.append(time)
      costs.append(writer.cost - before)
    }
    print("edit-ms", Clock.percentile(times, 50))
    print("edit-p99-ms", Clock.percentile(times, 99))
    print("edit-statements", costs.map(\.statements).max() ?? 0)
    print("edit-rows", costs.map(\.rows).max() ?? 0)
  }

  static func assign(_ path: String, count: Int) throws {
    let reader = try BoardReader(path: path)
    let writer = try BoardWriter(path: path)
    defer { writer.close() }
    var times: [Double] = []
    for round in 0..<4 {
      let items = try Boards.activities(reader, limit: count)
      let next: Department? = round % 2 == 0 ? nil : .sales
      let before = writer.cost.statements
      let (time, outcome) = Clock.milliseconds {
        writer.save(Acts.assign(items, to: next), as: "probe")
      }
      guard case .saved = outcome else { throw Failure(text: "\(outcome)") }
      times.append(time)
      if round == 0 { print("assign-statements", writer.cost.statements - before) }
    }
    print("assign-ms", Clock.percentile(times, 50))
  }
}
