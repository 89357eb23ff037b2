/// What follows `/export`: a format, a resolution and a file, each of them optional.
package struct ExportArguments: Sendable, Equatable {
  /// A first word without a dot or slash, such as `gif`; whether there is such a format is not decided here.
  package private(set) var format: String?
  /// Such as `720p` or `4k`.
  package private(set) var resolution: String?
  /// The file.
  package private(set) var path: String?

  /// Reads the words behind the command.
  package init(_ arguments: String) {
    for word in PathWords.split(arguments) {
      if path == nil, resolution == nil, Self.isResolution(word) {
        resolution = word.lowercased()
      } else if format == nil, path == nil, !word.contains("."), !word.contains("/") {
        format = word
      } else if path == nil {
        path = word
      }
    }
  }

  private static func isResolution(_ word: String) -> Bool {
    let word = word.lowercased()
    if ["2k", "4k"].contains(word) { return true }
    return word.hasSuffix("p") && word.count >= 4 && word.dropLast().allSatisfy(\.isNumber)
  }
}
