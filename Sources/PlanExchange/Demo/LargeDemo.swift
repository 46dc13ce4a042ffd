import PlanModel

/// A board of any size, always the same for the same size: for trying out and for measuring.
public enum LargeDemo {
  /// A board of so many activities (at least one) with three expense lines each over one quarter,
  /// a yearly target for every fifty and a trend for every five hundred of them.
  ///
  /// - Throws: ``FileFault`` where the embedded lists can't be read.
  public static func board(activities: Int) throws -> NewBoard {
    var reader = DemoReader(plan: try JSONCursor.parse(PackageResources.plan_json))
    reader.readLists()
    var settings = reader.settings
    settings[.title] = .text("长江家具（\(activities)项活动）")
    settings[.titleEn] = .text("Changjiang Furniture (\(activities) activities)")
    var maker = LargeDemoMaker(reader: reader, activities: max(activities, 1))
    return NewBoard(settings: settings) { maker.next() }
  }
}

/// Makes the chunks of a large board one after the other.
struct LargeDemoMaker {
  static let chunk = 200

  var reader: DemoReader
  let activityCount: Int
  let targetCount: Int
  let trendCount: Int
  var chance = Chance(state: 3)
  var trends: [ItemID] = []
  var targets: [ItemID] = []
  var made = 0
  let people: [PersonID]

  init(reader: DemoReader, activities: Int) {
    self.reader = reader
    activityCount = activities
    targetCount = max(activities / 50, 1)
    trendCount = activities / 500 + 1
    people = reader.people.sorted { $0.key < $1.key }.map(\.value)
  }

  mutating func next() -> [Change]? {
    if trends.count < trendCount {
      repeat { makeTrend() } while trends.count < trendCount && trends.count % Self.chunk != 0
    } else if targets.count < targetCount {
      repeat { makeTarget() } while targets.count < targetCount && targets.count % Self.chunk != 0
    } else if made < activityCount {
      repeat { makeActivity() } while made < activityCount && made % Self.chunk != 0
      if made == activityCount { reader.readStates() }
    } else {
      return nil
    }
    return reader.composer.take()
  }

  private func word(_ kind: ListKind, _ code: String) -> Value {
    Value(reader.entries[kind]?[code])
  }

  private mutating func makeTrend() {
    let number = trends.count + 1
    let id = reader.composer.item(.trend, number: Int64(number))
    trends.append(id)
    let region = chance.pick(LargeDemoWords.regions)
    let subject = chance.pick(LargeDemoWords.trends)
    set(id, .title, .text("\(region.zh)\(subject.zh)(\(number))"))
    set(id, .titleEn, .text("\(subject.en), \(region.en) (\(number))"))
    set(id, .lead, .integer(chance.below(3) == 0 ? 2 : 1))
    set(id, .position, .integer(Int64(number)))
    set(id, .unit, word(.unit, "%"))
    set(id, .source, .text("行业年报与自有调研"))
    set(id, .confidence, .integer(Int64(chance.below(3) + 1)))
    set(id, .checked, .integer(20_260_700 + Int64(chance.below(4) * 100 + chance.below(28) + 1)))
    set(id, .region, word(.region, region.code))
    let line = reader.composer.line(
      of: id, [.unit: .text("%"), .scale: .integer(2), .position: .integer(1)])
    var value = Int64(chance.below(4_000) + 1_000)
    for year in 2023...2025 {
      cell(line, .actual, Period(year: year), value)
      value += Int64(chance.below(300))
    }
    for year in 2026...2028 {
      let spread = Int64(chance.below(60) + 20) * Int64(year - 2025)
      cell(line, .base, Period(year: year), value)
      cell(line, .low, Period(year: year), value - spread)
      cell(line, .forecast, Period(year: year), value + Int64(chance.below(100)) - 50)
      cell(line, .high, Period(year: year), value + spread)
      value += Int64(chance.below(300))
    }
  }

  private mutating func makeTarget() {
    let number = targets.count + 1
    let id = reader.composer.item(.target, number: Int64(number))
    targets.append(id)
    let region = chance.pick(LargeDemoWords.regions)
    let goal = chance.pick(LargeDemoWords.goals)
    set(id, .title, .text("\(region.zh)\(goal.zh)(\(number))"))
    set(id, .titleEn, .text("\(goal.en), \(region.en) (\(number))"))
    set(id, .lead, .integer(Int64(chance.below(2) + 1)))
    set(id, .owner, .integer(chance.pick(people)))
    set(id, .period, .integer(Period(year: 2026).rawValue))
    set(id, .position, .integer(Int64(number)))
    set(id, .measure, word(.measure, goal.code))
    set(id, .unit, word(.unit, "CNY"))
    set(id, .better, .integer(1))
    set(id, .addsUp, .integer(1))
    set(id, .rhythm, .integer(1))
    set(id, .ceiling, .integer(Int64(chance.below(400) + 300) * 1_000_000))
    set(id, .region, word(.region, region.code))
    link(id, to: trends)
    let line = reader.composer.line(
      of: id,
      [
        .unit: .text("CNY"), .scale: .integer(2), .addsUp: .integer(1), .better: .integer(1),
        .position: .integer(1),
      ])
    var total: Int64 = 0
    for month in 1...12 {
      let amount = Int64(chance.below(900) + 100) * 1_000_000
      total += amount
      let period = Period(year: 2026, month: month)
      cell(line, .plan, period, amount)
      if month <= 10 {
        cell(line, .actual, period, amount / 100 * Int64(chance.below(30) + 85))
      }
    }
    cell(line, .plan, Period(year: 2026), total)
  }

  private mutating func makeActivity() {
    made += 1
    let id = reader.composer.item(.activity, number: Int64(made))
    let region = chance.pick(LargeDemoWords.regions)
    let product = chance.pick(LargeDemoWords.products)
    let deed = chance.pick(LargeDemoWords.deeds)
    let quarter = Period(year: 2026, quarter: (made - 1) % 4 + 1)
    let days = reader.calendar.days(of: quarter)
    let start = days.lowerBound.adding(days: chance.below(80))
    let end = start.adding(days: chance.below(30) + 1)
    let status = chance.status(in: quarter.part)
    set(id, .title, .text("\(region.zh)\(product.zh)\(deed.zh)(\(made))"))
    set(id, .titleEn, .text("\(product.en) \(deed.en), \(region.en) (\(made))"))
    set(id, .lead, chance.below(40) == 0 ? .none : .integer(deed.stage <= 3 ? 1 : 2))
    set(id, .owner, .integer(chance.pick(people)))
    set(id, .period, .integer(quarter.rawValue))
    set(id, .start, .integer(start.rawValue))
    set(id, .end, .integer(end.rawValue))
    set(id, .status, .integer(status.rawValue))
    set(id, .stage, .integer(deed.stage))
    set(id, .priority, .integer(Int64(chance.below(3) + 1)))
    set(id, .region, word(.region, region.code))
    set(id, .product, word(.product, product.code))
    set(id, .channel, word(.channel, chance.pick(["dealer", "online", "project"])))
    link(id, to: targets)
    let first = chance.below(LargeDemoWords.categories.count)
    for position in 0..<3 {
      let count = LargeDemoWords.categories.count
      makeLine(
        of: id, LargeDemoWords.categories[(first + position * 4) % count], position: position + 1,
        months: reader.calendar.months(of: quarter), status: status)
    }
  }

  private mutating func makeLine(
    of id: ItemID, _ category: String, position: Int, months: [Period], status: Status
  ) {
    let line = reader.composer.line(
      of: id,
      [
        .code: .text(category), .category: word(.category, category), .scale: .integer(2),
        .position: .integer(Int64(position)),
      ])
    for month in months {
      let plan = Int64(chance.below(600) + 10) * 10_000
      let isClosed = month <= (reader.closedTo ?? Period(year: 2026))
      let actual = isClosed ? plan / 100 * Int64(chance.below(20) + 90) : 0
      let isOrdered = status == .running || status == .done
      let committed = isOrdered ? plan / 100 * Int64(chance.below(isClosed ? 5 : 70)) : 0
      cell(line, .approved, month, plan)
      cell(line, .plan, month, plan)
      if isClosed { cell(line, .forecast, month, committed + actual) }
      cell(line, .committed, month, committed)
      cell(line, .actual, month, actual)
    }
  }

  private mutating func link(_ child: ItemID, to parents: [ItemID]) {
    let main = chance.pick(parents)
    reader.composer.set(.link(parent: main, child: child), .integer(1))
    let other = chance.pick(parents)
    if other != main, chance.below(4) == 0 {
      reader.composer.set(.link(parent: other, child: child), .integer(0))
    }
  }

  private mutating func set(_ id: ItemID, _ field: Field, _ value: Value) {
    reader.composer.set(.item(id, field), value)
  }

  private mutating func cell(_ line: LineID, _ column: Column, _ period: Period, _ amount: Int64) {
    reader.composer.set(.figure(line, column, period), .integer(amount))
  }
}
