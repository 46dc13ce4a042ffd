/// The tables of a board. Dates and periods are integers a person can read (20261012, 202610);
/// NULL means that nobody said.
enum Schema {
  /// "SanB": marks a file as a board.
  static let applicationID: Int64 = 0x5361_6E42

  static let tables = """
    CREATE TABLE board(key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, zh TEXT, en TEXT,
      department INT, post TEXT, post_en TEXT, gone INT) STRICT;
    CREATE TABLE entry(id INTEGER PRIMARY KEY, list INT NOT NULL, code TEXT, zh TEXT, en TEXT,
      position INT, gone INT, scale INT, unit ANY, adds_up INT, better INT, rhythm INT) STRICT;
    CREATE UNIQUE INDEX entry_code ON entry(list, code);
    CREATE TABLE counter(kind INTEGER PRIMARY KEY, last INT NOT NULL) STRICT;
    CREATE TABLE period_state(period INTEGER PRIMARY KEY, state INT NOT NULL) STRICT;

    CREATE TABLE item(id INTEGER PRIMARY KEY, kind INT NOT NULL, number INT NOT NULL,
      title TEXT, title_en TEXT, lead INT, owner INT REFERENCES person, status INT, stage INT,
      period INT, start INT, "end" INT, position INT, ceiling INT, tags TEXT,
      region INT REFERENCES entry, channel INT REFERENCES entry, product INT REFERENCES entry,
      priority INT, joint INT, share INT, ref TEXT, continues INT REFERENCES item,
      measure INT REFERENCES entry, unit ANY, better INT, adds_up INT, rhythm INT,
      confidence INT, checked INT, confirmed_by INT REFERENCES person, confirmed_on INT,
      main INT REFERENCES item,
      approved INT NOT NULL DEFAULT 0, plan INT NOT NULL DEFAULT 0,
      forecast INT NOT NULL DEFAULT 0, outlook INT NOT NULL DEFAULT 0,
      committed INT NOT NULL DEFAULT 0, actual INT NOT NULL DEFAULT 0,
      gone INT, op INT NOT NULL,
      -- its place in a list, before the id
      sort INT AS (coalesce(CASE kind WHEN 3 THEN start ELSE position END, 0)) VIRTUAL) STRICT;
    CREATE UNIQUE INDEX item_code ON item(kind, number);
    CREATE INDEX item_list ON item(kind, period, sort, id) WHERE gone IS NULL;
    CREATE INDEX item_all ON item(kind, sort, id) WHERE gone IS NULL;
    CREATE INDEX item_main ON item(main, sort, id);
    CREATE INDEX item_owner ON item(owner, sort, id) WHERE kind = 3 AND gone IS NULL;
    CREATE INDEX item_region ON item(region, sort, id) WHERE kind = 3 AND gone IS NULL;
    CREATE INDEX item_priority ON item(priority, sort, id) WHERE kind = 3 AND gone IS NULL;
    CREATE INDEX item_bin ON item(gone, id) WHERE gone IS NOT NULL;
    CREATE TABLE longtext(item INT NOT NULL REFERENCES item, field INT NOT NULL,
      body TEXT NOT NULL, PRIMARY KEY(item, field)) STRICT, WITHOUT ROWID;
    -- period and sort are the child's: -1 and 0 while it is in the bin, 0 where it has no period
    CREATE TABLE link(parent INT NOT NULL REFERENCES item, period INT NOT NULL, sort INT NOT NULL,
      child INT NOT NULL REFERENCES item, main INT NOT NULL,
      PRIMARY KEY(parent, period, sort, child)) STRICT, WITHOUT ROWID;
    CREATE INDEX link_child ON link(child, parent);
    CREATE TABLE line(id INTEGER PRIMARY KEY, item INT NOT NULL REFERENCES item,
      code TEXT NOT NULL DEFAULT '', category INT REFERENCES entry, title TEXT, title_en TEXT,
      ref TEXT, unit ANY, scale INT, adds_up INT, better INT, above ANY, below ANY,
      region INT REFERENCES entry, channel INT REFERENCES entry, product INT REFERENCES entry,
      position INT, gone INT) STRICT;
    CREATE UNIQUE INDEX line_code ON line(item, code) WHERE gone IS NULL;
    CREATE INDEX line_item ON line(item);
    CREATE INDEX line_category ON line(category, item) WHERE gone IS NULL;
    CREATE TABLE figure(line INT NOT NULL REFERENCES line, period INT NOT NULL, approved INT,
      plan INT, forecast INT, committed INT, actual INT, low INT, high INT, base INT,
      PRIMARY KEY(line, period)) STRICT, WITHOUT ROWID;
    CREATE TABLE comment(id INTEGER PRIMARY KEY, item INT NOT NULL REFERENCES item,
      who INT NOT NULL REFERENCES person, at INT NOT NULL, body TEXT, gone INT) STRICT;
    CREATE INDEX comment_item ON comment(item, at, id);
    CREATE TABLE accepted(item INT NOT NULL REFERENCES item, rule TEXT NOT NULL,
      reason TEXT NOT NULL, PRIMARY KEY(item, rule)) STRICT, WITHOUT ROWID;
    CREATE TABLE search(id INTEGER PRIMARY KEY REFERENCES item, body TEXT NOT NULL) STRICT;
    CREATE TABLE total(dim INT NOT NULL, key INT NOT NULL, period INT NOT NULL,
      count INT NOT NULL, approved INT NOT NULL, plan INT NOT NULL, forecast INT NOT NULL,
      outlook INT NOT NULL, committed INT NOT NULL, actual INT NOT NULL,
      PRIMARY KEY(dim, key, period)) STRICT, WITHOUT ROWID;

    CREATE TABLE op(id INTEGER PRIMARY KEY AUTOINCREMENT, uid BLOB NOT NULL UNIQUE,
      at INT NOT NULL, who INT NOT NULL REFERENCES person, act TEXT NOT NULL, undoes INT,
      reason TEXT) STRICT;
    CREATE INDEX op_who ON op(who, id);
    -- item: the item it is about, 0 for none; thing: see ChangeCode
    CREATE TABLE change(op INT NOT NULL REFERENCES op, seq INT NOT NULL, thing INT NOT NULL,
      id INT NOT NULL, field ANY NOT NULL, period INT NOT NULL, item INT NOT NULL, was ANY,
      now ANY, PRIMARY KEY(op, seq)) STRICT, WITHOUT ROWID;
    CREATE INDEX change_item ON change(item, op, seq);
    CREATE TABLE draft(who TEXT NOT NULL, thing INT NOT NULL, id INT NOT NULL, field ANY NOT NULL,
      period INT NOT NULL, base ANY, text TEXT NOT NULL, at INT NOT NULL,
      PRIMARY KEY(who, thing, id, field, period)) STRICT, WITHOUT ROWID;
    """

  /// History is only ever added to.
  static let triggers = ["op", "change"].flatMap { table in
    ["UPDATE", "DELETE"].map { verb in
      """
      CREATE TRIGGER \(table)_\(verb.lowercased()) BEFORE \(verb) ON \(table)
      BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
      """
    }
  }.joined(separator: "\n")
}
