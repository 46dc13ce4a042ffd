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

  /// Encoding, words, a title above the headings: said by keys, and kept with the mapping.
  @Test func howAFileIsWrittenIsSaidByKeys() throws {
    let board = try TemporaryBoard(.demo)
    let file = "\(board.path)-list.csv"
    defer { unlink(file) }
    let list = """
      Planung Zürich,,
      Campaign name,Department,Start date
      Messe Köln,Abt1,2026-10-12
      Händlertag,Abt2,2026-11-02

      """
    // As Excel in Germany saves it.
    try TestFiles.write(list.unicodeScalars.map { UInt8($0.value) }, to: file)
    let me = try Session(board, language: "en")
    try me.keys("g i")
    try me.see("Import a file")
    try me.type(file)
    try me.keys("Enter")
    try me.see("neither UTF-8 nor clearly GB18030", "name it with C")
    try me.keys("C 6")
    try me.see("1 line above the headings left out", "“Abt1”", "2 places can't be read")
    try me.keys("j W")
    try me.see("words of “Department”", "Abt1=,Abt2=")
    try me.keys("Ctrl-u")
    try me.type("Abt1=marketing,Abt2=sales")
    try me.keys("Enter")
    try me.see("2 to create", not: ["Abt1=,Abt2="])
    try me.keys("M")
    try me.type("zurich")
    try me.keys("Enter Ctrl-s")
    try me.see("2 created   u undo", "Messe Köln")
    let kept = try board.reader().mappings()["zurich"] ?? ""
    #expect(kept.contains("encoding windows-1252") && kept.contains("skip-lines 1"), "\(kept)")
    #expect(kept.contains("map lead=Department:abt1=marketing,abt2=sales"), "\(kept)")
    #expect(try board.item("A41")?.lead == .marketing)
    try me.quit()
  }

  /// A large file: Esc stops the look, and the program ends while it reads.
  @Test func aLongLookIsStopped() throws {
    let board = try TemporaryBoard(.demo)
    let file = "\(board.path)-large.csv"
    defer { unlink(file) }
    let row = "国庆大促,市场部,2026-10-01,digital,12.5\n"
    try TestFiles.write(
      Array(("活动名称,主办部门,开始日期,费用类别,预算\n" + String(repeating: row, count: 600_000)).utf8), to: file)
    let me = try Session(board)
    try me.keys("g i")
    try me.see("导入文件")
    try me.type(file)
    try me.keys("Enter")
    try me.see("正在看这个文件")
    try me.keys("Esc")
    try me.see("已停下，没有任何改动")
    // Again, and out in the middle of it.
    try me.keys("g i")
    try me.see("导入文件")
    try me.type(file)
    try me.keys("Enter")
    try me.see("正在看这个文件")
    let start = ContinuousClock.now
    kill(try me.pid(), SIGTERM)
    _ = try me.waitForEnd()
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(try board.isSound())
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
