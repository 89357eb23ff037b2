import Directing

/// A tool's name and arguments, as the stream tells them.
struct ToolCall: Equatable {
  var name: String
  var arguments: [String: ToolValue]

  /// The call that makes a new scene.
  static func generate(_ storyboard: Storyboard) -> ToolCall {
    ToolCall(
      name: "generate_video",
      arguments: [
        "prompt": .text(storyboard.prompt), "duration_ms": .number(storyboard.durationMS),
        "width": .number(storyboard.canvas.width), "height": .number(storyboard.canvas.height),
        "shots": .number(storyboard.shots.count),
      ])
  }

  /// The calls of the second stage: the music and the title that a film has.
  static func postProduction(of film: Film) -> [ToolCall] {
    film.tracks.flatMap(\.segments).compactMap { segment in
      if let music = segment.music {
        return ToolCall(
          name: "add_music",
          arguments: [
            "mood": .text(music.mood.rawValue), "tempo": .number(music.tempo),
            "volume": .fraction(segment.metadata.volume ?? 0.35),
          ])
      }
      if let title = segment.title {
        return ToolCall(
          name: "add_title",
          arguments: ["text": .text(title.text), "duration_ms": .number(segment.durationMS)])
      }
      return nil
    }
  }

  /// The call of an edit.
  init(_ request: EditRequest) {
    switch request {
    case .newScene(let storyboard): self = .generate(storyboard)
    case .appendScene(let storyboard):
      self = ToolCall(
        name: "add_scene",
        arguments: ["prompt": .text(storyboard.prompt), "duration_ms": .number(storyboard.durationMS)])
    case .setMusic(let music, let name):
      self = ToolCall(name: "add_music", arguments: ["mood": .text(name ?? music.mood.rawValue)])
    case .setTitle(let title), .addTitle(let title, _):
      self = ToolCall(name: "add_title", arguments: ["text": .text(title.text)])
    default: self = ToolCall(name: "edit_timeline", arguments: ["action": .text(Self.action(of: request))])
    }
  }

  init(name: String, arguments: [String: ToolValue]) {
    self.name = name
    self.arguments = arguments
  }

  /// The name of a request's case, such as `setLength`.
  private static func action(of request: EditRequest) -> String {
    if case .inShot(_, let inner) = request { return action(of: inner) }
    if case .ofTitle(_, let inner) = request { return action(of: inner) }
    if case .timeline(let edit) = request { return String(String(describing: edit).prefix { $0 != "(" }) }
    return String(String(describing: request).prefix { $0 != "(" })
  }
}
