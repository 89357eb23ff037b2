import Glibc

/// The folder that keeps uploads by the SHA-256 of their bytes.
struct MediaFolder: Sendable {
  /// Its path; nil when the renderer was given none.
  let path: String?

  /// The path of an upload.
  ///
  /// - Throws: `mediaMissing` when it is not there, or its name is not 64 hexadecimal digits (so that a draft from
  ///   outside can name nothing else on this disk).
  func file(named name: String) throws(RenderError) -> String {
    let isHash = name.utf8.count == 64 && name.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    guard let path, isHash else { throw .mediaMissing(name) }
    let file = "\(path)/\(name)"
    guard access(file, R_OK) == 0 else { throw .mediaMissing(name) }
    return file
  }
}
