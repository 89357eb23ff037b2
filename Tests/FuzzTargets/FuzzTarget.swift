/// What is fuzzed: every reader of bytes or text that comes from outside.
///
/// Each takes any bytes and must end, soon, without a trap; where something holds of every input, it is checked, too.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// The event stream parser.
  case stream
  /// What a stream says: events to words, with the JSON reader under it.
  case reply
  /// The sanitiser of text from outside.
  case sanitiser
  /// The translator of GUI talk.
  case translator
  /// The router of what is typed.
  case router
  /// The reader of drafts and states.
  case draft
  /// The studio's reader of forms.
  case multipart
  /// The studio's server, over a socket.
  case http
  /// The director: words to a storyboard.
  case director
  /// The editor: words to changes of a film.
  case editor
  /// The reader of SubRip subtitles.
  case subtitles

  /// Reads an input.
  public func read(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .stream: StreamFuzzing.read(bytes)
    case .reply: StreamFuzzing.readReply(bytes)
    case .sanitiser: TextFuzzing.sanitise(text)
    case .translator: TextFuzzing.translate(text)
    case .router: TextFuzzing.route(text)
    case .draft: DraftFuzzing.read(bytes)
    case .multipart: FormFuzzing.read(bytes)
    case .http: ServerFuzzing.shared.read(bytes)
    case .director: FilmFuzzing.direct(text)
    case .editor: FilmFuzzing.edit(text)
    case .subtitles: FilmFuzzing.subtitle(text)
    }
  }
}
