/// What quarters may spend, notes on cells, and the cells that people hold. purse: a department's
/// number, 0 for the reserve; field: the number of a column.
enum MoneySchema {
  static let tables = """
    CREATE TABLE envelope(quarter INT NOT NULL, purse INT NOT NULL, amount INT NOT NULL,
      PRIMARY KEY(quarter, purse)) STRICT, WITHOUT ROWID;
    CREATE TABLE note(line INT NOT NULL REFERENCES line, field INT NOT NULL, period INT NOT NULL,
      body TEXT NOT NULL, PRIMARY KEY(line, field, period)) STRICT, WITHOUT ROWID;
    CREATE TABLE hold(who TEXT NOT NULL, line INT NOT NULL REFERENCES line, field INT NOT NULL,
      period INT NOT NULL, PRIMARY KEY(who, line, field, period)) STRICT, WITHOUT ROWID;
    """
}
