import Foundation
import GatewayTesting
import TerminalTesting
import Testing

/// What steers a terminal is taken out of everything that a service says, wherever it says it.
@Suite("Hostile text at a terminal", .serialized)
struct InjectionTests {
  /// An attack, and what of it must not reach the terminal.
  struct Attack: Sendable {
    let name: String
    let text: String
  }

  static let attacks = [
    Attack(name: "colours", text: "a\u{1B}[31337mb"), Attack(name: "cursor", text: "a\u{1B}[31337;31337Hb"),
    Attack(name: "erase", text: "a\u{1B}[31337Jb"), Attack(name: "mode", text: "a\u{1B}[?31337hb"),
    Attack(name: "title", text: "a\u{1B}]2;EVIL\u{7}b"),
    Attack(name: "title until ST", text: "a\u{1B}]0;EVIL\u{1B}\\b"),
    Attack(name: "clipboard", text: "a\u{1B}]52;c;EVIL\u{7}b"),
    Attack(name: "link", text: "a\u{1B}]8;;https://EVIL/\u{1B}\\b\u{1B}]8;;\u{1B}\\"),
    Attack(name: "notification", text: "a\u{1B}]9;EVIL\u{7}b"),
    Attack(name: "progress", text: "a\u{1B}]9;4;1;31337\u{7}b"),
    Attack(name: "device control", text: "a\u{1B}PEVIL\u{1B}\\b"),
    Attack(name: "application", text: "a\u{1B}_GEVIL\u{1B}\\b"),
    Attack(name: "privacy message", text: "a\u{1B}^EVIL\u{1B}\\b"),
    Attack(name: "start of string", text: "a\u{1B}XEVIL\u{1B}\\b"),
    Attack(name: "open title", text: "a\u{1B}]2;EVIL"), Attack(name: "reset", text: "a\u{1B}cb\u{1B}31337"),
    Attack(name: "character set", text: "a\u{1B}(0b"), Attack(name: "C1 control", text: "a\u{9B}31337mb"),
    Attack(name: "C1 title", text: "a\u{9D}2;EVIL\u{9C}b"),
    Attack(name: "C1 device control", text: "a\u{90}EVIL\u{9C}b"),
    Attack(name: "C1 rest", text: "a\u{84}\u{85}\u{88}\u{8D}\u{8E}\u{8F}\u{9A}b"),
    Attack(name: "controls", text: "a\u{0}\u{1}\u{5}\u{7}\u{8}\u{B}\u{C}\u{E}\u{F}\u{18}\u{1A}\u{7F}b"),
    Attack(name: "over-writing", text: "aaaa\rb\u{8}\u{8}c"),
    Attack(name: "bidi override", text: "a\u{202E}4pm.exe\u{202C}b"),
    Attack(name: "bidi isolate", text: "a\u{2066}\u{2067}\u{2068}b\u{2069}"),
    Attack(name: "bidi marks", text: "a\u{200E}\u{200F}\u{61C}b"),
    Attack(name: "deprecated formats", text: "a\u{206A}\u{206E}\u{FFF9}x\u{FFFA}y\u{FFFB}b"),
    Attack(name: "hidden text", text: "a\u{200B}\u{2060}\u{FEFF}\u{2028}\u{2029}b"),
    Attack(name: "entities", text: "a&#27;[31337m&#x1b;]2;EVIL&#7;&#x202e;&#x9b;31337mb"),
    Attack(name: "path", text: "../../\u{2044}etc\u{FF0F}pa\u{0455}swd\u{202E}4pm"),
    Attack(name: "tags", text: "a\u{E0065}\u{E0076}\u{E0069}\u{E006C}b\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}c"),
    Attack(name: "marks over marks", text: "a" + String(repeating: "\u{301}", count: 3000) + "b"),
    Attack(name: "a very long line", text: String(repeating: "long ", count: 40_000)),
    Attack(name: "a very long word", text: String(repeating: "w", count: 200_000)),
  ]

  @Test("piped output and JSON lines hold nothing that steers a terminal")
  func pipe() async { await Self.withEach { try await visitPipe($0) } }

  /// Terminals that know links, progress in the title and the three kinds of notifications, and one that tells nothing.
  private static let terminals = [
    TerminalIdentity(name: "WezTerm 20240203-110809"), TerminalIdentity(name: "kitty(0.32.2)"),
    TerminalIdentity(name: "foot(1.16.2)"), nil,
  ]

  @Test("a terminal gets text and t2v's own sequences alone: screen, title, links and modes stay t2v's")
  func terminal() async { await Self.withEach { try await Self.visitTerminal($0) } }

  private static func visitTerminal(_ attack: Attack) async throws {
    let sandbox = try Sandbox()
    let text = attack.text.count > 5000 ? String(attack.text.prefix(5000)) : attack.text
    let service = try HostileService(mark: text)
    defer { service.stop() }
    try "not a film".write(toFile: sandbox.file("clip.mp4"), atomically: true, encoding: .utf8)
    let number = attacks.firstIndex { $0.name == attack.name } ?? 0
    let terminal = try PseudoTerminal(
      Sandbox.client, ["-v"], environment: sandbox.environment(environment(service)), columns: 100, rows: 30,
      identity: terminals[number % terminals.count], directory: sandbox.work)
    try await HostileService.sayAll(at: terminal)
    try await inspect(terminal, attack.name)
  }

  /// Looks at all that was sent to a terminal, and at what it is left as.
  private static func inspect(_ terminal: PseudoTerminal, _ name: String) async throws {
    let screen = await terminal.screen
    let sent = SentBytes(await terminal.output, columns: screen.columns, rows: screen.rows)
    #expect(sent.problems.isEmpty, "\(name): \(sent.problems.joined(separator: "\n"))")
    // Words may be in the address of a link, percent-encoded; they are in nothing else.
    #expect(
      !sent.strings.contains { $0.contains("EVIL") && !$0.hasPrefix("]8;;https://example.com/a%1B") },
      "\(name): \(sent.strings)")
    #expect(screen.modes == [7, 25], "\(name)")
    #expect(screen.fullErasures == 0, "\(name)")
    // What stood on the screen before the service said a word stands there still.
    #expect(screen.text.hasPrefix("t2v: text to video. Describe it"), "\(name)")
    #expect(screen.text.contains("Saved the conversation to"), "\(name)")
    let modes = await terminal.modes
    #expect(modes.isCanonical && modes.echoes && modes.makesSignals, "\(name)")
  }

  @Test(
    "names of files can't steer the terminal: completed, listed, dropped, uploaded, missing or exported to")
  func fileNames() async throws {
    let sandbox = try Sandbox()
    let service = try HostileService(mark: "words")
    defer { service.stop() }
    let folder = sandbox.file("names")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var names: [String] = []
    for (number, attack) in Self.attacks.enumerated() where attack.text.utf8.count < 200 {
      let text = String(attack.text.unicodeScalars.filter { $0 != "/" && $0.value != 0 }.map(Character.init))
      let name = "n\(number)-\(text)\(number.isMultiple(of: 4) ? "\nx" : "").mp4"
      try Data(MediaBytes.file("mp4", size: 100)).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      names.append(name)
    }
    let terminal = try PseudoTerminal(
      Sandbox.client, ["-v"], environment: sandbox.environment(Self.environment(service)), columns: 100,
      rows: 60,
      identity: Self.terminals[0], directory: sandbox.work)
    try await terminal.wait("the greeting", within: .seconds(60)) {
      $0.text.filter { !$0.isWhitespace }.contains("thenexport")
    }
    // All names below the prompt, and one after another in it.
    try await terminal.type("/upload names/n\t\t")
    try await terminal.wait("the names") { $0.text.contains("n23") && $0.text.contains("n29") }
    try await terminal.type("\u{15}")
    for number in 0..<names.count {
      try await terminal.type("/upload names/n\(number)-\t")
      try await terminal.wait("a name") { $0.lines.contains { $0.contains("names/n\(number)-") } }
      try await terminal.type("\u{15}")
      try await terminal.wait("an empty prompt") { $0.lines.last { !$0.isEmpty }?.hasSuffix(">") == true }
    }
    // Dropped onto the window, quoted as a terminal does it; every second one is missing.
    for (index, name) in names.enumerated() {
      let path = "\(folder)/\(index.isMultiple(of: 2) ? name : "missing" + name)"
      try await terminal.paste("'\(path.replacing("'", with: "'\\''"))'")
      try await terminal.type("\r")
    }
    for attack in Self.attacks.prefix(24) {
      try await terminal.paste("export to out/\(attack.text).mp4")
      try await terminal.type("\r")
    }
    try await terminal.type("/save talk.md\r")
    try await HostileService.leave(terminal)
    try await Self.inspect(terminal, "file names")
    for name in sandbox.files where !name.hasPrefix("names") {
      #expect(!name.unicodeScalars.contains(where: SentBytes.isForbidden), "\(name.debugDescription)")
    }
  }

  /// Tries all attacks, some at once: most of the time is waiting.
  private static func withEach(_ body: @escaping @Sendable (Attack) async throws -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for (index, attack) in attacks.enumerated() {
        if index >= 6 { await group.next() }
        group.addTask {
          do {
            try await body(attack)
          } catch {
            Issue.record("\(attack.name): \(error)")
          }
        }
      }
    }
  }

  private func visitPipe(_ attack: Attack) async throws {
    let sandbox = try Sandbox()
    let service = try HostileService(mark: attack.text)
    defer { service.stop() }
    try "not a film".write(toFile: sandbox.file("clip.mp4"), atomically: true, encoding: .utf8)
    let input = HostileService.words.joined(separator: "\n") + "\n"
    for arguments in [[], ["--json"], ["--plain", "-v"]] {
      let run = try await Run.client(
        arguments, in: sandbox, input: input, environment: Self.environment(service))
      for (text, place) in [(run.output, "output"), (run.errors, "errors")] {
        for scalar in text.unicodeScalars {
          try #require(
            scalar == "\n" || scalar == "\t" || !SentBytes.isForbidden(scalar),
            "U+\(String(scalar.value, radix: 16)) in the \(place) of \(arguments)")
        }
      }
      #expect(run.output.split(separator: "\n").count == run.events.count || arguments != ["--json"])
    }
  }

  private static func environment(_ service: HostileService) -> [String: String] {
    [
      "NEMO_API_URL": service.url, "T2V_POLL": "0.02", "T2V_RATE_WAIT": "0.02", "T2V_RECOVERY": "0.02",
      "NEMO_TOKEN": "nmv_usr_hostile_token",
    ]
  }
}
