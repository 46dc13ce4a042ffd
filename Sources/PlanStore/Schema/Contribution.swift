/// What counts towards which kept sum, as a recount says it. An edit says the same of its items by
/// ``SumPart``; `verify` and the tests hold the two against each other.
///
/// dim 1: lead · 2: main target * 4 + lead · 3: category · 4: owner · 5: region · 7: priority · 8: month
/// of the start (by month, expense lines of activities; the activities themselves are counted at
/// their home quarter) · 6: kind * 4 + lead by the items' own period, with their count. What is in the
/// bin counts nowhere. Boards hold it as a view: a change of it comes with a step of ``Migrations`` that
/// makes the view anew and rebuilds the sums.
enum Contribution {
  static let view = """
    CREATE VIEW contribution AS SELECT i.id AS item, d.dim AS dim, CASE d.dim
        WHEN 1 THEN coalesce(i.lead, 0)
        WHEN 2 THEN coalesce(i.main, 0) * 4 + coalesce(i.lead, 0)
        WHEN 3 THEN coalesce(l.category, 0)
        WHEN 4 THEN coalesce(i.owner, 0)
        WHEN 5 THEN coalesce(i.region, 0)
        WHEN 7 THEN coalesce(i.priority, 0)
        ELSE coalesce(i.start, 0) / 100 END AS key,
      f.period AS period, 0 AS count, coalesce(f.approved, 0) AS approved,
      coalesce(f.plan, 0) AS plan, coalesce(f.forecast, 0) AS forecast,
      coalesce(f.forecast, f.plan, 0) AS outlook, coalesce(f.committed, 0) AS committed,
      coalesce(f.actual, 0) AS actual
    FROM item i CROSS JOIN line l ON l.item = i.id AND l.gone IS NULL
    CROSS JOIN figure f ON f.line = l.id
    CROSS JOIN (SELECT 1 AS dim UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
      UNION ALL SELECT 5 UNION ALL SELECT 7 UNION ALL SELECT 8) d
    WHERE i.kind = 3 AND i.gone IS NULL
    UNION ALL
    SELECT i.id, d.dim, CASE d.dim
        WHEN 1 THEN coalesce(i.lead, 0)
        WHEN 2 THEN coalesce(i.main, 0) * 4 + coalesce(i.lead, 0)
        WHEN 4 THEN coalesce(i.owner, 0)
        WHEN 5 THEN coalesce(i.region, 0)
        WHEN 7 THEN coalesce(i.priority, 0)
        ELSE coalesce(i.start, 0) / 100 END,
      coalesce(i.period, 0), 1, 0, 0, 0, 0, 0, 0
    FROM item i CROSS JOIN (SELECT 1 AS dim UNION ALL SELECT 2 UNION ALL SELECT 4
      UNION ALL SELECT 5 UNION ALL SELECT 7 UNION ALL SELECT 8) d
    WHERE i.kind = 3 AND i.gone IS NULL
    UNION ALL
    SELECT i.id, 6, i.kind * 4 + coalesce(i.lead, 0), coalesce(i.period, 0), 1, i.approved, i.plan,
      i.forecast, i.outlook, i.committed, i.actual
    FROM item i WHERE i.gone IS NULL;
    """
}
