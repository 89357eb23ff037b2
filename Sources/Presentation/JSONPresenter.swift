import Conversation
import MediaFormats
import NemoVideo
import RawJSON
import TimelineDraft

/// Draws events as JSON, one object a line (CONTRACT.md, "`--json`").
public struct JSONPresenter: Presenter {
  private let write: @Sendable (String) -> Void

  /// Writes each line, with its line feed, by `write`.
  public init(write: @escaping @Sendable (String) -> Void) { self.write = write }

  /// Writes the event's line, if the contract has one for it.
  public func present(_ event: SessionEvent) async {
    if let line = Self.line(for: event) { write(line.text + "\n") }
  }

  /// The object of an event; nil for those that only a person needs.
  static func line(for event: SessionEvent) -> JSONWriter? {
    switch event {
    case .ready(let studio, let session, let credits):
      var object = start("ready")
      object.add("studio", studio.rawValue)
      object.add("session", session)
      if let credits { object.add("credits", credits) }
      return object
    case .route(let input): return line(for: input)
    case .text(let text): return message("text", "text", text)
    case .tool(let name, let phase):
      var object = start("tool")
      object.add("name", name)
      object.add("phase", phase.rawValue)
      return object
    case .heartbeat(let elapsed):
      var object = start("heartbeat")
      object.add("elapsed", elapsed)
      return object
    case .timeline(let timeline): return line(for: timeline)
    case .progress(let progress):
      var object = start("progress")
      object.add("operation", progress.operation.rawValue)
      object.add("fraction", (progress.fraction * 10_000).rounded() / 10_000)
      return object
    case .uploaded(let files):
      var object = start("uploaded")
      object.add("files", files.map(line))
      return object
    case .exported(let result): return line(for: result)
    case .credits(let credits):
      var object = start("credits")
      object.add("available", credits.available)
      object.add("frozen", credits.frozen)
      object.add("total", credits.total)
      return object
    case .notice(let text), .information(let text): return message("notice", "message", text)
    case .waiting(let reason, let seconds):
      return message("notice", "message", "\(reason) in \(seconds) s.")
    case .queue(let lines, let isHeld) where isHeld:
      return message("notice", "message", "\(lines.count) messages are held in the queue.")
    case .sessions(let records):
      return message("notice", "message", records.map(\.id).joined(separator: " "))
    case .failure(let failure):
      var object = start("error")
      if case .number(let number) = failure.code {
        object.add("code", number)
      } else {
        object.add("code", failure.code.description)
      }
      object.add("message", failure.message)
      object.add("hint", failure.hint)
      return object
    case .turn(let status, let elapsed):
      var object = start("turn")
      object.add("status", status.rawValue)
      object.add("elapsed", (elapsed * 1000).rounded() / 1000)
      return object
    case .connecting, .recalled, .endOfText, .activity, .queue: return nil
    }
  }

  private static func start(_ event: String) -> JSONWriter {
    var object = JSONWriter()
    object.add("event", event)
    return object
  }

  private static func message(_ event: String, _ key: String, _ text: String) -> JSONWriter {
    var object = start(event)
    object.add(key, text)
    return object
  }

  private static func line(for input: RoutedInput) -> JSONWriter {
    var object = start("route")
    object.add("intent", input.intent)
    object.add("text", input.text)
    if let format = input.format { object.add("format", format) }
    if let resolution = input.resolution { object.add("resolution", resolution) }
    if let path = input.path { object.add("path", path) }
    return object
  }

  private static func line(for timeline: Timeline) -> JSONWriter {
    var object = start("timeline")
    object.add("summary", timeline.summary)
    object.add(
      "tracks",
      timeline.tracks.map { track in
        var item = JSONWriter()
        item.add("kind", track.kind.rawValue)
        if let name = track.name { item.add("name", name) }
        item.add("start", track.startMS)
        item.add("end", track.endMS)
        if let volume = track.volume { item.add("volume", volume) }
        return item
      })
    return object
  }

  private static func line(for file: UploadedFile) -> JSONWriter {
    var item = JSONWriter()
    item.add("name", file.name)
    item.add("type", file.type)
    if let url = file.url { item.add("url", url) }
    return item
  }

  private static func line(for result: ExportResult) -> JSONWriter {
    var object = start("exported")
    object.add("path", result.path)
    object.add("bytes", Int(result.bytes))
    object.add("format", result.format.rawValue)
    object.add("render", result.render)
    if let link = result.link { object.add("link", link) }
    return object
  }
}
