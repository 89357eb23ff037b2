/// How large the film is, and how many pictures a second it has.
extension TimelineReading {
  /// The number that stands beside "frame rate": 1 to 60.
  var bareRate: Int? {
    for index in cues.tokens.indices {
      guard let (value, _) = ClauseCues.number(cues.tokens, at: index), cues.tokens[index].text != "a",
        (1...60).contains(value)
      else { continue }
      return Int(value)
    }
    return nil
  }

  /// Frames a second that stand beside a resolution: "720p and 24 fps".
  func frameRate() -> [EditRequest] {
    for (index, token) in cues.tokens.enumerated().dropLast() {
      if case .number(let value) = token.kind, ["fps", "frames", "帧"].contains(cues.tokens[index + 1].text),
        (1...60).contains(value)
      {
        return [.setFrameRate(Int(value))]
      }
    }
    return []
  }

  func resolution() -> Int? {
    let names = [
      "4k": 2160, "uhd": 2160, "1440p": 1440, "2k": 1440, "1080p": 1080, "fhd": 1080, "720p": 720,
      "480p": 480, "360p": 360,
    ]
    let wanted = cues.has(
      "resolution", "upscale", "downscale", "convert", "make", "set", "change", "output", "scale", "resize",
      "go", "give", "in", "want", "分辨率",
      "输出", "改成", "设为", "调到",
      "render", "fps")
    guard wanted || cues.tokens.count <= 3 else { return nil }
    if cues.has("ultra hd") { return 2160 }
    if cues.has("full hd", "全高清") { return 1080 }
    if cues.has("quad hd") { return 1440 }
    if cues.has("hd"),
      wanted && cues.has("to hd", "in hd", "resolution", "make it hd") || cues.tokens.count <= 2
    {
      return 720
    }
    for (index, token) in cues.tokens.enumerated() {
      if let side = names[token.text] { return side }
      if case .number(let value) = token.kind, index + 1 < cues.tokens.count, cues.tokens[index + 1].isJoined
      {
        let next = cues.tokens[index + 1].text
        if next == "p", (144...2160).contains(value) { return Int(value) }
        if next == "k", value == 4 || value == 2 { return value == 4 ? 2160 : 1440 }
      }
    }
    return nil
  }
}
