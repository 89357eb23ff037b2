import Foundation
import TerminalTesting
import Testing

/// The list at the head of TerminalSequences.swift is complete and true.
@Suite struct SequenceTableTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  /// The client's targets that could write to a terminal.
  private static let targets = [
    "LineEditing", "MarkdownText", "Presentation", "TerminalPictures", "t2v", "Conversation",
  ]

  /// Files that name sequences because they read them: keys, a terminal's answers, styled text, hostile text.
  private static let readers: Set<String> = [
    "KeyReader.swift", "EditCommand.swift", "Libedit.swift", "TerminalAnswers.swift", "StyledScanner.swift",
    "OpenLine.swift", "TextSanitiser.swift", "LineEditor+Configuration.swift",
  ]

  /// The sequences of the list, as the emulator spells them: `[nA`, `[?2004h`, `]9;`.
  private static func table() throws -> Set<String> {
    let file = sources.appendingPathComponent("LineEditing/TerminalSequences.swift")
    var forms: Set<String> = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where line.hasPrefix("//   ") {
      let text = line.dropFirst(5)
      guard let first = text.first, first != " " else { continue }
      let cell = String(text.prefix(text.firstRange(of: "  ")?.lowerBound == nil ? 0 : text.count))
      let columns = cell.components(separatedBy: "  ").filter { !$0.isEmpty }
      for part in columns.prefix(columns.count > 2 ? columns.count - 1 : 1) {
        forms.formUnion(spellings(of: part))
      }
    }
    // A mode is listed once, with both its ends.
    for form in forms where form.hasPrefix("[?") && form.hasSuffix("h") {
      forms.insert(form.dropLast() + "l")
    }
    return forms
  }

  private static func spellings(of listed: String) -> [String] {
    let text = listed.trimmingCharacters(in: .whitespaces)
    for (name, start) in [("OSC ", "]"), ("DCS ", "P"), ("ESC _ ", "_")] where text.hasPrefix(name) {
      let body = text.dropFirst(name.count).filter { $0 != " " }
      return [start + body.prefix { !$0.isLowercase && $0 != "…" && $0 != "U" && $0 != "=" }]
    }
    guard text.hasPrefix("ESC ") else { return [] }
    return [String(text.dropFirst(4).filter { $0 != " " })]
  }

  @Test("the list is read")
  func reading() throws {
    let table = try Self.table()
    #expect(
      table.isSuperset(of: [
        "[nA", "[nG", "[K", "[J", "[2J", "[…m", "[?1004h", "[?1004l", "7", "8", "[>q", "]9;4;",
      ]))
    #expect(table.contains("]8;;") && table.contains("_G") && table.contains("]99;"))
  }

  @Test("no source of the client spells a sequence but the one with the list")
  func onePlace() throws {
    for target in Self.targets {
      let folder = Self.sources.appendingPathComponent(target)
      let files =
        FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]
        ?? []
      #expect(!files.isEmpty, "\(target)")
      for file in files
      where file.pathExtension == "swift" && file.lastPathComponent != "TerminalSequences.swift" {
        guard !Self.readers.contains(file.lastPathComponent) else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        for spelling in ["u{1B}", "u{1b}", "u{07}", "u{7}", "u{9B}", "\\033", "\\e["] {
          #expect(!text.contains(spelling), "\(file.lastPathComponent) spells \(spelling)")
        }
      }
    }
  }

  @Test("each sequence that the one source spells is in the list")
  func completeness() throws {
    let table = try Self.table()
    let file = Self.sources.appendingPathComponent("LineEditing/TerminalSequences.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let code = text.split(separator: "\n").filter { !$0.hasPrefix("//") }.joined(separator: "\n")
    var count = 0
    for part in code.components(separatedBy: "\\u{1B}").dropFirst() {
      var form = part.replacing(/\\\(.*?\)(?=[A-Za-z])/, with: "n").replacing(/\\\([^)]*\)/, with: "n")
      if form.hasPrefix("\\\\") { continue }
      form = form.replacing(/[0-9]+(?=[ABG])/, with: "n")
      count += 1
      let isListed = table.contains { listed in
        ["]", "_", "P"].contains(listed.prefix(1))
          ? form.hasPrefix(listed) : form.hasPrefix(listed) || (listed == "[…m" && form.contains("m"))
      }
      #expect(isListed, "\(form.prefix(12))")
    }
    #expect(count > 20)
  }

  @Test("what a session sends is in the list")
  func sent() async throws {
    let table = try Self.table()
    let terminal = try await ProbeRun.start(
      columns: 40, environment: ["PROBE_ASKS": "1"],
      identity: TerminalIdentity(name: "kitty(0.32.2)", drawsKitty: true))
    try await terminal.type(":stream 30\r")
    try await terminal.waitForText("\nword1 ")
    try await terminal.type("typed 中文 👍🏽 " + String(repeating: "long ", count: 20))
    try await terminal.waitForText("[streamed]")
    try await terminal.type("\u{12}str\u{7}\u{1B}[D\u{7F}\u{3}\u{0C}")
    for (command, string) in [(":title 5", "]9;4;1;5"), (":notify x", "]9;x"), (":title none", "]9;4;0;0")] {
      try await terminal.type(command + "\r")
      try await terminal.wait { $0.strings.last == string }
    }
    try await terminal.type("\u{4}")
    try await terminal.waitForExit()
    let forms = await terminal.screen.forms
    #expect(forms.count > 12)
    for form in forms {
      let isListed = table.contains { listed in
        ["]", "_", "P"].contains(listed.prefix(1))
          ? form.hasPrefix(listed.prefix(form.count)) : form == listed
      }
      #expect(isListed || form == "\\", "\(form)")
    }
  }
}
