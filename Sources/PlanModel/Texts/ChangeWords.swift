/// The pieces that sentences about changes are made of.
extension ActTelling {
  /// `负责人：王敏`, `负责人：王敏 → 李婷`, `负责人：清空（原为王敏）`.
  func change(_ name: Words, from: String, to: String) -> String {
    let start = name(language) + (language == .chinese ? "：" : ": ")
    if to.isEmpty {
      return start + Words("清空（原为\(from)）", "cleared (was \(from))")(language)
    }
    return start + (from.isEmpty || from == to ? to : "\(from) → \(to)")
  }

  /// A long text in quotation marks, its beginning if it is very long.
  func quoted(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? "“\(line.prefix(60))…”" : "“\(line)”"
  }

  /// What people call the line that a change is about.
  func name(_ entry: HistoryEntry) -> String {
    guard let line = entry.lineNow else { return entry.line ?? "" }
    let title = line.title(language)
    if !title.isEmpty { return title }
    return line.category.flatMap { board.entries[$0] }?.name(language) ?? line.code
  }

  func unit(_ entry: HistoryEntry) -> AmountUnit {
    entry.lineNow.map { board.figureUnit(of: $0) } ?? board.money
  }

  /// `广告投放 2026年10月 预算`.
  func cellName(_ entry: HistoryEntry) -> String {
    guard let cell = entry.change.target.cell else { return "" }
    let column = cell.column.words(for: entry.kind ?? .activity)(language)
    return [name(entry), cell.period.long(language), column].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  func figure(_ entry: HistoryEntry) -> String {
    let format = AmountFormat(unit(entry), language)
    let name = cellName(entry)
    return change(
      Words(name, name), from: entry.change.was.integer.map(format.full) ?? "",
      to: entry.change.now.integer.map(format.full) ?? "")
  }
}

extension LineField {
  /// The field as people call it.
  public var words: Words {
    switch self {
    case .item: Words("费用项", "Line")
    case .gone: Words("回收站", "Bin")
    case .code: Words("简称", "Short name")
    case .category: Words("费用类别", "Category")
    case .title: Words("名称", "Title")
    case .titleEn: Words("英文名称", "English title")
    case .ref: Words("单据号", "Reference")
    case .unit: Words("单位", "Unit")
    case .scale: Words("小数位", "Decimals")
    case .addsUp: Words("汇总方式", "Adds up")
    case .better: Words("方向", "Better")
    case .above: Words("分子", "Above the stroke")
    case .below: Words("分母", "Below the stroke")
    case .region: Words("区域", "Region")
    case .channel: Words("渠道", "Channel")
    case .product: Words("产品", "Product")
    case .position: Words("位置", "Place")
    }
  }
}

extension EntryField {
  var words: Words {
    switch self {
    case .list: Words("列表", "List")
    case .gone: Words("使用", "Use")
    case .code: Words("代码", "Code")
    case .zh: Words("名称", "Chinese name")
    case .en: Words("英文名称", "English name")
    case .position: Words("位置", "Place")
    case .scale: Words("小数位", "Decimals")
    case .unit: Words("单位", "Unit")
    case .addsUp: Words("汇总方式", "Adds up")
    case .better: Words("方向", "Better")
    case .rhythm: Words("统计周期", "Measured")
    }
  }
}

extension PersonField {
  var words: Words {
    switch self {
    case .name: Words("登录名", "Login name")
    case .gone: Words("使用", "Use")
    case .zh: Words("姓名", "Chinese name")
    case .en: Words("英文名", "English name")
    case .department: Words("部门", "Department")
    case .post: Words("岗位", "Post")
    case .postEn: Words("英文岗位", "English post")
    }
  }
}
