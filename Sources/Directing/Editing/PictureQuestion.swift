/// A question about what is seen or why, which nobody can answer who sees the timeline alone: "which colours pop?", "哪一段最好看".
struct PictureQuestion {
  /// What is said of it; nothing is changed.
  let answer: Bilingual
  /// Whether it is about what stands on the timeline, which a description tells.
  let isOfTimeline: Bool

  /// Reads a message; nil if it is no such question.
  init?(_ message: String) {
    guard message.utf8.count <= 400 else { return nil }
    let cues = ClauseCues(message)
    guard (2...14).contains(cues.tokens.count), cues.quotations.isEmpty else { return nil }
    let asks =
      cues.starts("which", "who", "whose", "why", "where")
      || cues.has("哪些", "哪个", "哪一段", "哪段", "哪一个", "为什么", "怎么回事")
    guard asks, !cues.starts("why not", "why don't"), !message.contains("把") else { return nil }
    isOfTimeline =
      cues.has(
        "clip", "clips", "track", "tracks", "title", "music", "song", "logo", "subtitles", "longest",
        "shortest", "long", "段",
        "标题", "音乐", "字幕", "最长", "最短", "多长") && !cues.has("best", "nicest", "好看", "精彩", "最好")
    answer = Bilingual(
      "I know the timeline, not what is seen in the pictures; “what's on the timeline?” tells what there is. Nothing was changed.",
      "我只知道时间线，看不到画面内容；“时间线上有什么”会告诉你有哪些。影片没有改动。")
  }
}
