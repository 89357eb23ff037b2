/// A wish for one picture of the film: "save me a still from around 14 seconds", "use the last frame as the thumbnail", 截一张第3秒的图.
struct StillWish {
  /// The moment of the film that it shows.
  let point: TimePoint

  /// Reads a message about a film that there is; nil if it is no such wish.
  init?(_ message: String, film: Film) {
    guard message.utf8.count <= 160, !message.contains(where: { "\"“”「」".contains($0) }),
      message.contains(
        /\b(?:still|frame|screenshot|screen ?grab|screen ?cap|thumbnail|poster|cover|png|jpe?g)\b|截图|封面|缩略图|海报|截一?张|截下来|截出来|静?帧|一张图|照片|的图/
          .ignoresCase()),
      let match = message.wholeMatch(of: Self.english)?.output
        ?? message.wholeMatch(of: Self.chinese)?.output,
      let point = Self.point(String(match.1))
    else { return nil }
    self.point = point
  }

  private static func point(_ words: String) -> TimePoint? {
    if words.contains(/^(?:the )?(?:very )?(?:first|opening|start|beginning)|^(?:第一帧|开头|最前)/.ignoresCase()) {
      return .start
    }
    if words.contains(/^(?:the )?(?:very )?(?:last|final|end)|^(?:最后一帧|结尾|最后$)/.ignoresCase()) { return .end }
    if words.contains(/^(?:the )?middle|^(?:正?中间)/.ignoresCase()) { return .middle }
    let times = ClauseCues(words).times
    if times.count == 1 { return .at(times[0].milliseconds) }
    // "second 14"
    guard times.isEmpty,
      let number = words.wholeMatch(
        of: /(?:second |the )?(\d{1,4})(?:th|st|nd|rd)?(?: second)?(?: mark)?/.ignoresCase())
    else { return nil }
    return Int(number.1).map { .at($0 * 1000) }
  }

  // A regex is no Sendable value, so each is made where it is used.

  private static var english: Regex<(Substring, Substring)> {
    /(?:please |can (?:you|u|i) |could (?:you|i) |i want |i need |i'd like |just )*(?:save|give|grab|get|take|capture|make|use|set|have|pull|screenshot)(?: me)?(?: (?:a|an|the|one))?(?: (?:still|frame|screenshot|screen ?grab|screen ?cap|thumbnail|poster|cover|png|jpe?g|pic|picture|photo|image)(?: (?:image|picture|photo|frame))?(?: (?:to|as|be|is))?)? ?(?:(?:at|from|of|around|about|roughly|to|in) )*((?:the )?(?:very )?(?:first|last|opening|final|middle) (?:frame|picture|second)|(?:second |the )?\d[^,;]*?)(?: in)?(?:,?(?: as| for| to be)?(?: a| an| the| my)? (?:still|thumbnail|poster|cover|png|jpe?g|picture|image|screenshot)(?: image| picture)?)?(?: please| pls)?[.!?]*/
      .ignoresCase()
  }

  private static var chinese: Regex<(Substring, Substring)> {
    /(?:请|帮我|给我|麻烦)*(?:把|将|用|截取?|截一?张|保存|取|要|拿|存)(?:一?张)?(?:在)?(第?[^，,。]{1,6}?秒(?:钟)?|第一帧|最后一帧|开头|结尾|正?中间)(?:处|那里|那儿|的时候)?(?:的)?(?:那)?(?:一)?(?:帧|张|幅)?(?:图片?|画面|截图|封面|照片|静帧)?(?:截图|截下来|存下来|保存下来|截出来)?[，,]?(?:当|做|作为|设为|设成|用作|用来当)?(?:封面|缩略图|海报|图片)?(?:用)?(?:吧)?[。！？!?]*/
  }
}
