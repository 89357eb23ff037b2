import FlatYAML
import Testing

@Suite struct FlatYAMLTests {
  @Test("texts are read as they are written, in their order")
  func texts() throws {
    let yaml = try FlatYAML(
      "version: 1.10\nname: 'a: b'\nquick: no\nwide: \"\\u6807题 🎬\"\n# remark\nempty:\n")
    #expect(yaml.entries.map(\.key) == ["version", "name", "quick", "wide", "empty"])
    #expect(yaml["version"] == .text("1.10", isPlain: true))
    #expect(yaml["name"] == .text("a: b", isPlain: false))
    #expect(yaml["quick"] == .text("no", isPlain: true))
    #expect(yaml["wide"] == .text("标题 🎬", isPlain: false))
    #expect(yaml["empty"] == .text("", isPlain: true))
    #expect(yaml["other"] == nil)
  }

  @Test("a block of text keeps its lines, and lists are read in both forms")
  func blocks() throws {
    let yaml = try FlatYAML("text: |\n  one\n  two\nlist:\n- a\n- b\nflow: [1, '2']\nnone: []\n")
    #expect(yaml["text"] == .text("one\ntwo\n", isPlain: false))
    #expect(yaml["list"] == .list(["a", "b"]))
    #expect(yaml["flow"] == .list(["1", "2"]))
    #expect(yaml["none"] == .list([]))
  }

  @Test("what lies deeper is told from texts, and an alias stands for its text")
  func deeper() throws {
    let yaml = try FlatYAML("a: {b: c}\nd: [[e]]\nf: &x text\ng: *x\n")
    #expect(yaml["a"] == .other)
    #expect(yaml["d"] == .other)
    #expect(yaml["g"] == .text("text", isPlain: true))
  }

  @Test(
    "nothing but remarks and marks is no entry", arguments: ["", " \n", "# nothing\n", "---\n", "\u{FEFF}"])
  func nothing(text: String) throws { #expect(try FlatYAML(text).entries.isEmpty) }

  @Test("what is wrong is told with its line")
  func malformed() {
    #expect(throws: FlatYAMLError.noMapping) { try FlatYAML("- a\n- b\n") }
    #expect(throws: FlatYAMLError.noMapping) { try FlatYAML("words") }
    #expect(throws: FlatYAMLError.keyTwice("a")) { try FlatYAML("a: 1\nb: 2\na: 3\n") }
    #expect(throws: FlatYAMLError.keyIsNoText) { try FlatYAML("? [a]\n: b\n") }
    #expect(throws: FlatYAMLError.severalDocuments) { try FlatYAML("a: 1\n---\nb: 2\n") }
    do {
      _ = try FlatYAML("a: 1\nb: [\n")
      Issue.record("read")
    } catch {
      guard case .malformed(let problem, let line) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(!problem.isEmpty && line == 3)
    }
  }

  @Test("aliases that multiply take neither time nor memory")
  func multiplied() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(parts)]\n"
    }
    let yaml = try FlatYAML(text)
    #expect(yaml.entries.count == 41)
    #expect(yaml["a40"] == .other)
  }

  @Test("a document of 20,000 open brackets is refused or read, and never brings the program down")
  func deep() { _ = try? FlatYAML("a: " + String(repeating: "[", count: 20_000)) }
}
