import PlanModel
import TextCanvas

/// What the loop tells the program.
public enum Input: Sendable {
  case event(InputEvent)
  case resized(columns: Int, rows: Int)
  /// What became of an edit that an effect asked to save.
  case saved(SaveOutcome, Edit, Purpose)
  /// An edit has been under way for longer than an eye blinks.
  case saving
  /// What a look into a folder or a file has found.
  case file(FileAnswer)
  /// Others have changed the board.
  case changed([HistoryEntry])
  /// A deadline that ``AppState/deadline`` named has passed; milliseconds since some start.
  case tick(now: Int64)
}
