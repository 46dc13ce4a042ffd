/// One key press as the program understands it, whatever bytes the terminal sent for it.
public struct Key: Hashable, Sendable {
  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  public enum Code: Hashable, Sendable {
    /// A character that was typed, composed (a base with its marks is one).
    case character(Character)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }
}

/// What the terminal tells the program.
public enum InputEvent: Equatable, Sendable {
  case key(Key)
  /// Pasted text (bracketed paste), line ends as `\n`, nothing interpreted.
  case paste(String)
  case mouse(Mouse)
  case focus(Bool)

  public struct Mouse: Equatable, Sendable {
    public enum Action: Sendable { case press, release, drag, wheelUp, wheelDown }
    public var action: Action
    public var row: Int
    public var column: Int
    public var modifiers: Key.Modifiers
    public init(action: Action, row: Int, column: Int, modifiers: Key.Modifiers = []) {
      self.action = action
      self.row = row
      self.column = column
      self.modifiers = modifiers
    }
  }
}
