/// The words that requests begin with.
extension EditMessage {
  /// "… and the last 2 seconds in slow motion": another part with what is to be done to it, or another part that goes.
  func isOtherPart(_ tokens: [Token], at start: Int) -> Bool {
    let before = ClauseCues.times(in: Array(tokens[..<(start - 1)]))
    guard !before.isEmpty else { return false }
    var index = start
    if tokens[index].text == "the" { index += 1 }
    guard index < tokens.count else { return false }
    let cuts = TimelineReading.cuts(ClauseCues(tokens[..<start].map(\.text).joined(separator: " ")))
    // "cut the first 2 seconds and the part from 8 to 10 seconds"
    if cuts, ["part", "section", "bit", "stretch", "piece"].contains(tokens[index].text) {
      return !ClauseCues.times(in: Array(tokens[index...])).isEmpty
    }
    guard !cuts, ["first", "last", "final", "opening"].contains(tokens[index].text),
      let time = ClauseCues.times(in: Array(tokens[index...].prefix(5))).first, time.tokens.lowerBound <= 1
    else { return false }
    let next = index + time.tokens.upperBound
    return next < tokens.count && tokens[next].kind == .word
      && !["and", "of", "please", "to", "too", "only", "then"].contains(tokens[next].text)
  }

  /// "lo-fi music and a fade out", "mute it and a fade in"
  func isNewFade(_ tokens: [Token], at start: Int) -> Bool {
    guard start + 2 < tokens.count, ["a", "an"].contains(tokens[start].text),
      tokens[start + 1].text == "fade",
      ["in", "out"].contains(tokens[start + 2].text)
    else { return false }
    return !tokens[..<start].contains { ["fade", "fades"].contains($0.text) }
  }

  /// Whether a Chinese request begins at a token: with a verb of editing, or with what is changed.
  func startsRequest(_ tokens: [Token], at start: Int) -> Bool {
    if Self.hanVerbs.contains(tokens[start].text) { return true }
    // "…、两倍速"
    if let (_, end) = ClauseCues.number(tokens, at: start), end < tokens.count, tokens[end].text == "倍" {
      return true
    }
    return ["亮度", "对比", "饱和", "音量", "音乐", "速度", "结尾", "开头", "黑白", "画面", "慢动作"].contains {
      matches($0, tokens, start)
    }
  }

  static let verbs: Set<String> = [
    "make", "add", "put", "cut", "trim", "remove", "delete", "speed", "slow", "reverse", "freeze", "loop",
    "crop", "rotate", "flip",
    "mirror", "zoom", "brighten", "darken", "increase", "decrease", "raise", "lower", "boost", "reduce",
    "blur", "sharpen", "fade",
    "crossfade", "set", "change", "turn", "use", "mute", "play", "split", "move", "swap", "keep", "replace",
    "stabilize", "stabilise",
    "give", "read", "duck", "apply", "insert", "show", "place", "append", "pan", "repeat", "duplicate",
    "unmute", "drop", "hold", "drag",
    "dip", "convert", "undo", "narrate", "take", "bump", "key", "chop", "crank", "dial", "tone", "merge",
    "join", "lighten",
    "double", "halve", "stretch", "dissolve", "wipe", "resize", "scale", "switch", "tint", "rewind", "lop",
    "color", "colour", "shorten", "extend", "desaturate", "push", "lose", "divide", "end", "start", "stop",
    "begin",
    "paint", "redraw", "render", "run", "ditch", "squeeze", "kill", "slide", "stop", "finish", "stitch",
    "brighten", "deepen", "silence", "caption",
    "subtitle", "watermark", "reorder", "have", "let", "write", "steady", "letterbox", "skip", "snip",
    "shave", "knock", "spin", "get", "bin", "toss", "trash", "dump", "dim", "saturate", "erase",
    "smooth",
    "throw", "discard", "extract", "isolate", "glue", "blend", "bring", "cap", "lay", "merge", "combine",
    "upscale", "limit", "clone", "copy",
  ]
  static let hanVerbs: Set<String> = [
    "加", "倒", "剪", "删", "去", "旋", "翻", "镜", "放", "拉", "推", "调", "提", "降", "变", "改", "换", "静", "配", "复", "循",
    "重", "淡", "模", "锐",
    "裁", "转", "移", "把", "减", "慢", "快", "缩", "延", "定",
  ]
}
