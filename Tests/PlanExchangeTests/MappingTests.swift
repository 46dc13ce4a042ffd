import PlanModel
import TestSupport
import Testing

@testable import PlanExchange

struct MappingTests {
  @Test func aMappingIsKeptAsText() throws {
    var mapping = TableMapping()
    mapping.kind = .activity
    try mapping.map("title=活动 名称")
    try mapping.map("lead=部门:MKT=marketing,SLS=sales")
    try mapping.set("year=2026")
    try mapping.set("region=")
    mapping.hasHeading = false
    mapping.empty = ["NA", "-"]
    mapping.dateOrder = .dmy
    mapping.encoding = "gb18030"
    #expect(TableMapping(text: mapping.text) == mapping)
    #expect(TableMapping(text: mapping.text + "\nfuture thing") == mapping)
  }

  @Test func flagsChangeWhatIsKept() throws {
    var kept = TableMapping()
    try kept.map("title=a")
    try kept.map("lead=b")
    try kept.set("year=2025")
    var flags = TableMapping()
    try flags.map("lead=c")
    try flags.set("year=2026")
    let both = kept.changed(by: flags)
    #expect(both.maps.map { "\($0.field)=\($0.column)" } == ["title=a", "lead=c"])
    #expect(both.sets.map(\.value) == ["2026"])
  }

  @Test(arguments: ["title", "=x", "title="]) func flagsThatAreNone(text: String) {
    var mapping = TableMapping()
    #expect(throws: MappingFault.self) { try mapping.map(text) }
  }

  private func preview(_ text: String) throws -> TablePreview {
    try TablePreview.make(
      ByteSource(Array(text.utf8)), for: MemoryBoard(.small()), options: ImportOptions(),
      proposes: true)
  }

  @Test func headingsInChineseProposeTheirFields() throws {
    let preview = try preview(
      """
      活动名称,主办部门,开始日期,结束日期,费用类别,预算（万元）,备注,合同号
      国庆大促,市场部,10月1日,10月7日,广告投放,12.5,x,HT-1

      """)
    #expect(
      preview.columns.map(\.field) == [
        "title", "lead", "start", "end", "category", "plan", "notes", "ref",
      ])
    #expect(preview.mapping.flags.contains { $0 == ("set", "year=2026") })
    #expect(
      preview.rows == [
        ["国庆大促", "marketing", "2026-10-01", "2026-10-07", "广告投放", "125000.00", "x", "HT-1"]
      ])
    #expect(preview.faults.count == 0 && preview.refusal == nil && preview.summary.created == 1)
  }

  @Test func headingsInEnglishProposeTheirFields() throws {
    let preview = try preview(
      """
      Campaign,Dept.,Start date,Owner,Region,Jan,Feb,Mar,Cost type
      Fair,Marketing,12 Jan 2026,wang,East,100,200,,media

      """)
    #expect(
      preview.columns.map(\.field) == [
        "title", "lead", "start", "owner", "region", "plan@2026-01", "plan@2026-02",
        "plan@2026-03", "category",
      ])
    #expect(preview.rows.first?.prefix(3) == ["Fair", "marketing", "2026-01-12"])
  }

  @Test func anExportOfAmountsIsProposedAsOne() throws {
    let preview = try preview("单号,月份,发生额\nPO-1,2026-10,5\n")
    #expect(preview.columns.map(\.field) == ["ref", "month", "amount"])
    #expect(preview.faults.count == 1)
  }

  @Test func whatNobodyCanKnowIsLeftOpen() throws {
    let preview = try preview("名称,预算,神秘\nx,5,y\n")
    #expect(preview.columns.map(\.field) == ["title", nil, nil])
    #expect(preview.columns.map(\.isOpenAmount) == [false, true, false])
  }

  @Test func badCellsAreMarkedInTheFirstRows() throws {
    let preview = try preview("活动,部门\nx,财务部\ny,销售部\n")
    #expect(preview.rows == [["x", "✗ 财务部"], ["y", "sales"]])
    #expect(preview.faults.faults.first?.line == 2)
  }

  @Test func aRowIsKnownAgainWhateverBecameOfItsItem() throws {
    let board = MemoryBoard(.small())
    let text = Array("活动,部门\nx,市场部\nx,市场部\n".utf8)
    func importing() throws -> ImportSummary {
      var options = ImportOptions(kind: .activity)
      try options.mapping.map("title=活动")
      try options.mapping.map("lead=部门")
      let prepared = try TableImport.prepare(text, for: board, options: options)
      var changes: [Change] = []
      while let more = try prepared.next() { changes += more }
      _ = board.save(Edit(.importing, changes), as: "wang")
      return prepared.summary
    }
    #expect(try importing().created == 2)
    #expect(try importing().skipped == 2)
    let first = try #require(ItemCode("A1"))
    let id = try #require(board.id(of: first))
    _ = board.save(
      Edit(.edit, [Change(.item(id, .title), was: .text("x"), now: .text("y"))]), as: "wang")
    #expect(try importing().skipped == 2)
    // What was thrown away comes again.
    _ = board.save(Edit(.bin, [Change(.item(id, .gone), was: .none, now: .integer(1))]), as: "wang")
    #expect(try importing() == Self.summary(created: 1, skipped: 1))
    #expect(try importing().skipped == 2)
  }

  private static func summary(created: Int, skipped: Int) -> ImportSummary {
    var summary = ImportSummary()
    (summary.created, summary.skipped) = (created, skipped)
    return summary
  }
}
