/// One row below the printed text, ready to be sent: its text with styles, and the columns it takes.
package struct ScreenRow: Equatable, Sendable {
  /// Text and SGR sequences; ends in the normal style.
  package var text: String
  /// Columns from 0 to the width of the screen.
  package var columns: Int

  package init(text: String = "", columns: Int = 0) {
    self.text = text
    self.columns = columns
  }
}
