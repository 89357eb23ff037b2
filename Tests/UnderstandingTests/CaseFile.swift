import Foundation
import Testing

/// The labelled data beside the tests.
enum CaseFile {
  /// The sets of utterances that were written before they were first routed.
  static let blindRouteSets = (1...14).map { "routes-blind-\($0).tsv" }
  /// The sets of replies that were written before they were first translated.
  static let blindReplySets = (1...15).map { "replies-blind-\($0).json" }

  /// The text of a file of `Cases/`.
  static func text(_ name: String) throws -> String {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Cases"))
    return try String(contentsOf: url, encoding: .utf8)
  }

  /// The utterances of a `.tsv` file.
  static func routes(_ name: String) throws -> [RouteCase] {
    try text(name).split(separator: "\n").map { line in
      try #require(RouteCase(line: line), "not a case: \(line)")
    }
  }

  /// The replies of a `.json` file.
  static func translations(_ name: String) throws -> [TranslationCase] {
    try JSONDecoder().decode([TranslationCase].self, from: Data(text(name).utf8))
  }

  /// The replies of a blind set.
  static func replies(_ name: String) throws -> [ReplyCase] {
    try JSONDecoder().decode([ReplyCase].self, from: Data(text(name).utf8))
  }
}
