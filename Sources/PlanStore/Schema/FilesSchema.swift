/// What a board keeps of files from outside.
enum FilesSchema {
  /// `mapping`: what the columns of a kind of file mean, as text. `taken`: the rows that were taken
  /// in, by their marks, so that a file read twice adds nothing.
  static let tables = """
    CREATE TABLE mapping(name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE taken(mark INTEGER PRIMARY KEY, item INT NOT NULL REFERENCES item) STRICT;
    """
}
