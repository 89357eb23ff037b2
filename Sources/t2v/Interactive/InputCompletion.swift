import Conversation
import LineEditing
import NemoVideo

/// Completes slash commands and the formats behind `/export`.
enum InputCompletion {
  /// What can stand in place of the word before the cursor.
  static func completions(_ line: String, at cursor: String.Index) -> [Completion] {
    let before = line[..<cursor]
    guard before.hasPrefix("/") else { return [] }
    let word = before.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if word.count == before.count {
      return SlashCommand.allCases.filter { $0.rawValue.hasPrefix(word.dropFirst()) }.map { command in
        Completion(
          "/\(command.rawValue)" + (command.arguments.isEmpty ? "" : " "), replacing: word.count,
          display: command.usage)
      }
    }
    guard before.hasPrefix("/export ") else { return [] }
    return ExportFormat.allCases.map(\.rawValue).filter { $0.hasPrefix(word) }.map {
      Completion($0, replacing: word.count)
    }
  }
}
