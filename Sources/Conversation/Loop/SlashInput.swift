/// What a line that begins with a slash means.
public enum SlashInput: Sendable, Equatable {
  /// A command with the words behind it.
  case command(SlashCommand, arguments: String)
  /// No command of this name; the nearest one, if any is near.
  case unknown(name: String, nearest: SlashCommand?)

  /// Reads a line; nil if it is no command: it does not begin with a slash, or is a path.
  public init?(_ line: String) {
    let text = line.trimmed
    guard text.hasPrefix("/") else { return nil }
    let name = text.dropFirst().prefix { !$0.isWhitespace }
    guard !name.contains("/"), !name.contains("."), !name.isEmpty else { return nil }
    let arguments = String(text.dropFirst(name.count + 1)).trimmed
    let word = name.lowercased()
    switch word {
    case "exit", "q", "bye": self = .command(.quit, arguments: arguments)
    case "?", "h": self = .command(.help, arguments: arguments)
    default:
      if let command = SlashCommand(rawValue: word) {
        self = .command(command, arguments: arguments)
      } else {
        self = .unknown(name: String(name), nearest: Self.nearest(to: word))
      }
    }
  }

  /// The command that the fewest typing errors lead to, at most two, and fewer than half of the letters.
  private static func nearest(to word: String) -> SlashCommand? {
    let ranked = SlashCommand.allCases.map { (command: $0, errors: EditDistance.between(word, $0.rawValue)) }
    guard let best = ranked.min(by: { $0.errors < $1.errors }), best.errors <= 2,
      best.errors * 2 < max(3, word.count)
    else { return SlashCommand.allCases.first { word.count >= 2 && $0.rawValue.hasPrefix(word) } }
    return best.command
  }
}
