import PlanModel

/// The table of actions: the one place that knows their names and keys.
public enum Actions {
  public static let all: [Action] = [
    Action(.up, .move, Words("上移", "Up"), keys: ["k", "Up"]),
    Action(.down, .move, Words("下移", "Down"), keys: ["j", "Down"]),
    Action(.left, .move, Words("左移", "Left"), keys: ["h", "Left"]),
    Action(.right, .move, Words("右移", "Right"), keys: ["l", "Right"]),
    Action(.first, .move, Words("第一行", "First row"), keys: ["g g", "Home"]),
    Action(.last, .move, Words("最后一行", "Last row"), keys: ["G", "End"]),
    Action(.pageDown, .move, Words("下一页", "Page down"), keys: ["Ctrl-f", "PgDn"]),
    Action(.pageUp, .move, Words("上一页", "Page up"), keys: ["Ctrl-b", "PgUp"]),
    Action(.nextPane, .move, Words("下一栏", "Next pane"), keys: ["Tab"]),
    Action(.previousPane, .move, Words("上一栏", "Previous pane"), keys: ["Shift-Tab"]),

    Action(.goTrends, .go, Words("趋势", "Trends"), keys: ["1", "g 1"]),
    Action(.goTargets, .go, Words("目标", "Targets"), keys: ["2", "g 2"]),
    Action(.goActivities, .go, Words("活动", "Activities"), keys: ["3", "g 3"]),
    Action(.previousPeriod, .go, Words("上一季", "Previous quarter"), keys: ["["]),
    Action(.nextPeriod, .go, Words("下一季", "Next quarter"), keys: ["]"]),
    Action(.previousYear, .go, Words("上一年", "Previous year"), keys: ["{"]),
    Action(.nextYear, .go, Words("下一年", "Next year"), keys: ["}"]),
    Action(.goBudget, .go, Words("预算", "Budget"), keys: ["g b"]),
    Action(.goTargetFigures, .go, Words("目标分解", "Target figures"), keys: ["g y"]),
    Action(.goTrendFigures, .go, Words("趋势图表", "Trend figures"), keys: ["g t"]),
    Action(.goCheck, .go, Words("检查", "Check"), keys: ["g c"]),
    Action(.goReview, .go, Words("评审", "Review"), keys: ["g r"]),
    Action(.goLog, .go, Words("变更记录", "Log"), keys: ["g l"]),
    Action(.goBin, .go, Words("回收站", "Bin"), keys: ["g d"]),
    Action(.goLists, .go, Words("计划板与列表", "Board and lists"), keys: ["g p"]),
    Action(.goImport, .go, Words("导入文件…", "Import a file…"), keys: ["g i"]),
    Action(.back, .go, Words("回到来处", "Where one came from"), keys: ["Ctrl-o"]),

    Action(
      .open, .look, Words("打开", "Open"), footer: Words("打开", "open"), keys: ["Enter"]),
    Action(.narrow, .look, Words("显示全部 / 只看相关", "All / only what belongs"), keys: ["a"]),
    Action(.zoom, .look, Words("放大本栏", "This pane only"), keys: ["z"]),
    Action(
      .allScreens, .look, Words("全部屏幕的按键", "Keys of all screens"),
      footer: Words("全部屏幕", "all screens"), keys: ["Tab"]),
    Action(
      .filter, .look, Words("筛选", "Filter"), footer: Words("筛选", "filter"), keys: ["/"]),
    Action(
      .fold, .look, Words("展开、折叠", "Open, fold"), footer: Words("折叠", "fold"), keys: ["Space"]),
    Action(.openItem, .look, Words("打开整项", "Open the item whole"), keys: ["o"]),
    Action(.foldAll, .look, Words("全部展开、折叠", "Open all, fold all"), keys: ["z"]),
    Action(
      .chooseColumns, .look, Words("列与分组…", "Columns and grouping…"),
      footer: Words("列与分组", "columns"), keys: ["v"]),
    Action(
      .chooseInterval, .look, Words("按月、季、半年、年…", "Months, quarters, half-years, year…"),
      footer: Words("期间", "periods"), keys: ["v"]),
    Action(.nextHit, .look, Words("下一个", "Next hit"), keys: ["Ctrl-n"]),
    Action(.previousHit, .look, Words("上一个", "Previous hit"), keys: ["Ctrl-p"]),
    Action(.clear, .look, Words("清除筛选和标记", "Clear filter and marks"), keys: ["Esc"]),

    Action(
      .nextItem, .move, Words("下一项", "Next item"), footer: Words("下一项", "next"),
      keys: ["Right", "l"]),
    Action(
      .previousItem, .move, Words("上一项", "Previous item"), footer: Words("上一项", "back"),
      keys: ["Left", "h"]),
    Action(.findItem, .look, Words("去哪一项…", "Go to an item…"), keys: ["/"]),
    Action(.beginAnew, .look, Words("从今天重新开始", "Begin anew today"), keys: ["N"]),
    Action(
      .reviewOptions, .look, Words("次序与范围…", "Order and choice…"),
      footer: Words("次序", "order"), keys: ["v"]),
    Action(
      .acceptNext, .change, Words("继续，到下一项", "Goes on, and to the next"),
      footer: Words("认可", "fine"), keys: ["Space"]),
    Action(
      .acceptFine, .change, Words("认可所有正常的项…", "Accept all that is fine…"), keys: ["A"]),
    Action(.decideGoOn, .change, Words("继续", "Go on"), keys: ["1"]),
    Action(.decideChange, .change, Words("调整", "Change"), keys: ["2"]),
    Action(.decideMove, .change, Words("顺延到下季", "Move to next quarter"), keys: ["3"]),
    Action(.decideStop, .change, Words("停止", "Stop"), keys: ["4"]),
    Action(.setForecast, .change, Words("改预计", "Forecast"), keys: ["f"]),
    Action(.entrust, .change, Words("指派", "Assign"), keys: ["o"]),
    Action(.carryOut, .change, Words("已办", "Done"), keys: ["D"]),

    Action(.new, .change, Words("新建", "New"), footer: Words("新建", "new"), keys: ["n"]),
    Action(.edit, .change, Words("编辑", "Edit"), footer: Words("编辑", "edit"), keys: ["e"]),
    Action(
      .toMarketing, .change, Words("交市场部", "Assign to marketing"),
      footer: Words("交市场部", "to marketing"), keys: ["m"]),
    Action(
      .toSales, .change, Words("交销售部", "Assign to sales"),
      footer: Words("交销售部", "to sales"), keys: ["s"]),
    Action(.toNobody, .change, Words("改为未定", "Assign to nobody"), keys: ["-"]),
    Action(.owner, .change, Words("指派给…", "Assign to a person…"), keys: ["o"]),
    Action(
      .status, .change, Words("改状态…", "Status…"), footer: Words("状态", "status"), keys: ["t"]),
    Action(.comment, .change, Words("留言", "Comment"), keys: ["c"]),
    Action(
      .budget, .change, Words("预算", "Budget"), footer: Words("预算", "budget"), keys: ["b"]),
    Action(.copyPeriod, .change, Words("复制到本季…", "Copy into this quarter…"), keys: ["C"]),
    Action(.bin, .change, Words("放入回收站", "To the bin"), keys: ["d d"]),
    Action(
      .restore, .change, Words("还原", "Restore"), footer: Words("还原", "restore"), keys: ["r"]),
    Action(
      .accept, .change, Words("有意为之，写原因", "Intended, with a reason"),
      footer: Words("有意为之", "intended"), keys: ["i"]),
    Action(
      .cellEdit, .change, Words("修改金额", "Edit the amount"), footer: Words("修改", "edit"),
      keys: ["e", "F2", "Enter"]),
    Action(.cellClear, .change, Words("清空金额", "Clear the amount"), keys: ["Delete", "x"]),
    Action(
      .newLine, .change, Words("新费用项", "New expense line"), footer: Words("新费用项", "new line"),
      keys: ["n"]),
    Action(.binLine, .change, Words("删除费用项", "Remove the expense line"), keys: ["d d"]),
    Action(
      .spread, .change, Words("分摊…", "Spread…"), footer: Words("分摊", "spread"), keys: ["S"]),
    Action(
      .hold, .change, Words("锁住、放开格子", "Hold, release the cell"), footer: Words("锁住", "hold"),
      keys: ["H"]),
    Action(
      .moveMoney, .change, Words("调剂…", "Move money…"), footer: Words("调剂", "move money"),
      keys: ["M"]),
    Action(.cutMoney, .change, Words("追减…", "Cut…"), keys: ["X"]),
    Action(.envelope, .change, Words("本季额度与机动…", "What the quarter may spend…"), keys: ["E"]),
    Action(.placeholder, .change, Words("待细分的费用项", "Line without detail yet"), keys: ["P"]),
    Action(.cellNote, .change, Words("批注", "Note on the cell"), keys: ["N"]),
    Action(.cellHistory, .look, Words("这一格的变更", "History of the cell"), keys: ["L"]),
    Action(.renameLine, .change, Words("费用项改名", "Rename the expense line"), keys: ["R"]),
    Action(.lineUp, .change, Words("费用项上移", "Expense line up"), keys: ["K"]),
    Action(.lineDown, .change, Words("费用项下移", "Expense line down"), keys: ["J"]),
    Action(.undo, .change, Words("撤销", "Undo"), footer: Words("撤销", "undo"), keys: ["u"]),
    Action(.redo, .change, Words("重做", "Redo"), keys: ["Ctrl-r"]),
    Action(.repeatLast, .change, Words("重复", "Repeat"), keys: ["."]),

    Action(
      .chooseMeaning, .change, Words("这一列读作…", "What the column becomes…"),
      footer: Words("读作", "becomes"), keys: ["Enter", "e"]),
    Action(
      .leaveOut, .change, Words("不导入这一列", "Leave the column out"), footer: Words("不要", "leave out"),
      keys: ["x", "Delete"]),
    Action(
      .setConstant, .change, Words("各行同一个值…", "A value for all rows…"),
      footer: Words("同值", "for all"), keys: ["="]),
    Action(.chooseKind, .change, Words("每行是哪一类…", "What each row is…"), keys: ["K"]),
    Action(.dateOrder, .change, Words("日期的年月日顺序", "Order of dates"), keys: ["D"]),
    Action(.emptyWords, .change, Words("哪些词等于空…", "Words for nothing…"), keys: ["E"]),
    Action(.useMapping, .change, Words("用保存的映射…", "Use a kept mapping…"), keys: ["m"]),
    Action(
      .keepMapping, .change, Words("保存映射…", "Keep the mapping…"), footer: Words("保存映射", "keep"),
      keys: ["M"]),
    Action(
      .updateExisting, .change, Words("已有内容：不动、改写、相加", "What is there: leave, replace, add"),
      footer: Words("已有", "there"), keys: ["U"]),
    Action(
      .columnWords, .change, Words("这一列的词…", "Words of the column…"), footer: Words("词", "words"),
      keys: ["W"]),
    Action(
      .fileEncoding, .change, Words("文件的编码…", "How characters are written…"),
      footer: Words("编码", "encoding"), keys: ["C"]),
    Action(
      .fileHeading, .change, Words("有没有列标题行", "Whether there is a heading line"),
      footer: Words("标题行", "headings"), keys: ["H"]),
    Action(
      .titleLines, .change, Words("列标题之上略过几行…", "Lines above the headings…"),
      footer: Words("略过", "above"), keys: ["L"]),
    Action(
      .importReason, .change, Words("导入的原因…", "Why it is imported…"), footer: Words("原因", "why"),
      keys: ["R"]),
    Action(.chooseFile, .change, Words("另选文件…", "Another file…"), keys: ["o"]),
    Action(
      .importNow, .change, Words("导入", "Import"), footer: Words("导入", "import"), keys: ["Ctrl-s"]),

    Action(.mark, .many, Words("标记", "Mark"), keys: ["x"]),
    Action(.markRange, .many, Words("标记区间", "Mark a range"), keys: ["V"]),
    Action(.yank, .many, Words("复制", "Copy"), keys: ["y"]),
    Action(
      .chooseRange, .many, Words("选区", "Choose a range"), footer: Words("选区", "range"),
      keys: ["V"]),
    Action(
      .yankCells, .many, Words("复制选区", "Copy the range"), footer: Words("复制", "copy"), keys: ["y"]
    ),
    Action(
      .pasteCells, .many, Words("粘贴到格子里", "Paste into the cells"), footer: Words("粘贴", "paste"),
      keys: ["p"]),
    Action(.fillDown, .many, Words("向下填充", "Fill down"), keys: ["f j", "f Down"]),
    Action(.fillRight, .many, Words("向右填充", "Fill right"), keys: ["f l", "f Right"]),
    Action(
      .fillLastYear, .many, Words("按去年填充…", "Fill from last year…"), keys: ["f y"]),
    Action(.extendUp, .move, Words("选区向上", "Range up"), keys: ["Shift-Up"]),
    Action(.extendDown, .move, Words("选区向下", "Range down"), keys: ["Shift-Down"]),
    Action(.extendLeft, .move, Words("选区向左", "Range left"), keys: ["Shift-Left"]),
    Action(.extendRight, .move, Words("选区向右", "Range right"), keys: ["Shift-Right"]),
    Action(.paste, .many, Words("粘贴到本季", "Paste into this quarter"), keys: ["p"]),

    Action(
      .palette, .program, Words("命令", "Commands"), footer: Words("命令", "commands"), keys: [":"]),
    Action(.help, .program, Words("帮助", "Help"), footer: Words("帮助", "help"), keys: ["?"]),
    Action(
      .quit, .program, Words("返回、退出", "Back, quit"), footer: Words("返回", "back"), keys: ["q"]),
    Action(.redraw, .program, Words("重画屏幕", "Redraw"), keys: ["Ctrl-l"]),
    Action(.suspend, .program, Words("挂起", "Suspend"), keys: ["Ctrl-z"]),
  ]

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  public static func action(_ id: ActionID) -> Action {
    byID[id] ?? Action(id, .program, Words(id.rawValue, id.rawValue), keys: [])
  }
}
