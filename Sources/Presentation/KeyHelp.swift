import LineEditing

/// The keys of the prompt, in two columns.
public enum KeyHelp {
  /// A row each, ending with a line feed.
  public static var text: String {
    let width = LineEditor.keys.map(\.keys.count).max() ?? 0
    let rows = LineEditor.keys.map { key in
      "  \(key.keys)\(String(repeating: " ", count: width - key.keys.count))  \(key.action)\n"
    }
    return rows.joined() + "  /help shows the commands.\n"
  }
}
