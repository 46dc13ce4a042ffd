import PlanModel
import TextCanvas

/// The bin: what was taken away and can come back.
enum BinScreen {
  static let screen = Screen(
    id: .bin, title: Words("回收站", "Bin"), actions: [.restore] + ListState.moves,
    unavailable: { state, id in
      id == .restore && state.bin.loaded.rows.isEmpty
        ? Words("回收站是空的", "The bin is empty") : nil
    },
    reduce: { state, id, _ in
      let items = state.bin.loaded.rows
      if state.bin.list.move(id, count: items.count, height: ListState.height(state)) { return [] }
      guard id == .restore, items.indices.contains(state.bin.list.index) else { return [] }
      let item = items[state.bin.list.index]
      return [
        .save(
          Acts.restore([item]),
          Purpose(notice: Words("\(item.code) 已还原   u 撤销", "\(item.code) restored   u undo")))
      ]
    },
    refresh: { state, reader in
      try state.bin.loaded.refresh(0, revision: state.revision) { _ in try reader.binned(limit: 500)
      }
      state.bin.list.settle(count: state.bin.loaded.rows.count, height: ListState.height(state))
    },
    draw: draw)

  private static func draw(_ state: AppState, _ canvas: inout Canvas) {
    let language = state.language
    let items = state.bin.loaded.rows
    Chrome.head(
      &canvas, row: 1, column: 0, width: state.columns, title: Words("回收站", "Bin")(language),
      right: "\(items.count)", focused: true)
    for (offset, item) in items.dropFirst(state.bin.list.top).prefix(ListState.height(state))
      .enumerated()
    {
      let row = 3 + offset
      let isHere = state.bin.list.top + offset == state.bin.list.index
      canvas.put(isHere ? "▸" : " ", row: row, column: 0, role: .key)
      canvas.put(item.code.description, row: row, column: 1, role: .dim, width: 6)
      let lead = LeadSign.of(item, language)
      canvas.put(lead.text, row: row, column: 7, role: lead.role)
      canvas.put(
        TextFit.cut(item.title(language), columns: max(0, state.columns - 26)), row: row,
        column: 8 + LeadSign.width(language), role: isHere ? .strong : .text)
      canvas.put(
        item.period?.description ?? "", row: row, column: max(0, state.columns - 10), role: .dim)
    }
    if items.isEmpty {
      canvas.put(
        Words("回收站是空的；d d 把一项放进来", "The bin is empty; d d puts an item here")(language), row: 3,
        column: 2, role: .dim)
    }
  }
}

/// What the bin knows.
struct BinState: Sendable {
  var list = ListState()
  var loaded = Loaded<Int, [Item]>([])
}
