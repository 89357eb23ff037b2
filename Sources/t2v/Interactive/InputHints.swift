import Conversation
import LineEditing

/// What stands in grey behind the cursor.
enum InputHints {
  /// The next step at an empty prompt; the rest of a command and what may follow it.
  static func hint(for line: String, state: ChatState, isASCII: Bool) -> Hint? {
    guard var hint = line.isEmpty ? state.nextStep : commandHint(line) else { return nil }
    if isASCII { hint.text = hint.text.replacing("·", with: "|").replacing("…", with: "...") }
    return hint
  }

  private static func commandHint(_ line: String) -> Hint? {
    guard line.hasPrefix("/"), line.count > 1, !line.contains(where: \.isWhitespace) else { return nil }
    let name = line.dropFirst().lowercased()
    let matches = SlashCommand.allCases.filter { $0.rawValue.hasPrefix(name) }
    guard matches.count == 1, let command = matches.first else { return nil }
    let rest = String(command.rawValue.dropFirst(name.count))
    let arguments = command.arguments.isEmpty ? "" : " " + command.arguments
    guard !(rest + arguments).isEmpty else { return nil }
    let insertion = rest + (arguments.isEmpty ? "" : " ")
    return Hint(rest + arguments, insertion: insertion)
  }
}
