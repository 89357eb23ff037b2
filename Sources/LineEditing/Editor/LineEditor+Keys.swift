extension LineEditor {
  /// The keys that a person may want to know, and what they do: for a help text.
  public static let keys: [(keys: String, action: String)] = [
    ("Enter", "send"),
    ("Alt-Enter, \\ at the end", "go on in a second line"),
    ("Tab", "complete"),
    ("Right", "take the grey hint"),
    ("Up, Down", "earlier lines"),
    ("Ctrl-R", "search earlier lines"),
    ("Ctrl-A, Ctrl-E", "start, end of the line"),
    ("Alt-B, Alt-F", "a word back, forward"),
    ("Ctrl-W, Ctrl-U, Ctrl-K", "delete a word, the line, to its end"),
    ("Ctrl-Y", "put back what was deleted"),
    ("Ctrl-X Ctrl-E", "write in $EDITOR"),
    ("Ctrl-X Ctrl-P", "open a folded paste"),
    ("Ctrl-L", "clear the screen"),
    ("Ctrl-C", "clear the line; stop waiting; twice: leave"),
    ("Ctrl-D", "leave, at an empty line"),
    ("Ctrl-Z", "stop; fg goes on"),
  ]
}
