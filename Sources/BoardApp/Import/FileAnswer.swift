import PlanModel

/// What is in a folder, for choosing a file.
public struct FolderList: Sendable {
  public struct Entry: Sendable, Hashable {
    public var name: String
    public var isFolder: Bool

    public init(name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
    }
  }

  public var path: String
  /// Files that can be imported, then folders.
  public var entries: [Entry]
  /// Why there is nothing to see.
  public var problem: Words?

  public init(path: String, entries: [Entry], problem: Words? = nil) {
    self.path = path
    self.entries = entries
    self.problem = problem
  }
}

/// What comes of a file: the loop reads, the program only sees values.
public enum FileAnswer: Sendable {
  case folder(FolderList)
  /// The path is a file: look at it.
  case chosen(String)
  case looked(ImportPreview)
  case failed(Int, Words)
  /// What the import does, ready to be saved; the meanings first, as a step of their own.
  case ready(ImportPreview, meanings: Edit?, Edit)
}
