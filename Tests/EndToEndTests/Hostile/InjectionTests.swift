import Foundation
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
    Attack(name: "a very long line", text: String(repeating: "long ", count: 40_000)),
    Attack(name: "a very long word", text: String(repeating: "w", count: 200_000)),
  ]

  /// Scalars that a program at a terminal has no business to send as text.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  @Test("piped output and JSON lines hold nothing that steers a terminal")
  func pipe() async { await Self.withEach { try await visitPipe($0) } }

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
          let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F
          try #require(
            !isControl && !Self.isForbidden(scalar),
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
