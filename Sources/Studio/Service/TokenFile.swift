import Foundation

/// A file that holds the owner's token, so that it stands in no list of processes.
public enum TokenFile {
  /// Why a file is not taken.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// It cannot be read.
    case unreadable(String)
    /// Others may read it.
    case open(String)
    /// It holds no token, or more than one word.
    case noToken(String)

    /// What is wrong, and what would be right.
    public var description: String {
      switch self {
      case .unreadable(let path): "the token file \(path) cannot be read"
      case .open(let path): "the token file \(path) can be read by others; close it: chmod 600 \(path)"
      case .noToken(let path):
        "the token file \(path) must hold one word of at least 16 characters, such as that of: openssl rand -hex 24"
      }
    }
  }

  /// Reads a token.
  /// - Throws: ``Failure``.
  public static func read(_ path: String) throws(Failure) -> String {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= 4096,
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { throw .unreadable(path) }
    guard facts.st_mode & 0o077 == 0 else { throw .open(path) }
    let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let isWord = token.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 32 && $0.value < 127 }
    guard token.count >= 16, isWord else { throw .noToken(path) }
    return token
  }
}
