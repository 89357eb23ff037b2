/// What follows `/export`: a format, a resolution and a file, each of them optional.
package struct ExportArguments: Sendable, Equatable {
  /// A first word without a dot or slash, such as `gif`; whether there is such a format is not decided here.
  package private(set) var format: String?
  /// Lines, such as `720p`; 4K is `2160p`.
  package private(set) var resolution: String?
  /// The file.
  package private(set) var path: String?

  /// Reads the words behind the command.
  package init(_ arguments: String) {
    for word in PathWords.split(arguments) {
      if path == nil, resolution == nil, let lines = Self.resolution(word) {
        resolution = lines
      } else if format == nil, path == nil, !word.contains("."), !word.contains("/") {
        format = word
      } else if path == nil {
        path = word
      }
    }
  }

  private static func resolution(_ word: String) -> String? {
    let word = word.lowercased()
    if let lines = ["2k": "1440p", "4k": "2160p"][word] { return lines }
    return word.hasSuffix("p") && word.count >= 4 && word.dropLast().allSatisfy(\.isNumber) ? word : nil
  }
}
