import LineEditing
import Presentation

/// The line editor as a surface to draw on.
struct EditorSurface: TerminalSurface {
  let editor: LineEditor
  let redrawsStatus: Bool
  /// What the terminal understands, as far as it is known by now.
  let traits: @Sendable () -> TerminalTraits

  func print(_ text: String) { editor.print(text) }
  func endOpenLine() { editor.endOpenLine() }
  func setStatus(_ rows: String?) { editor.setStatus(rows) }
  var columns: Int { editor.columns }
  func width(of character: Character) -> Int { DisplayWidth(of: character).columns }
  var followsLinks: Bool { redrawsStatus && traits().followsLinks }
  var isFocused: Bool? { editor.isFocused }
  func setTitleProgress(_ progress: TitleProgress) { editor.setTitleProgress(progress) }
  func notify(_ text: String) { editor.notify(text, by: traits().notification) }
}
