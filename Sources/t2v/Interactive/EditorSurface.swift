import LineEditing
import Presentation

/// The line editor as a surface to draw on.
struct EditorSurface: TerminalSurface {
  let editor: LineEditor
  let redrawsStatus: Bool

  func print(_ text: String) { editor.print(text) }
  func endOpenLine() { editor.endOpenLine() }
  func setStatus(_ row: String?) { editor.setStatus(row) }
  var columns: Int { editor.columns }
  func width(of character: Character) -> Int { DisplayWidth(of: character).columns }
}
