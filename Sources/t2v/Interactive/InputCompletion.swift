import Conversation
import LineEditing
import MediaFormats
import NemoVideo
import Presentation

/// Completes slash commands and what may follow them: formats, sessions, files.
struct InputCompletion: Sendable {
  /// The home folder.
  let home: String
  /// The sessions that may be resumed, the latest first.
  let sessions: @Sendable () -> [SessionRecord]

  /// What can stand in place of the word before the cursor.
  func completions(_ line: String, at cursor: String.Index) -> [Completion] {
    let before = line[..<cursor]
    let first = before.prefix { !$0.isWhitespace }
    if before.hasPrefix("/"), !first.dropFirst().contains("/") {
      if first.count == before.count { return commands(String(first)) }
      if let command = SlashCommand(rawValue: first.dropFirst().lowercased()) {
        return arguments(of: command, before.dropFirst(first.count))
      }
    }
    // A path in a message, or a path alone, which is an upload.
    let word = PathCompletion.Word(endOf: before)
    guard ["/", "~/", "./", "../"].contains(where: { word.meaning.hasPrefix($0) }) else { return [] }
    return PathCompletion(home: home).completions(word)
  }

  private func commands(_ word: String) -> [Completion] {
    SlashCommand.allCases.filter { $0.rawValue.hasPrefix(word.dropFirst().lowercased()) }.map { command in
      Completion(
        "/\(command.rawValue)" + (command.arguments.isEmpty ? "" : " "), replacing: word.count,
        display: command.usage)
    }
  }

  private func arguments(of command: SlashCommand, _ text: Substring) -> [Completion] {
    let word = PathCompletion.Word(endOf: text)
    switch command {
    case .export:
      let isPath = ["/", "~", "."].contains { word.meaning.hasPrefix($0) }
      let words =
        isPath ? [] : matching(word, MediaFormat.allCases.map(\.rawValue) + ExportRequest.usualResolutions)
      return words.isEmpty ? PathCompletion(home: home).completions(word) : words
    case .upload, .save: return PathCompletion(home: home).completions(word)
    case .resume: return matchingSessions(word)
    case .queue: return matching(word, ["go", "clear", "drop "])
    default: return []
    }
  }

  private func matching(_ word: PathCompletion.Word, _ words: [String]) -> [Completion] {
    words.filter { $0.hasPrefix(word.meaning.lowercased()) }.map { Completion($0, replacing: word.length) }
  }

  /// By the start of the id, else by words of the prompt.
  private func matchingSessions(_ word: PathCompletion.Word) -> [Completion] {
    let records = sessions()
    var matches = records.filter { $0.id.hasPrefix(word.meaning) }
    if matches.isEmpty {
      let wanted = word.meaning.lowercased()
      matches = records.filter { $0.prompt?.lowercased().contains(wanted) ?? false }
    }
    return matches.map {
      Completion($0.id, replacing: word.length, display: SessionListing.line(for: $0))
    }
  }
}
