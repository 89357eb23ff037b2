import Foundation
import Testing

/// A table of cases beside the tests: one case a line, columns separated by tabs; `\n` stands for a line break.
struct CaseFile {
  struct Row: CustomTestStringConvertible, Sendable {
    let columns: [String]
    var testDescription: String { columns.joined(separator: " ⇒ ") }
  }

  let rows: [Row]

  init(_ name: String) {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(name).tsv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      Row(
        columns: line.split(separator: "\t", omittingEmptySubsequences: false).map {
          $0.replacingOccurrences(of: "\\n", with: "\n")
        })
    }
  }
}
