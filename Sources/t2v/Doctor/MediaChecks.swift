import TerminalPictures

/// What the built-in studio renders with.
struct MediaChecks {
  /// FFmpeg's encoders that exports need, and what for.
  private static let encoders = [
    ("libx264", "mp4 mov mkv avi"), ("libvpx-vp9", "webm"), ("aac", "sound"), ("libopus", "webm"),
    ("libmp3lame", "mp3"), ("libwebp_anim", "webp"), ("gif", "gif"), ("mjpeg", "jpg"), ("png", "png"),
  ]

  private let searchPath: String

  init(environment: ProgramEnvironment) { searchPath = environment.variables["PATH"] ?? "" }

  func ffmpeg() async -> Finding {
    guard let program = HelperProgram("ffmpeg", searchPath: searchPath) else {
      return missing("FFmpeg", "The built-in studio renders with it.")
    }
    guard let listing = await text(of: program, ["-hide_banner", "-encoders"]) else {
      return Finding(
        name: "FFmpeg", isGood: false, detail: "\(program.path) does not run",
        remedy: "Install it anew: sudo apt-get install --reinstall ffmpeg")
    }
    // A line of the list: flags, the encoder's name, words.
    let known = Set(listing.split(separator: "\n").compactMap { $0.split(separator: " ").dropFirst().first })
    let lacking = Self.encoders.filter { !known.contains($0.0[...]) }
    guard lacking.isEmpty else {
      let words = lacking.map { "\($0.0) (\($0.1))" }.joined(separator: ", ")
      return Finding(
        name: "FFmpeg", isGood: false, isNeeded: lacking.contains { ["libx264", "aac"].contains($0.0) },
        detail: "\(program.path) lacks \(words)",
        remedy: "Install Debian's build, which has them: sudo apt-get install ffmpeg")
    }
    return Finding(
      name: "FFmpeg", isGood: true, detail: "\(program.path), with all encoders that exports need")
  }

  func ffprobe() -> Finding {
    guard let program = HelperProgram("ffprobe", searchPath: searchPath) else {
      return missing("ffprobe", "The built-in studio checks media with it.")
    }
    return Finding(name: "ffprobe", isGood: true, detail: program.path)
  }

  func chineseFont() async -> Finding {
    await font(
      "Chinese font", ":lang=zh", without: "Chinese titles would be boxes.", package: "fonts-wqy-microhei")
  }

  func symbolFont() async -> Finding {
    await font(
      "emoji font", ":charset=1f305", without: "Emoji in titles would be boxes.", package: "fonts-symbola")
  }

  private func font(_ name: String, _ pattern: String, without: String, package: String) async -> Finding {
    let remedy = "\(without) Install one: sudo apt-get install \(package)"
    guard let program = HelperProgram("fc-list", searchPath: searchPath) else {
      return Finding(
        name: name, isGood: false, isNeeded: false, detail: "fc-list is missing, so fonts can't be looked up",
        remedy: "Install it: sudo apt-get install fontconfig \(package)")
    }
    let family = await text(of: program, [pattern, "family"])?.split(separator: "\n").min()
    return Finding(
      name: name, isGood: family != nil, isNeeded: false, detail: family.map(String.init) ?? "none found",
      remedy: remedy)
  }

  private func missing(_ name: String, _ why: String) -> Finding {
    Finding(
      name: name, isGood: false, detail: "not found", remedy: "\(why) Install it: sudo apt-get install ffmpeg"
    )
  }

  private func text(of program: HelperProgram, _ arguments: [String]) async -> String? {
    await program.output(arguments, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
  }
}
