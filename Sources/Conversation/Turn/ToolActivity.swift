/// Says in plain words what a tool of the service does; its name itself is never shown (SEED.md, "SSE Event Handling").
enum ToolActivity {
  /// Parts of tool names, the telling ones first, and what they stand for.
  private static let table: [(parts: [String], words: String)] = [
    (["undo", "redo", "start_over"], "Going through the versions"),
    (["subtitle", "caption"], "Setting subtitles"),
    (["title", "text"], "Setting the title"),
    (["music", "bgm", "audio", "song", "sound"], "Working on the music"),
    (["voice", "speech", "tts"], "Making the voice"),
    (["export", "render"], "Rendering"),
    (["image", "picture", "photo"], "Making a picture"),
    (["search", "find"], "Looking for material"),
    (["analy", "describe", "probe", "inspect"], "Looking at your media"),
    (["effect", "filter", "transition", "style"], "Applying effects"),
    (["scene", "shot", "video", "clip", "generat"], "Generating video"),
    (["edit", "timeline", "draft", "track", "trim", "cut"], "Editing the timeline"),
  ]

  /// Such as "Generating video" for `generate_video_clip`.
  static func words(for tool: String) -> String {
    let name = tool.lowercased()
    if name.contains("generat"), name.contains("video") || name.contains("clip") { return "Generating video" }
    return table.first { $0.parts.contains { name.contains($0) } }?.words ?? "Working on it"
  }

  /// Whether a tool makes a raw clip, after which the service goes on by itself with music, title and effects (WIRE.md).
  static func makesClip(_ tool: String) -> Bool { words(for: tool) == "Generating video" }
}
