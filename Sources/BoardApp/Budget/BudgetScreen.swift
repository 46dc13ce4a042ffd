import PlanModel

/// The budget: money by month in any arrangement, typed into the cells.
enum BudgetScreen {
  static let screen = Screen(
    id: .budget, title: Words("预算", "Budget"),
    actions: [
      .cellEdit, .newLine, .fold, .spread, .hold, .moveMoney, .chooseRange, .yankCells, .pasteCells,
      .chooseColumns, .filter,
    ]
      + [
        .binLine, .renameLine, .lineUp, .lineDown, .cellClear, .foldAll, .clear, .openItem,
        .comment, .cutMoney, .envelope, .placeholder, .cellNote, .cellHistory, .fillLastYear,
        .fillDown, .fillRight, .extendUp, .extendDown, .extendLeft, .extendRight,
      ] + GridMotion.actions,
    unavailable: BudgetActions.unavailable,
    reduce: BudgetActions.reduce,
    typed: GridEditing.typed,
    refresh: BudgetRead.refresh,
    draw: BudgetView.draw)
}
