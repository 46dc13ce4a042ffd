import PlanModel
import TextCanvas

/// A file before it lands: what its columns become, how its first rows are read, what is wrong.
enum ImportScreen {
  static let screen: Screen = {
    var screen = table
    screen.footer = [
      .chooseMeaning, .importNow, .leaveOut, .setConstant, .columnWords, .fileEncoding,
      .fileHeading, .titleLines, .updateExisting, .importReason, .keepMapping, .undo, .help, .quit,
    ]
    screen.footerWords = [
      .leaveOut: Words("不要", "out"), .setConstant: Words("同值", "all"),
    ]
    return screen
  }()

  private static let table = Screen(
    id: .importing, title: Words("导入", "Import"),
    actions: [
      .chooseMeaning, .importNow, .setConstant, .leaveOut, .columnWords, .keepMapping, .useMapping,
      .chooseKind, .dateOrder, .emptyWords, .fileEncoding, .fileHeading, .titleLines,
      .updateExisting, .importReason, .nextPane, .chooseFile, .clear,
    ] + ListState.moves,
    unavailable: unavailable, reduce: reduce,
    refresh: { state, reader in
      state.importing.mappings = try reader.mappings().keys.sorted()
      state.importing.columns.settle(
        count: state.importing.preview?.columns.count ?? 0,
        height: ImportLayout(state).columns.count)
      state.importing.faults.settle(
        count: state.importing.preview?.faults.count ?? 0,
        height: ImportLayout(state).faults.count)
    },
    draw: ImportView.draw)

  private static func unavailable(_ state: AppState, _ id: ActionID) -> Words? {
    let importing = state.importing
    // What works on every screen leaves this one, too, also while a file is looked at.
    guard screen.actions.contains(id) else { return nil }
    if ListState.moves.contains(id) || id == .chooseFile || id == .clear { return nil }
    guard let preview = importing.preview else {
      return importing.isLooking
        ? Words("还在看这个文件", "Still looking at the file")
        : Words("先选一个文件：g i", "Choose a file first: g i")
    }
    switch id {
    case .chooseMeaning, .leaveOut:
      return importing.column == nil ? Words("这里没有列", "There are no columns here") : nil
    case .columnWords:
      guard let column = importing.column, importing.request?.fields[column.number] != nil else {
        return Words("先用 Enter 说这一列读作什么", "Enter says first what the column becomes")
      }
      return nil
    case .useMapping:
      return importing.mappings.isEmpty
        ? Words("还没有保存过映射；M 保存", "No mapping is kept yet; M keeps one") : nil
    case .nextPane: return preview.faults.isEmpty ? Words("没有问题", "Nothing is wrong") : nil
    case .importNow:
      if importing.isBusy {
        return Words("还在看这个文件", "Still looking at the file")
      }
      if let refusal = preview.refusal { return refusal }
      guard preview.faultCount == 0 else {
        return Words(
          "有 \(preview.faultCount) 处读不了；改含义或改文件",
          "\(Plural.count(preview.faultCount, "place")) can't be read; change the meaning or mend the file"
        )
      }
      return nil
    default: return nil
    }
  }

  private static func reduce(
    _ state: inout AppState, _ id: ActionID, _ environment: Environment
  ) -> [Effect] {
    let layout = ImportLayout(state)
    if state.importing.isInFaults {
      let count = state.importing.preview?.faults.count ?? 0
      if state.importing.faults.move(id, count: count, height: layout.faults.count) {
        stand(on: state.importing.faults.index, &state)
        return []
      }
    } else {
      let count = state.importing.preview?.columns.count ?? 0
      if state.importing.columns.move(id, count: count, height: layout.columns.count) { return [] }
    }
    switch id {
    case .chooseFile: return open(&state)
    case .clear:
      guard state.importing.isBusy else { return [] }
      state.say(.note, Words("已停下，没有任何改动", "Stopped; nothing has been changed"))
      return state.importing.stop()
    case .nextPane:
      state.importing.isInFaults.toggle()
      if state.importing.isInFaults { stand(on: state.importing.faults.index, &state) }
    case .chooseMeaning: state.overlays.append(ImportMeanings.picker(state))
    case .leaveOut: return ImportMeanings.choose("", &state)
    case .setConstant: askConstant(&state)
    case .chooseKind: askKind(&state)
    case .dateOrder:
      let orders: [String?] = [nil, "ymd", "dmy", "mdy"]
      let now = orders.firstIndex(of: state.importing.request?.dateOrder) ?? 0
      return state.importing.look {
        $0.dateOrder = orders[(now + 1) % orders.count]
        $0.proposes = false
      }
    case .emptyWords: askEmptyWords(&state)
    case .updateExisting:
      return ImportWriting.existing(&state)
    case .fileEncoding: ImportWriting.askEncoding(&state)
    case .fileHeading: return ImportWriting.heading(&state)
    case .titleLines: ImportWriting.askLines(&state)
    case .columnWords: ImportWriting.askWords(&state)
    case .importReason: ImportWriting.askReason(&state)
    case .useMapping: state.overlays.append(mappings())
    case .keepMapping: askName(&state)
    case .importNow:
      guard let request = state.importing.request else { return [] }
      state.importing.isPreparing = true
      return [.importFile(request)]
    default: break
    }
    return []
  }

  /// `g i`: a file picker where one was last, or where the program was started.
  static func open(_ state: inout AppState) -> [Effect] {
    state.overlays.append(FilePicker())
    return [.visit(state.importing.folder?.path ?? ".")]
  }

  /// The column of a fault comes under the cursor.
  private static func stand(on index: Int, _ state: inout AppState) {
    guard let preview = state.importing.preview, preview.faults.indices.contains(index) else {
      return
    }
    let number = preview.faults[index].column
    if let place = preview.columns.firstIndex(where: { $0.number == number }) {
      state.importing.columns.index = place
      state.importing.columns.settle(
        count: preview.columns.count, height: ImportLayout(state).columns.count)
    }
  }

  // MARK: Questions

  private static func askConstant(_ state: inout AppState) {
    state.overlays.append(
      InputLine(
        prompt: Words("字段=值 ›", "field=value ›"),
        hint: { _, _ in
          Words("如 lead=sales、year=2026；空值去掉", "such as lead=sales, year=2026; empty drops it")
        },
        accept: { text, state, _ in
          guard let sign = text.firstIndex(of: "=") else {
            state.refuse(Words("写成 字段=值", "Write field=value"))
            return []
          }
          let field = Folding.trimmed(text[..<sign])
          let value = Folding.trimmed(text[text.index(after: sign)...])
          return state.importing.look {
            $0.constants[field] = value.isEmpty ? nil : value
            $0.proposes = false
          }
        }))
  }

  private static func askKind(_ state: inout AppState) {
    let kinds: [(String, ItemKind)] = [("1", .trend), ("2", .target), ("3", .activity)]
    state.overlays.append(
      Choice(
        title: Words("每一行是", "Each row is"),
        options: kinds.map { key, kind in
          Choice.Option(
            key: Key(.character(Character(key))), words: kind.words,
            isCurrent: state.importing.request?.kind == kind,
            run: { state, _ in
              state.importing.look {
                $0.kind = kind
                $0.proposes = false
              }
            })
        }))
  }

  private static func askEmptyWords(_ state: inout AppState) {
    state.overlays.append(
      InputLine(
        prompt: Words("等于空的词 ›", "words for nothing ›"),
        text: state.importing.request?.empty.joined(separator: ",") ?? "",
        hint: { _, _ in Words("用逗号分开：NA,-", "separated by commas: NA,-") },
        accept: { text, state, _ in
          let words = text.split { ",，".contains($0) }.map { Folding.trimmed($0) }
          return state.importing.look {
            $0.empty = words.filter { !$0.isEmpty }
            $0.proposes = false
          }
        }))
  }

  private static func askName(_ state: inout AppState) {
    state.overlays.append(
      InputLine(
        prompt: Words("映射的名称 ›", "mapping's name ›"),
        text: state.importing.request?.keepsAs ?? state.importing.request?.mapping ?? "",
        hint: { _, _ in
          Words("导入时一起保存，下月的文件再用", "kept with the import, for next month's file")
        },
        accept: { text, state, _ in
          let name = Folding.trimmed(text)
          state.importing.request?.keepsAs = name.isEmpty ? nil : name
          return []
        }))
  }

  private static func mappings() -> Picker<String> {
    Picker(
      title: Words("已保存的映射", "Kept mappings"),
      search: { text, state, _ in
        state.importing.mappings.filter { Folding.fold($0).contains(Folding.fold(text)) }
          .map { Picker<String>.Row(key: "", text: $0, choice: $0) }
      },
      pick: { name, state in
        state.importing.look {
          $0.mapping = name
          $0.takesMapping = true
          $0.keepsAs = nil
          ($0.constants, $0.words, $0.columns) = ([:], [:], [:])
          ($0.encoding, $0.hasHeading, $0.skippedLines) = (nil, true, 0)
          ($0.empty, $0.dateOrder, $0.kind) = ([], nil, nil)
          $0.fields = [:]
          $0.proposes = false
        }
      })
  }

  // MARK: Answers

  static func take(_ answer: FileAnswer, _ state: inout AppState) -> [Effect] {
    switch answer {
    case .folder(let folder): state.importing.folder = folder
    case .chosen(let path):
      state.overlays.removeAll { $0 is FilePicker }
      if state.trail.last != .importing { state.trail.append(.importing) }
      return state.importing.begin(path, state.language)
    case .looked(let preview): state.importing.take(preview)
    case .failed(let number, let words):
      guard number == state.importing.request?.number else { return [] }
      (state.importing.isLooking, state.importing.isPreparing) = (false, false)
      state.refuse(words)
    case .ready(let preview, let meanings, let edit):
      state.importing.take(preview)
      guard preview.isSound else {
        state.refuse(Words("文件变了，未导入", "The file has changed; nothing was imported"))
        return []
      }
      let keeping = meanings.map { [Effect.save($0, Purpose())] } ?? []
      guard !edit.changes.isEmpty else {
        state.say(
          .note,
          Words(
            "没有新内容，跳过 \(preview.skipped) 项", "Nothing new; \(preview.skipped) skipped"))
        return keeping
      }
      state.trail.removeAll { $0 == .importing }
      if state.trail.isEmpty { state.trail = [.home] }
      var purpose = Purpose(notice: done(preview))
      purpose.way = Words("；哪一行：命令行 sanban import", "; which line: sanban import tells it")
      return keeping + [.save(edit, purpose)]
    }
    return []
  }

  private static func done(_ preview: ImportPreview) -> Words {
    var zh = "已导入 \(preview.request.title)：新建 \(preview.created) 项"
    var en = "\(preview.request.title) imported: \(preview.created) created"
    if preview.updated > 0 {
      zh += "，更新 \(preview.updated) 项"
      en += ", \(preview.updated) updated"
    }
    if preview.skipped > 0 {
      zh += "，跳过 \(preview.skipped) 项"
      en += ", \(preview.skipped) skipped"
    }
    return Words(zh + "   u 撤销", en + "   u undo")
  }
}
