import Foundation
import Rendering

/// The page behind a claim link: the newest render of a session, to play and to save. Plain HTML and CSS, no script.
enum ClaimPage {
  /// For a link that opens nothing.
  static let expired = html(
    title: "t2v", body: "<h1>This link has ended</h1><p>Ask <code>t2v</code> for a new one.</p>")

  /// For a session with its newest finished render.
  static func html(session: SessionRecord, render: RenderRecord?) -> String {
    let name = escape(session.name)
    guard let render else {
      return html(
        title: name,
        body:
          "<h1>\(name)</h1><p>Nothing has been exported yet. Export the film and load this page again.</p>")
    }
    let address = "/api/render/proxy/\(escape(render.id))/download"
    let format = MediaFormat(word: (render.file as NSString).pathExtension)
    let view =
      switch format?.kind {
      case .animation, .still: "<img src=\"\(address)\" alt=\"\(name)\">"
      case .sound: "<audio src=\"\(address)\" controls></audio>"
      default: "<video src=\"\(address)\" controls playsinline></video>"
      }
    return html(
      title: name,
      body: "<h1>\(name)</h1>\(view)<p><a href=\"\(address)\" download>Save the file</a></p>")
  }

  private static func html(title: String, body: String) -> String {
    """
    <!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>\(title)</title>
    <style>
    body { margin: 0; padding: 2rem; background: #14161a; color: #e8e6e3; font: 16px/1.5 system-ui, sans-serif;
      text-align: center }
    video, img { max-width: 100%; max-height: 75vh; border-radius: 8px } a { color: #8ab4f8 }
    </style></head><body>\(body)</body></html>
    """
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
