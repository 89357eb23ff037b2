import NemoVideo
import Testing

@Suite struct SkillDocumentTests {
  @Test(
    "name and version are read whatever the line ends and the form of the version",
    arguments: [
      "---\nname: text-to-video-kaiber\nversion: 1.0.0\n---\n# Text",
      "---\r\nname: text-to-video-kaiber\r\nversion: \"1.0.0\"\r\n---\r\n",
      "\u{FEFF}---\nversion: '1.0.0'\ndescription: >\n  long\n  text\nname: text-to-video-kaiber\nmetadata: {\"a\":{\"b\":[1]}}\n---",
    ])
  func read(text: String) throws {
    let document = try SkillDocument(path: "/x/SKILL.md", text: text)
    #expect(document.name == "text-to-video-kaiber")
    #expect(document.version == "1.0.0")
  }

  @Test("a version that YAML takes for a number is read as it is written")
  func number() throws {
    #expect(try SkillDocument(path: "", text: "---\nname: a\nversion: 1.10\n---\n").version == "1.10")
  }

  @Test(
    "what has no frontmatter is refused",
    arguments: ["", "# Text", "---\nname: a\n", "---\nname: a\n---\n", "---\n- 1\n---\n"])
  func refused(text: String) {
    #expect(throws: SkillDocument.Failure.self) { try SkillDocument(path: "/x", text: text) }
  }

  @Test("the platform is the install path's, unless SKILL_SOURCE says otherwise")
  func platform() throws {
    func platform(_ path: String, _ override: String? = nil) throws -> String? {
      let document = try SkillDocument(path: path, text: "---\nname: a\nversion: 1\n---\n")
      return Attribution(document: document, override: override).headers.first {
        $0.name == "X-Skill-Platform"
      }?.value
    }
    #expect(try platform("/home/a/.clawhub/skills/x/SKILL.md") == "clawhub")
    #expect(try platform("/home/a/.cursor/skills/x/SKILL.md") == "cursor")
    #expect(try platform("/home/a/.cursor/x/SKILL.md") == "unknown")
    #expect(try platform("/home/a/.clawhub/x/SKILL.md", "mine\r\nX-Evil: 1") == "mineX-Evil:1")
  }

  @Test("it is looked for among the shared files first, then beside and above the program")
  func candidates() throws {
    let found = try SkillDocument.installed(executable: "/opt/t2v/bin/t2v") { path in
      path == "/opt/t2v/share/t2v/SKILL.md" ? "---\nname: a\nversion: 2\n---\n" : nil
    }
    #expect(found.path == "/opt/t2v/share/t2v/SKILL.md")
    #expect(throws: SkillDocument.Failure.self) {
      try SkillDocument.installed(executable: "/a/b/t2v") { _ in nil }
    }
  }
}
