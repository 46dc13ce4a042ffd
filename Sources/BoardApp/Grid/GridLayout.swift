/// Where the parts of a screen with a grid lie: the detail is lower than that of lists.
struct GridLayout {
  let layout: Layout
  /// Rows of the detail with its head.
  let detailRows: Int

  /// - Parameter rows: how many the detail needs at most.
  init(_ state: AppState, detail rows: Int = 5) {
    layout = Layout(state)
    detailRows = min(rows, layout.detailRows)
  }

  var detailTop: Int { layout.notice - detailRows }
  /// The row of sums.
  var totals: Int { max(5, detailTop - 1) }
}
