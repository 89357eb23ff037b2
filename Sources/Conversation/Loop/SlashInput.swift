import Spelling

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
        let nearest = NearestWord.of(word, among: SlashCommand.allCases.map(\.rawValue))
        self = .unknown(name: String(name), nearest: nearest.flatMap(SlashCommand.init))
      }
    }
  }
}
