/// What this program calls itself; `sanban --version`.
enum Version {
  static let number = "0.2.0"
}
