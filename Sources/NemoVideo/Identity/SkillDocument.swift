import FlatYAML

/// The installed SKILL.md: the name and version that the service is told, read from its YAML frontmatter.
public struct SkillDocument: Sendable, Equatable {
  /// Where it was found.
  public let path: String
  /// The frontmatter's `name`.
  public let name: String
  /// The frontmatter's `version`.
  public let version: String

  /// Why a document cannot be used.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// No such file beside the program's shared files.
    case missing(searched: [String])
    /// The file has no frontmatter with `name` and `version`.
    case unreadable(path: String, reason: String)

    /// What is wrong, and what to do.
    public var description: String {
      switch self {
      case .missing(let searched):
        "SKILL.md was not found beside the program (\(searched.first ?? "")). Install t2v again with “make install”."
      case .unreadable(let path, let reason):
        "\(path) can't be used: \(reason). Install t2v again with “make install”."
      }
    }
  }

  /// Reads the frontmatter of a document's text.
  public init(path: String, text: String) throws(Failure) {
    let text =
      text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    // CR LF is one character of a String, so the lines are cut between scalars.
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.first?.line == "---" else {
      throw .unreadable(path: path, reason: "it does not start with a frontmatter")
    }
    lines = lines.dropFirst()
    guard let end = lines.firstIndex(where: { $0.line == "---" }) else {
      throw .unreadable(path: path, reason: "its frontmatter does not end")
    }
    let yaml = lines[..<end].map(\.line).joined(separator: "\n")
    let frontmatter = try? FlatYAML(yaml)
    guard case .text(let name, _)? = frontmatter?["name"],
      case .text(let version, _)? = frontmatter?["version"],
      !name.isEmpty, !version.isEmpty
    else { throw .unreadable(path: path, reason: "its frontmatter has no name and version") }
    self.path = path
    self.name = name
    self.version = version
  }

  /// Where the document may lie for a program at `executable`, the likeliest first: among the shared files of an
  /// installation, beside the program, or at the top of the checkout that built it.
  public static func candidates(executable: String) -> [String] {
    var folder = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var paths = [
      (folder.dropLast() + ["share", "t2v", "SKILL.md"]).joined(separator: "/"),
      (folder + ["SKILL.md"]).joined(separator: "/"),
    ]
    while folder.count > 2 {
      folder = folder.dropLast()
      paths.append((folder + ["SKILL.md"]).joined(separator: "/"))
    }
    return paths
  }

  /// Finds and reads the document of a program.
  ///
  /// - Parameters:
  ///   - executable: The program's own path, links resolved.
  ///   - read: Gives a file's text, nil if there is none.
  public static func installed(
    executable: String, read: (String) -> String?
  ) throws(Failure) -> SkillDocument {
    let candidates = candidates(executable: executable)
    for path in candidates {
      if let text = read(path) { return try SkillDocument(path: path, text: text) }
    }
    throw .missing(searched: candidates)
  }
}

extension Substring.UnicodeScalarView {
  /// The line without a final carriage return.
  fileprivate var line: String { String(last == "\r" ? dropLast() : self) }
}
