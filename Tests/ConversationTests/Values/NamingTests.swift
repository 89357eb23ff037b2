import Conversation
import Testing

@Suite struct NamingTests {
  @Test(
    "a file is named after its prompt",
    arguments: [
      ("a sunset over ocean waves", "sunset-over-ocean-waves"), ("The Cat's Pyjamas!", "cat-s-pyjamas"),
      ("日落 海浪", "日落-海浪"),
      ("../../etc/passwd", "etc-passwd"), ("", "video"), ("...", "video"), ("A", "a"), ("🎬", "video"),
    ])
  func slugs(prompt: String, slug: String) { #expect(FileNaming.slug(prompt) == slug) }

  @Test(
    "a film of uploads is named after the file without its ending",
    arguments: [
      ("beach.mp4", "beach"), ("my beach day.MOV", "my beach day"), ("archive.tar.gz", "archive.tar"),
      ("sunset over ocean waves", "sunset over ocean waves"), ("Dr. Who", "Dr. Who"), (".mp4", ".mp4"),
      ("海边.mp4", "海边"), ("", ""),
    ])
  func stems(name: String, stem: String) { #expect(FileNaming.stem(name) == stem) }

  @Test("a name is short and one path component, whatever the prompt", arguments: [5, 50, 500, 5000])
  func short(count: Int) {
    for prompt in [
      String(repeating: "word/ ", count: count), String(repeating: "日", count: count),
      String(repeating: "x", count: count),
    ] {
      let slug = FileNaming.slug(prompt)
      #expect(!slug.isEmpty && slug.utf8.count <= 180 && !slug.contains("/") && !slug.hasPrefix("."))
    }
  }

  @Test("prompts are paragraphs, or lines where nothing separates paragraphs; remarks are none")
  func prompts() {
    #expect(PromptList.prompts(in: "one\ntwo\r\n# no\nthree\n") == ["one", "two", "three"])
    #expect(PromptList.prompts(in: "one\nmore\n\n \ntwo\n") == ["one\nmore", "two"])
    #expect(PromptList.prompts(in: " \n#x\n") == [])
  }

  @Test("a slash line is a command, a near miss, or a path")
  func slashes() {
    #expect(SlashInput("/export gif out.gif") == .command(.export, arguments: "gif out.gif"))
    #expect(SlashInput(" /QUIT ") == .command(.quit, arguments: ""))
    #expect(SlashInput("/exprt") == .unknown(name: "exprt", nearest: .export))
    #expect(SlashInput("/zzzzzzzz") == .unknown(name: "zzzzzzzz", nearest: nil))
    for path in ["/home/ana/x.mp4", "/x.mp4", "/", "sunset /export"] { #expect(SlashInput(path) == nil) }
  }
}
