import Directing
import Foundation
import MediaFormats
import Rendering

/// The page behind a claim link: the film of one session to play, its timeline to scale, its versions, its files to
/// save. Plain HTML and CSS, no script; the timeline is an SVG whose places are attributes, so that the page needs no
/// inline style and its policy allows none.
struct ClaimPage {
  let session: SessionRecord
  /// The film as it is now.
  let film: Film
  /// The version that is shown; nil for an empty timeline.
  let version: Int64?
  /// All versions, newest first.
  let versions: [VersionRecord]
  /// Finished renders, newest first.
  let renders: [RenderRecord]

  /// For a link that opens nothing.
  static let expired = page(
    title: "t2v",
    body: "<h1>This link has ended</h1><p>Ask <code>t2v</code> for a new one with <code>/open</code>.</p>")

  /// Sends the browser on, from within this site: a cookie that is kept from other sites comes along then.
  static let entrance = """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>t2v</title>
    <meta http-equiv="refresh" content="0;url=/workspace/claim"></head>
    <body><a href="/workspace/claim">Open the film</a></body></html>
    """

  /// The style sheet, of its own address.
  static let style = """
    :root { color-scheme: dark }
    body { margin: 0 auto; max-width: 72rem; padding: 2rem; background: #14161a; color: #e8e6e3;
      font: 16px/1.5 system-ui, sans-serif }
    h1 { font-size: 1.5rem; margin: 0 0 1rem } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; color: #b7b3ad }
    video, audio, .still { display: block; max-width: 100%; max-height: 70vh; margin: 0 auto; border-radius: 8px;
      background: #000 }
    svg { width: 100%; height: auto } a { color: #8ab4f8 } .note { color: #b7b3ad; font-size: .9rem }
    table { border-collapse: collapse; width: 100% } td { padding: .3rem .6rem .3rem 0; border-top: 1px solid #2b2e35 }
    tr.now td { font-weight: 600 }
    """

  /// The page.
  var html: String {
    let name = Self.escape(title)
    return Self.page(
      title: name, body: "<h1>\(name)</h1>\(player)\(timeline)\(downloads)\(history)")
  }

  private var title: String {
    film.tracks.first { $0.kind == .video }?.segments.first?.metadata.name ?? session.name
  }

  // MARK: The film

  /// The newest render if it is of the film as it is now, else a small preview of that film.
  private var player: String {
    guard let version, film.durationMS > 0 else {
      return "<p>The timeline is empty. Describe a scene, and load this page again.</p>"
    }
    let hasPictures = film.tracks.contains { $0.kind == .video && !$0.segments.isEmpty }
    let draft = versions.first { $0.id == version }?.draft
    if let render = renders.first, render.draft == draft || !hasPictures {
      return view(of: render, note: "This is the newest export, \(Self.escape(format(of: render))).")
    }
    return """
      <video src="/workspace/preview" poster="/api/poster/nemo_agent/me/\(Self.escape(session.id))?width=960" controls \
      playsinline preload="none"></video><p class="note">A small preview of the film as it is now; it is made when you \
      press play. Export it for full size.</p>
      """
  }

  private func view(of render: RenderRecord, note: String) -> String {
    let address = Self.address(of: render)
    let name = Self.escape(title)
    let element =
      switch MediaFormat(word: (render.file as NSString).pathExtension)?.kind {
      case .animation, .still: "<img class=\"still\" src=\"\(address)\" alt=\"\(name)\">"
      case .sound: "<audio src=\"\(address)\" controls></audio>"
      default: "<video src=\"\(address)\" controls playsinline></video>"
      }
    return "\(element)<p class=\"note\">\(note)</p>"
  }

  // MARK: The timeline

  private var timeline: String {
    let length = film.durationMS
    guard length > 0 else { return "" }
    let (width, row, left) = (1000.0, 44.0, 70.0)
    let tracks = film.tracks.filter { !$0.segments.isEmpty }
    func x(_ milliseconds: Int) -> Double { left + (width - left) * Double(milliseconds) / Double(length) }
    func number(_ value: Double) -> String { FilmCoding.number(value) }
    let height = row * Double(tracks.count) + 30
    var drawing = ""
    for (index, track) in tracks.enumerated() {
      let y = row * Double(index)
      let (label, colour) =
        switch track.kind {
        case .video: (track.isOverlay ? "Overlay" : "Video", track.isOverlay ? "#7a5195" : "#2f6db5")
        case .audio: ("Sound", "#2f8f5b")
        case .text: ("Text", "#b5792f")
        }
      drawing += "<text x=\"0\" y=\"\(number(y + 26))\" fill=\"#b7b3ad\" font-size=\"15\">\(label)</text>"
      for (start, segment) in track.placedSegments where start < length {
        let from = x(max(0, start)), to = x(min(length, start + segment.durationMS))
        let words = segment.metadata.text ?? segment.metadata.name ?? ""
        let room = max(0, Int((to - from - 8) / 8))
        let shown =
          words.count > room ? String(words.prefix(max(0, room - 1))) + (room > 1 ? "…" : "") : words
        let time = "\(Phrases.seconds(start))–\(Phrases.seconds(start + segment.durationMS)) s"
        drawing += """
          <g><title>\(Self.escape(words)) (\(time))</title><rect x="\(number(from))" y="\(number(y + 4))" \
          width="\(number(max(1, to - from - 1)))" height="\(number(row - 8))" rx="4" fill="\(colour)"/>\
          <text x="\(number(from + 6))" y="\(number(y + 26))" fill="#fff" font-size="14">\(Self.escape(shown))</text></g>
          """
      }
    }
    // A mark each 1, 2, 5, 10 … seconds, at most a dozen.
    let steps = [1, 2, 5, 10, 30, 60, 120, 300, 600, 3600].map { $0 * 1000 }
    let step = steps.first { length / $0 <= 12 } ?? 7_200_000
    for moment in stride(from: 0, through: length, by: step) {
      let anchor = moment == 0 ? "start" : moment + step > length && x(moment) > width - 30 ? "end" : "middle"
      drawing += """
        <text x="\(number(x(moment)))" y="\(number(height - 8))" fill="#8b8781" font-size="13" \
        text-anchor="\(anchor)">\(Phrases.seconds(moment)) s</text>
        """
    }
    let canvas = film.canvas
    return """
      <h2>Timeline</h2><svg viewBox="0 0 1000 \(number(height))" role="img" aria-label="Timeline" \
      font-family="system-ui, sans-serif">\(drawing)</svg><p class="note">\(Phrases.seconds(length)) s, \
      \(canvas.width)×\(canvas.height), \(canvas.framesPerSecond) frames a second</p>
      """
  }

  // MARK: Lists

  private var downloads: String {
    guard !renders.isEmpty else {
      return
        "<h2>Downloads</h2><p>Nothing has been exported yet. Say “export” to <code>t2v</code>, and load this page again.</p>"
    }
    let rows = renders.map { render in
      "<tr><td><a href=\"\(Self.address(of: render))\" download>\(Self.escape(format(of: render)))</a></td>"
        + "<td>\(Self.moment(render.changed))</td></tr>"
    }
    return "<h2>Downloads</h2><table>\(rows.joined())</table>"
  }

  private var history: String {
    guard !versions.isEmpty else { return "" }
    let rows = versions.enumerated().map { index, version in
      let film = (try? JSONDecoder().decode(Film.self, from: version.draft)) ?? Film()
      let clips = film.tracks.filter { $0.kind == .video && !$0.isOverlay }.reduce(0) {
        $0 + $1.segments.count
      }
      let words =
        film.durationMS == 0
        ? "empty"
        : "\(Phrases.seconds(film.durationMS)) s, \(clips) \(clips == 1 ? "clip" : "clips"), \(film.canvas.width)×\(film.canvas.height)"
      let mark = version.id == self.version ? " class=\"now\"" : ""
      return
        "<tr\(mark)><td>\(versions.count - index)</td><td>\(words)</td><td>\(Self.moment(version.created))</td></tr>"
    }
    return "<h2>Versions</h2><table>\(rows.joined())</table>"
  }

  private func format(of render: RenderRecord) -> String {
    let output = try? JSONDecoder().decode(RenderOutput.self, from: Data(render.output.utf8))
    let side = output?.resolution.map { " \($0)p" } ?? ""
    return (render.file as NSString).pathExtension.uppercased() + side
  }

  private static func address(of render: RenderRecord) -> String {
    "/api/render/proxy/\(escape(render.id))/download"
  }

  private static func moment(_ date: Date) -> String {
    let text = date.formatted(.iso8601)
    return "<time datetime=\"\(text)\">\(text.replacing("T", with: " ").replacing("Z", with: " UTC"))</time>"
  }

  private static func page(title: String, body: String) -> String {
    """
    <!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>\(title)</title>
    <link rel="stylesheet" href="/workspace/style.css"></head><body>\(body)</body></html>
    """
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
