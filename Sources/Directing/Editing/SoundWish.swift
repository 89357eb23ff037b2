/// A wish for a sound that is no music: "add rain sounds", "a heartbeat sound", "加海浪声". Places are heard with their pictures; other
/// sounds there are none.
struct SoundWish {
  /// What is said of it; nothing is changed.
  let answer: EditRequest

  /// Places that are heard where they are seen.
  private static let heard: Set<SceneElement.Kind> = [
    .rain, .lightning, .ocean, .beach, .island, .waterfall, .river, .campfire, .candle, .mountains, .dunes,
    .snow,
    .fog, .city, .road,
  ]

  /// Reads a message about a drawn film; nil if it is no such wish.
  init?(_ message: String, film: Film) {
    guard film.firstShot != nil else { return nil }
    let cues = ClauseCues(message)
    guard (2...9).contains(cues.tokens.count), cues.quotations.isEmpty, !cues.removes else { return nil }
    let isWish =
      cues.has("sounds", "noises", "sound of", "sounds of", "noise of")
      || cues.tokens.last.map { ["sound", "noise"].contains($0.text) } ?? false
        && !cues.has("the sound", "the noise")
      || message.contains(/[雨水浪风雷鸟火心虫海]声|[跳鸣叫]声/)
    guard isWish,
      !cues.has(
        "music", "volume", "louder", "quieter", "mute", "off", "good", "great", "like", "original", "turn",
        "down",
        "up", "fade", "too", "音乐", "音量", "大声", "小声", "静音", "人声", "原声", "关")
    else { return nil }
    let language = Language.of(message)
    let text = ParsedText(message)
    let kinds = SceneReader.read(text, in: text.pieces.indices).mentions.map(\.kind)
    guard let kind = kinds.first(where: Self.heard.contains) else {
      answer = .cannot(
        what: Bilingual("sounds by themselves", "单独的音效").text(in: language),
        nearest: Bilingual(
          "upload a sound and say “add it as music”, or choose music: “ambient music”",
          "上传声音文件后说“用它作配乐”，或选择“氛围音乐”"
        ).text(in: language))
      return
    }
    let (english, chinese) = (kind.name(in: .english), kind.name(in: .chinese))
    answer =
      film.shots.contains { $0.element(kind) != nil }
      ? .answer(
        Bilingual(
          "The \(english) is heard already, softly under the music.",
          "画面里的\(chinese)已经有声音，轻轻垫在音乐下面。"))
      : .cannot(
        what: Bilingual("the sound of what is not in the picture", "画面里没有的东西的声音").text(in: language),
        nearest: Bilingual(
          "“add \(english)”: its sound comes with it, under the music", "“加\(chinese)”：声音会一起来，垫在音乐下面"
        ).text(
          in: language))
  }
}
