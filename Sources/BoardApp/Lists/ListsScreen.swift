import PlanModel
import TextCanvas

/// The board's settings, people and lists, each in its own words and changeable here.
enum ListsScreen {
  static let screen = Screen(
    id: .lists, title: Words("计划板与列表", "Board and lists"),
    actions: [.edit, .new, .toMarketing, .toSales, .toNobody, .bin] + ListState.moves,
    unavailable: unavailable,
    reduce: { state, id, _ in
      let count = state.lists.rows.count
      if state.lists.list.move(id, count: count, height: ListState.height(state)) { return [] }
      guard let row = current(state) else { return [] }
      switch id {
      case .edit: edit(&state, row)
      case .new: add(&state, row)
      case .toMarketing: return assign(state, row, .marketing)
      case .toSales: return assign(state, row, .sales)
      case .toNobody: return assign(state, row, nil)
      case .bin: return bin(state, row)
      default: break
      }
      return []
    },
    refresh: { state, _ in
      state.lists.rows = ListsRow.all(state.board)
      state.lists.list.settle(
        count: state.lists.rows.count, height: ListState.height(state))
    },
    draw: ListsView.draw)

  static func current(_ state: AppState) -> ListsRow? {
    state.lists.rows.indices.contains(state.lists.list.index)
      ? state.lists.rows[state.lists.list.index] : nil
  }

  private static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    switch (id, current(state)) {
    case (.toMarketing, .person), (.toSales, .person), (.toNobody, .person): return nil
    case (.toMarketing, _), (.toSales, _), (.toNobody, _):
      return Words("部门属于成员；先选一个人", "Departments belong to people; choose one first")
    case (.bin, .entry), (.bin, .person): return nil
    case (.bin, _): return Words("这一行不能删除", "This line can't be removed")
    case (.edit, .setting), (.edit, .person), (.edit, .entry): return nil
    case (.edit, _): return Words("n 在这里新增一项", "n adds one here")
    default: return nil
    }
  }

  private static func edit(_ state: inout AppState, _ row: ListsRow) {
    switch row {
    case .setting(let setting):
      let text = SettingText.text(setting, state)
      state.overlays.append(
        InputLine(
          prompt: Words("\(SettingText.name(setting).zh) ›", "\(SettingText.name(setting).en) ›"),
          text: text
        ) {
          typed, state, _ in
          do throws(Refusal) {
            let now = try SettingText.parse(setting, typed)
            let edit = Acts.setting(setting, was: state.board.settings[setting] ?? .none, now: now)
            return edit.changes.isEmpty ? [] : [.save(edit, Purpose(typed: typed))]
          } catch {
            state.refuse(error.words)
            return []
          }
        })
    case .entry(let id):
      guard let entry = state.board.entries[id] else { return }
      state.overlays.append(
        names(
          Words("\(entry.code)：中文 | English ›", "\(entry.code): 中文 | English ›"), entry.zh, entry.en
        ) { zh, en in
          Acts.renameEntry(entry, zh: zh, en: en)
        })
    case .person(let id):
      guard let person = state.board.people[id] else { return }
      state.overlays.append(
        names(
          Words("\(person.name)：中文 | English ›", "\(person.name): 中文 | English ›"), person.zh,
          person.en
        ) { zh, en in
          Acts.together(
            .settings,
            [
              Acts.editPerson(person, .zh, was: Value(person.zh), now: Value(zh)),
              Acts.editPerson(person, .en, was: Value(person.en), now: Value(en)),
            ])
        })
    default: break
    }
  }

  private static func names(
    _ prompt: Words, _ zh: String, _ en: String,
    _ make: @escaping @Sendable (String, String) -> Edit
  ) -> InputLine {
    InputLine(prompt: prompt, text: "\(zh) | \(en)") { typed, _, _ in
      let parts = split(typed)
      let edit = make(parts.first ?? "", parts.count > 1 ? parts[1] : "")
      return edit.changes.isEmpty ? [] : [.save(edit, Purpose(typed: typed))]
    }
  }

  private static func add(_ state: inout AppState, _ row: ListsRow) {
    let kind: ListKind? =
      switch row {
      case .entry(let id): state.board.entries[id]?.list
      case .new(let kind): kind
      default: nil
      }
    let prompt = Words("代码 | 中文 | English ›", "code | 中文 | English ›")
    state.overlays.append(
      InputLine(prompt: prompt) { typed, state, _ in
        let parts = split(typed)
        guard let code = parts.first, isCode(code) else {
          state.refuse(
            Words("代码用小写字母、数字、- 和 _", "A code is made of small letters, digits, - and _"))
          return []
        }
        let zh = parts.count > 1 ? parts[1] : ""
        let en = parts.count > 2 ? parts[2] : ""
        let edit: Edit
        if let kind {
          guard state.board.entry(kind, code: code) == nil else {
            state.refuse(Words("已有 \(code)", "There is \(code) already"))
            return []
          }
          let position = (state.board.list(kind).map(\.position).max() ?? 0) + 1
          edit = Acts.newEntry(
            Entry(id: -1, list: kind, code: code, zh: zh, en: en, position: position))
        } else {
          guard state.board.person(named: code) == nil else {
            state.refuse(Words("已有 \(code)", "There is \(code) already"))
            return []
          }
          edit = Acts.newPerson(Person(id: -1, name: code, zh: zh, en: en))
        }
        return [
          .save(
            edit,
            Purpose(notice: Words("已新增 \(code)   u 撤销", "\(code) added   u undo"), typed: typed))
        ]
      })
  }

  private static func assign(
    _ state: AppState, _ row: ListsRow, _ department: Department?
  ) -> [Effect] {
    guard case .person(let id) = row, let person = state.board.people[id] else { return [] }
    let edit = Acts.editPerson(
      person, .department, was: Value(person.department?.rawValue), now: Value(department?.rawValue)
    )
    return edit.changes.isEmpty ? [] : [.save(edit, Purpose())]
  }

  private static func bin(_ state: AppState, _ row: ListsRow) -> [Effect] {
    let edit: Edit
    switch row {
    case .entry(let id):
      guard let entry = state.board.entries[id] else { return [] }
      edit = Acts.binEntry(entry)
    case .person(let id):
      guard let person = state.board.people[id] else { return [] }
      edit = Acts.editPerson(person, .gone, was: .none, now: .integer(1))
    default: return []
    }
    return [.save(edit, Purpose(notice: Words("已删除   u 撤销", "removed   u undo")))]
  }

  private static func split(_ text: String) -> [String] {
    text.split(separator: "|", omittingEmptySubsequences: false).map {
      Folding.trimmed(String($0))
    }
  }

  private static func isCode(_ text: String) -> Bool {
    !text.isEmpty
      && text.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || "-_".contains($0)
      }
  }
}
