import Glibc
import LineEditing

/// Completes the path that is being typed.
struct PathCompletion {
  /// The home folder, which `~` means.
  let home: String

  /// More entries of a folder are not looked at: Tab must answer at once.
  private static let mostEntries = 5000

  /// The word that ends a text, as a shell reads it.
  struct Word: Equatable {
    /// How many characters of the text it takes.
    var length = 0
    /// What it means: quotes and backslashes resolved.
    var meaning = ""
    /// The quote that is open at its end.
    var quote: Character?

    /// Reads the last word; blanks part words unless they are quoted or escaped.
    init(endOf text: Substring) {
      var isEscaped = false
      for character in text {
        length += 1
        if isEscaped {
          meaning.append(character)
          isEscaped = false
        } else if character == "\\", quote != "'" {
          isEscaped = true
        } else if let open = quote {
          if character == open { quote = nil } else { meaning.append(character) }
        } else if character == "\"" || character == "'" {
          quote = character
        } else if character.isWhitespace {
          length = 0
          meaning = ""
        } else {
          meaning.append(character)
        }
      }
    }
  }

  /// The entries of a folder that the word may go on to.
  func completions(_ word: Word) -> [Completion] {
    let typed = word.meaning == "~" ? "~/" : word.meaning
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (folder, start) = (String(typed[..<cut]), typed[cut...])
    let names = entries(of: expanded(folder)).filter { start.isEmpty ? !$0.hasPrefix(".") : true }
    var matches = names.filter { $0.hasPrefix(start) }
    if matches.isEmpty {
      let lower = start.lowercased()
      matches = names.filter { $0.lowercased().hasPrefix(lower) }
    }
    return matches.sorted().map { name in
      let isFolder = isFolder(expanded(folder) + name)
      let end = isFolder ? "/" : (word.quote.map(String.init) ?? "") + " "
      return Completion(
        spelled(folder + name, in: word.quote) + end, replacing: word.length,
        display: name + (isFolder ? "/" : ""))
    }
  }

  /// A path as it is typed: blanks, quotes and backslashes behind a backslash, or within the quote that is open.
  private func spelled(_ path: String, in quote: Character?) -> String {
    if let quote {
      if quote == "'", !path.contains("'") { return "'" + path }
      if quote == "\"" {
        return "\"" + path.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
      }
    }
    return path.map { $0.isWhitespace || "'\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func expanded(_ folder: String) -> String {
    if folder.isEmpty { return "./" }
    return folder.hasPrefix("~/") ? home + folder.dropFirst() : folder
  }

  private func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  private func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < Self.mostEntries, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // A name that could not be typed, or that a terminal would obey, is left out.
      let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
      if name != ".", name != "..", isPlain { names.append(name) }
    }
    return names
  }
}
