import Conversation
import Understanding

/// Text from the service, and text from the user.
enum TextFuzzing {
  private static let router = IntentRouter(home: "/home/ana") { $0.utf8.count % 2 == 0 }

  /// Nothing that steers a terminal is left, however the text is cut.
  static func sanitise(_ text: String) {
    let clean = TextSanitiser.clean(text)
    precondition(clean.unicodeScalars.allSatisfy(isVisible), "something is left in \(clean.debugDescription)")
    precondition(TextSanitiser.clean(clean) == clean, "what is clean is cleaned again")
    var sanitiser = TextSanitiser()
    var pieces = ""
    for scalar in text.unicodeScalars {
      pieces.unicodeScalars += sanitiser.clean(String(scalar)).unicodeScalars
    }
    precondition(
      pieces.unicodeScalars.elementsEqual(clean.unicodeScalars), "scalar by scalar it is another text")
    let line = TextSanitiser.singleLine(text)
    precondition(
      !line.contains { $0.isNewline || $0 == "\t" }, "more than one line in \(line.debugDescription)")
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: true
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      false
    default: true
    }
  }

  /// However a reply is cut, its translation is the same.
  static func translate(_ text: String) {
    let whole = GUITranslator.translate(text)
    var translator = GUITranslator()
    var outputs: [GUITranslator.Output] = []
    let scalars = Array(text.unicodeScalars)
    let size = 1 + Int(scalars.first?.value ?? 0) % 11
    for start in stride(from: 0, to: scalars.count, by: size) {
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[start..<min(start + size, scalars.count)])
      outputs += translator.feed(String(piece))
    }
    outputs += translator.finish()
    precondition(whole.text.utf8.count <= 2 * text.utf8.count + 100, "a translation grows")
    withExtendedLifetime(outputs) {}
  }

  /// Whatever is typed leads somewhere.
  static func route(_ text: String) { _ = router.route(text) }
}
