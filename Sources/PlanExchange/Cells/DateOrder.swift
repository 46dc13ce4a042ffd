/// Which part of a numeric date comes first: `2026/10/12`, `12.10.2026`, `10/12/2026`.
public enum DateOrder: String, CaseIterable, Hashable, Sendable {
  case ymd, dmy, mdy
}
