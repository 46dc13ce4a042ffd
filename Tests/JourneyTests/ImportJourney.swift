import Glibc
import PlanModel
import TestSupport
import Testing

/// An agency's list comes in by the preview, and goes again as one step.
@Suite struct ImportJourney {
  private static let list = """
    活动名称,主办部门,开始日期,区域,费用类别,预算（万元）
    国庆大促,市场部,10月1日,华东,digital,12.5
    双十一直播,销售部,11月1日,火星,digital,30

    """

  @Test func aListIsMendedImportedAndTakenBack() throws {
    let board = try TemporaryBoard(.demo)
    let file = "\(board.path)-agency.csv"
    defer { unlink(file) }
    // As Excel in China saves it.
    try TestFiles.write(Self.inGBK(Self.list), to: file)
    let me = try Session(board)
    try me.keys(":")
    try me.type("import")
    try me.keys("Enter")
    try me.see("导入文件")
    try me.type(file)
    try me.keys("Enter")
    try me.see("GB18030，逗号", "有 1 处读不了", "3:4 区域 “火星”")
    try me.keys("Ctrl-s")
    try me.see("有 1 处读不了；改含义或改文件")
    // The cursor goes to the column of the fault, and that column is left out.
    try me.keys("Tab Tab x")
    try me.see("将新建 2 项")
    try me.keys("Ctrl-s")
    try me.see("：新建 2 项   u 撤销", "国庆大促", not: ["读作"])
    #expect(try board.item("A41")?.title(.chinese) == "国庆大促")
    #expect(try board.item("A42")?.money.plan == 300_000_00)
    try me.keys("u")
    try me.see("已撤销：导入 ", not: ["▸A41"])
    #expect(try board.item("A41")?.isGone == true)
    // What was taken back can come again.
    try me.keys("g i")
    try me.see("导入文件")
    try me.type(file)
    try me.keys("Enter")
    try me.see("有 1 处读不了")
    try me.keys("q")
    try me.see("A30", not: ["读不了"])
    try me.quit()
  }

  /// Nothing that may never end is opened, and no file keeps the program alive.
  @Test func aPipeIsRefusedAndASignalEndsTheProgram() throws {
    let board = try TemporaryBoard(.demo)
    let pipe = "\(board.path)-pipe.csv"
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let me = try Session(board)
    try me.keys("g i")
    try me.see("导入文件")
    try me.type(pipe)
    try me.keys("Enter")
    try me.see("不是普通文件")
    kill(try me.pid(), SIGTERM)
    _ = try me.waitForEnd()
  }

  private static func inGBK(_ text: String) -> [UInt8] {
    let handle = iconv_open("GBK", "UTF-8")
    defer { iconv_close(handle) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2)
    return input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, left) = (source.baseAddress, source.count)
        var (to, room) = (target.baseAddress, target.count)
        _ = iconv(handle, &from, &left, &to, &room)
        return target[..<(target.count - room)].map { UInt8(bitPattern: $0) }
      }
    }
  }
}
