/// What reviews add to a board: decisions are items with columns of their own, and each person's place
/// in a quarter's review.
enum DecisionSchema {
  static let tables = """
    ALTER TABLE item ADD COLUMN about INT REFERENCES item;
    ALTER TABLE item ADD COLUMN verdict INT;
    ALTER TABLE item ADD COLUMN due INT;
    ALTER TABLE item ADD COLUMN done INT;
    ALTER TABLE item ADD COLUMN decided_by INT REFERENCES person;
    ALTER TABLE item ADD COLUMN decided_on INT;
    ALTER TABLE item ADD COLUMN decided INT REFERENCES item;
    CREATE INDEX item_about ON item(about, number) WHERE about IS NOT NULL AND gone IS NULL;
    CREATE INDEX item_open ON item(period, number)
      WHERE kind = 6 AND done IS NULL AND gone IS NULL;
    CREATE TABLE review(who TEXT NOT NULL, period INT NOT NULL, page INT NOT NULL, item INT,
      sequence INT NOT NULL, scope INT NOT NULL, begun INT NOT NULL, approved INT NOT NULL,
      plan INT NOT NULL, forecast INT NOT NULL, outlook INT NOT NULL, committed INT NOT NULL,
      actual INT NOT NULL, PRIMARY KEY(period, who)) STRICT, WITHOUT ROWID;
    """
}
