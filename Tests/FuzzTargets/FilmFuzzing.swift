import Directing

/// The studio's understanding of words.
enum FilmFuzzing {
  private static let director = Director()
  private static let parser = EditParser(director: director)
  private static let film = Film(director.storyboard(for: "a sunset over ocean waves, then a forest in snow"))
  private static let media = [
    MediaItem(
      name: "clip.mp4", hash: "00ff",
      facts: MediaFacts(kind: .video, durationMS: 4000, width: 640, height: 360))
  ]

  /// Every text is a storyboard with something to see.
  static func direct(_ text: String) {
    let board = director.storyboard(for: text)
    let film = Film(board)
    precondition(!board.shots.isEmpty, "no shot")
    precondition((1...3_600_000).contains(film.durationMS), "a film of \(film.durationMS) ms")
  }

  /// Every message is some edits, none of which breaks a film.
  static func edit(_ text: String) {
    var film = Self.film
    let editor = FilmEditor()
    for request in parser.requests(in: text, film: film, media: media) {
      let (next, summary) = editor.apply(request, to: film)
      _ = summary.sentence(in: .english)
      _ = summary.sentence(in: .chinese)
      film = next
    }
    precondition(film.durationMS >= 0, "a film of \(film.durationMS) ms")
  }

  /// Subtitles, as the client sends a file of them.
  static func subtitle(_ text: String) {
    var film = Self.film
    for request in parser.requests(
      in: "Add these subtitles:\n1\n00:00:00,000 --> 00:00:01,000\n\(text)", film: film)
    {
      film = FilmEditor().apply(request, to: film).0
    }
    precondition(film.durationMS >= 0, "a film of \(film.durationMS) ms")
  }
}
