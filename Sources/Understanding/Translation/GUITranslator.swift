/// Turns the service's replies, which assume a graphical interface, into what a user of a terminal needs
/// (SEED.md, "Backend Response Translation"): instructions to click, open or drag go, what they would have done
/// comes out as actions, and all other text stays as it is.
///
/// A value that is fed text as it streams. A sentence is decided as soon as it ends; a line of a table, a heading
/// and a line that announces a list wait for the end of the line or for the first item that stays. What comes out
/// does not depend on how the text was cut into pieces.
public struct GUITranslator: Sendable {
  /// What comes out of the stream.
  public enum Output: Sendable, Equatable {
    /// Text to show, exactly as it is to be joined: it carries its own spaces and line ends.
    case text(String)
    /// Something to do. Each action comes once a reply.
    case action(GUIAction)
  }

  private var segments = ReplySegmenter()
  private var page: ReplyPage
  private let readsEverySentence: Bool

  /// A translator at the start of a reply.
  public init() { self.init(readsEverySentence: false) }

  /// A translator that can be told to read every sentence in full, also those without a word of instructions.
  /// What comes out is the same; tests compare the two.
  package init(readsEverySentence: Bool) {
    self.readsEverySentence = readsEverySentence
    page = ReplyPage(readsAll: readsEverySentence)
  }

  /// Takes the next piece of the reply; gives what can be decided now.
  public mutating func feed(_ text: String) -> [Output] {
    segments.take(text)
    while let segment = segments.next() { page.add(segment) }
    return page.takeOutput()
  }

  /// Ends the reply; gives the remainder. The translator is then ready for the next reply.
  public mutating func finish() -> [Output] {
    segments.end()
    while let segment = segments.next() { page.add(segment) }
    page.end()
    let output = page.takeOutput()
    self = GUITranslator(readsEverySentence: readsEverySentence)
    return output
  }

  /// Translates a whole reply at once.
  /// - Returns: what the user sees, and what is to be done, in order.
  public static func translate(_ text: String) -> (text: String, actions: [GUIAction]) {
    var translator = GUITranslator()
    var shown = ""
    var actions: [GUIAction] = []
    for output in translator.feed(text) + translator.finish() {
      switch output {
      case .text(let piece): shown += piece
      case .action(let action): actions.append(action)
      }
    }
    return (shown, actions)
  }
}
