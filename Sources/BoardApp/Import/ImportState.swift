import PlanModel

/// What the import screen knows.
struct ImportState: Sendable {
  var folder: FolderList?
  var request: ImportRequest?
  var preview: ImportPreview?
  /// A look is under way.
  var isLooking = false
  /// The import is being made ready.
  var isPreparing = false
  /// Somebody else is at work on the file.
  var isBusy: Bool { isLooking || isPreparing }
  var columns = ListState()
  var faults = ListState()
  /// The cursor is in the faults.
  var isInFaults = false
  /// Names of kept mappings.
  var mappings: [String] = []
  private var looks = 0

  var column: ImportPreview.Column? {
    guard let preview, preview.columns.indices.contains(columns.index) else { return nil }
    return preview.columns[columns.index]
  }

  /// Asks for a look with what has changed.
  mutating func look(_ change: (inout ImportRequest) -> Void) -> [Effect] {
    guard var request else { return [] }
    change(&request)
    looks += 1
    request.number = looks
    self.request = request
    isLooking = true
    return [.look(request)]
  }

  /// Begins with another file.
  mutating func begin(_ path: String, _ language: Language) -> [Effect] {
    request = ImportRequest(path: path, language: language)
    preview = nil
    columns = ListState()
    faults = ListState()
    isInFaults = false
    return look { _ in }
  }

  /// Gives up the look that is under way.
  mutating func stop() -> [Effect] {
    looks += 1
    request?.number = looks
    (isLooking, isPreparing) = (false, false)
    return [.stopLooking]
  }

  /// Takes an answer, unless it is to an earlier question.
  mutating func take(_ preview: ImportPreview) {
    guard preview.request.number == request?.number else { return }
    self.preview = preview
    request = preview.request
    isLooking = false
    isPreparing = false
    if preview.faults.isEmpty { isInFaults = false }
  }
}
