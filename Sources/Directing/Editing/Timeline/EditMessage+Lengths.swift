/// Lengths of the film as a whole.
extension EditMessage {
  /// Whether a clause that says a length says nothing but how long the film is to be: "make it 15 seconds", "总时长改成10秒". What
  /// says more ("the photo should be up for 2 seconds") is about something else.
  static func isPlainLength(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    guard cues.quotations.isEmpty else { return false }
    return cues.tokens.indices.allSatisfy { index in
      let token = cues.tokens[index]
      if token.isNumber || token.kind == .mark || cues.times.contains(where: { $0.tokens.contains(index) }) {
        return true
      }
      if token.kind == .han { return token.text.allSatisfy(Self.lengthCharacters.contains) }
      return Self.lengthWords.contains(token.text) || ClauseCues.number(cues.tokens, at: index) != nil
    }
  }

  private static let lengthCharacters = Set(
    "把将让使它这个整体全部总共长度时片子影视频电动画段作品一下改成变为做到至约设调整定缩短减少延伸拉加增剪裁截再多少就要只想我请需应该最终的了些点秒分钟半小两三四五六七八九十百零是有在以内不超过控制限目标正好刚")
  private static let lengthWords: Set<String> = [
    "make", "bring", "limit", "cap", "restrict", "it", "this", "that", "the", "a", "an", "film", "video",
    "movie",
    "clip", "whole", "thing",
    "entire",
    "all", "total", "length", "duration", "long", "longer", "shorter", "short", "short,", "be", "is", "are",
    "should",
    "must", "need", "needs", "want", "i", "we", "you", "can", "could", "would", "to", "at", "of", "in", "for",
    "by", "last",
    "lasts", "lasting", "run", "runs", "running", "time", "runtime", "set", "change", "cut", "trim",
    "shorten", "extend",
    "lengthen", "stretch", "expand", "reduce", "increase", "add", "down", "up", "out", "only", "just",
    "exactly", "about",
    "around", "max", "maximum", "minimum", "least", "most", "under", "over", "please", "now", "then", "and",
    "so", "my",
    "fit", "into", "keep", "have", "let", "let's", "go", "goes", "seconds", "second", "s", "sec", "secs",
    "minute",
    "minutes", "m", "min", "mins", "half", "more", "less", "than", "another", "extra", "further",

    "make", "like", "that's", "it's", "not", "no", "too", "instead", "rather", "overall", "altogether",
    "give", "me",
    "result", "piece", "animation", "loop",
  ]
}
