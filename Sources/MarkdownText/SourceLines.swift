/// The lines of Markdown source, and what can be told of them without a parser.
struct SourceLines {
  /// The lines, without their ends; the last one is unfinished, or empty behind a line end.
  private let lines: [Substring]
  /// For each line the fence of the code block that it belongs to, its opening and closing lines included.
  private let fences: [Substring?]
  /// What opened the code block that is open at the end, such as ` ``` `.
  let openFence: String?

  init(_ source: String) {
    lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var open: Substring?
    var openLine: Substring?
    var fences: [Substring?] = []
    for (index, line) in lines.enumerated() {
      let mark = Self.fence(of: line)
      if let present = open {
        fences.append(present)
        // The unfinished last line may be the end of the block one day; it is not yet.
        let isEnd = mark.map { $0.first == present.first && $0.count >= present.count } ?? false
        if isEnd, index < lines.count - 1,
          Self.content(of: line).allSatisfy({ $0 == present.first || $0 == " " })
        {
          open = nil
        }
      } else if let mark, index < lines.count - 1,
        mark.first != "`" || !Self.content(of: line).dropFirst(mark.count).contains("`")
      {
        (open, openLine) = (mark, line)
        fences.append(mark)
      } else {
        fences.append(nil)
      }
    }
    self.fences = fences
    openFence = open == nil ? nil : openLine.map(String.init)
  }

  var count: Int { lines.count }

  /// Whether the end stands in a fenced code block.
  var isFenceOpen: Bool { openFence != nil }

  /// Whether the last line that has ended is blank.
  var endsBlank: Bool {
    lines.count > 1 && lines[lines.count - 1].isEmpty && Self.isBlank(lines[lines.count - 2])
  }

  /// Whether all lines are blank.
  var isBlankAlone: Bool { lines.allSatisfy(Self.isBlank) }

  /// Whether the line before a line, from 1, is blank; for the first line it is what was before the source.
  func isBlank(before line: Int, in before: Bool?) -> Bool? {
    guard line > 1, lines.indices.contains(line - 2) else { return before }
    return before == nil ? nil : Self.isBlank(lines[line - 2])
  }

  /// The source from a line on, from 1.
  func text(from line: Int) -> String { lines.dropFirst(line - 1).joined(separator: "\n") }

  /// How many characters at the end may still become anything: a last line that holds no more than marks.
  var heldCount: Int {
    guard let last = lines.last, !last.isEmpty else { return 0 }
    let content = last.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    let digits = content.drop { $0.isASCII && $0.isNumber }
    let isNumber = digits.count < content.count && (digits.isEmpty || digits == "." || digits == ")")
    let isMark = content.allSatisfy { "-*_+=#`~| \t>".contains($0) }
    return isNumber || isMark ? last.utf8.count : 0
  }

  /// The source as the parser is to see it, without so many bytes at its end.
  func prepared(without held: Int) -> String {
    var output: [String] = []
    var followsText = false
    for (index, line) in lines.enumerated() {
      var line = index == lines.count - 1 && held > 0 ? "" : String(line)
      if fences[index] == nil {
        let content = Self.content(of: line[...])
        if followsText, !content.isEmpty, content.allSatisfy({ $0 == "=" || $0 == " " }) {
          line = "\\" + content
        } else if followsText, content.hasPrefix("--"), content.allSatisfy({ $0 == "-" || $0 == " " }) {
          line = "***"
        } else if content.first == "[", let end = content.firstIndex(of: "]"),
          content[content.index(after: end)...].first == ":"
        {
          line = "\\" + content
        }
        followsText = !Self.isBlank(line[...])
      } else {
        followsText = false
      }
      output.append(line)
    }
    return output.joined(separator: "\n")
  }

  private static func isBlank(_ line: Substring) -> Bool {
    line.allSatisfy { $0 == " " || $0 == "\t" || $0 == ">" }
  }

  private static func content(of line: Substring) -> Substring {
    line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
  }

  /// The run of three or more marks that a fence begins with.
  private static func fence(of line: Substring) -> Substring? {
    let content = content(of: line)
    guard let first = content.first, first == "`" || first == "~" else { return nil }
    let run = content.prefix { $0 == first }
    return run.count >= 3 ? run : nil
  }
}
