import Foundation
import LineEditing
import TerminalTesting
import Testing

/// The history file and what goes into it.
@Suite struct HistoryTests {
  @Test(
    "entries of any kind come back as they were",
    arguments: [
      "plain", "two\nlines", "quotes \" and \\ and \t tab", "中文 👨‍👩‍👧", "control \u{1B}[2J\u{7F}\u{85}",
      "\u{2028}separator", "nul \u{0}!",
    ]) func roundTrip(line: String) throws
  {
    let json = HistoryEntry.encode(line)
    #expect(json.hasSuffix("\n") && json.filter(\.isNewline).count == 1)
    #expect(HistoryEntry.decode(json) == line)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    #expect(object == ["line": line], "another JSON reader agrees")
  }

  @Test(
    "JSON of other writers is understood",
    arguments: [
      (#"{"line":"a"}"#, "a"), (#" { "time" : 12.5 , "line" : "\u4e2d\ud83d\udc4d\/" } "#, "中👍/"),
      (#"{"line":"x","ok":true}"#, "x"),
    ]) func foreign(json: String, line: String)
  {
    #expect(HistoryEntry.decode(json) == line)
  }

  @Test(
    "damaged lines are passed over",
    arguments: [
      "", "{", #"{"line":"cut"#, #"{"line":"#, #"{"other":"x"}"#, #"{"line":"\ud83d"}"#,
      #"{"line":"a"} trailing"#, "[]", #"{"line":5}"#,
    ]) func damaged(json: String)
  {
    #expect(HistoryEntry.decode(json) == nil)
  }

  @Test(
    "a line with a token is never stored",
    arguments: [
      "NEMO_TOKEN=abc t2v", "export nemo_token=abc", "use nmv_usr_12ab", "clm_9f8e7d",
      "Authorization: Bearer eyJhbGciOi", "authorization: bearer x",
      "see https://x/y?claim=clm_1",
    ]) func secrets(line: String)
  {
    #expect(SecretFilter.holdsSecret(line))
  }

  @Test(
    "ordinary talk is no secret",
    arguments: [
      "a ring bearer walks", "bearer", "film of a clm_", "aclm_x", "what is NEMO_TOKEN?",
      "a cat with a bearer\nof news",
    ]) func noSecrets(line: String)
  {
    #expect(!SecretFilter.holdsSecret(line))
  }

  @Test("no entry appears twice, the latest place counts, the limit holds")
  func merging() {
    let file = ["a", "b", "a", "c", "Bearer x", " "].map(HistoryEntry.encode).joined() + "rubbish\n"
    let lines = HistoryLines(file: file, limit: 10)
    #expect(lines.entries == ["b", "a", "c"])
    #expect(lines.superfluous == 4)
    #expect(HistoryLines(file: file, limit: 2).entries == ["a", "c"])
  }

  @Test("the file is its owner's alone, and holds one JSON object a line")
  func file() async throws {
    try await ProbeRun.inTemporaryFolder { folder in
      let path = folder + "/state/deep/history"
      let store = HistoryStore(path: path)
      #expect(store.load().isEmpty)
      #expect(
        store.append("one") && store.append("two\nlines") && store.append("Bearer secret")
          && store.append("  "))
      #expect(store.load() == ["one", "two\nlines"])
      #expect(
        try String(contentsOfFile: path, encoding: .utf8)
          == "{\"line\":\"one\"}\n{\"line\":\"two\\nlines\"}\n")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let parent = try FileManager.default.attributesOfItem(atPath: folder + "/state/deep")
      #expect(parent[.posixPermissions] as? Int == 0o700)
    }
  }

  @Test("a file cut short by a crash loses the cut line alone")
  func cutShort() async throws {
    try await ProbeRun.inTemporaryFolder { folder in
      let store = HistoryStore(path: folder + "/history")
      try "{\"line\":\"whole\"}\n{\"line\":\"cu".write(toFile: store.path, atomically: true, encoding: .utf8)
      store.append("next")
      #expect(store.load() == ["whole", "next"])
    }
  }

  @Test("many writers at once lose nothing, also while the file is being rewritten")
  func concurrent() async throws {
    try await ProbeRun.inTemporaryFolder { folder in
      let store = HistoryStore(path: folder + "/history", limit: 400)
      for _ in 0..<900 { store.append("repeated") }
      await withTaskGroup(of: Void.self) { group in
        for writer in 0..<4 {
          group.addTask { for index in 0..<90 { store.append("writer \(writer) line \(index)") } }
        }
        group.addTask { for _ in 0..<20 { _ = store.load() } }
      }
      let lines = store.load()
      #expect(lines.count == 361)
      #expect(Set(lines).count == 361)
      let size = try Data(contentsOf: URL(fileURLWithPath: store.path)).count
      #expect(size < 900 * 20, "the repeated lines are gone")
    }
  }

  @Test(
    "a second run finds the lines of the first, of several lines too, without doubles and without secrets")
  func acrossRuns() async throws {
    try await ProbeRun.inTemporaryFolder { folder in
      let environment = ["PROBE_HISTORY": folder + "/history"]
      let first = try await ProbeRun.start(environment: environment)
      for line in ["alpha", "beta", "use Bearer abcdef", "alpha"] {
        try await first.type(line + "\r")
        try await first.wait { $0.lines[$0.cursor.row] == "t2v>" && $0.text.contains("[line \"\(line)\"]") }
      }
      try await first.type("two\u{1B}\rlines\r")
      try await first.waitForText(#"[line "two\nlines"]"#)
      try await first.type("\u{04}")
      try await first.waitForExit()

      let second = try await ProbeRun.start(environment: environment)
      try await second.type("\u{1B}[A")
      try await second.wait { $0.lines[0] == "t2v> two" && $0.lines[1] == "... lines" }
      try await second.type("\u{1B}[A\u{1B}[A")
      try await second.wait { $0.lines[0] == "t2v> alpha" && $0.lines[1].isEmpty }
      try await second.type("\u{1B}[A")
      try await second.wait { $0.lines[0] == "t2v> beta" }
      try await second.type("\u{1B}[A\u{1B}[A!\r")
      try await second.waitForText("[line \"beta!\"]")
      let file = try String(contentsOfFile: folder + "/history", encoding: .utf8)
      #expect(!file.contains("abcdef"))
    }
  }
}
