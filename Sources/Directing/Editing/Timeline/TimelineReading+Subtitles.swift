/// Subtitles from words, and those that cannot be made.
extension TimelineReading {
  /// "auto-caption it", "自动生成字幕": words that only somebody who listens could write down.
  private func fromSpeech() -> [EditRequest]? {
    let isSubtitle = cues.has(
      "caption", "captions", "captioning", "subtitle", "subtitles", "subtitled", "transcribe", "transcript",
      "transcription",
      "字幕")
    let isBySelf = cues.has(
      "auto", "automatic", "automatically", "autocaption", "generate", "transcribe", "transcript",
      "transcription",
      "from the speech", "from the audio", "from speech", "what is said", "what they say", "自动", "识别", "听写",
      "根据声音",
      "根据语音")
    guard isSubtitle, isBySelf, cues.quotations.isEmpty, EditMessage.behindColon(cues.words) == nil else {
      return nil
    }
    return cannot(
      Bilingual("captions from speech", "语音识别字幕"),
      Bilingual(
        "set subtitles from your words (“add subtitles: …”) or from an .srt file",
        "按你给的文字（“加字幕：……”）或 .srt 文件加字幕"))
  }

  /// When one line of subtitles is to be seen, in milliseconds of the film; nil: from start to end.
  private var lineSpan: Range<Int>? {
    let length = film.pictureMS
    let times = cues.times.map(\.milliseconds)
    guard let first = times.first, first < length else { return nil }
    if times.count == 1, cues.has("at", "from", "在", "第", "从"), !cues.has("first", "last", "for", "前", "最后") {
      return first..<min(length, first + 3000)
    }
    return seenSpan.flatMap { $0.range(in: length) }
  }

  func subtitles() -> [EditRequest]? {
    let isCaption = cues.has("caption", "captions") && !cues.quotations.isEmpty && !cues.times.isEmpty
    if let found = fromSpeech() { return found }
    guard cues.has("subtitle", "subtitles", "字幕") || isCaption else { return nil }
    let exists = film.tracks.flatMap(\.segments).contains(where: \.isSubtitle)
    if cues.removes { return exists || cues.has("subtitles", "subtitle") ? edit(.removeSubtitles) : nil }
    if !cues.quotations.isEmpty {
      // 字幕写着“…” is a title to the scene's own reader; several lines, or "add subtitles", are subtitles.
      let text = cues.quotations.joined(separator: "\n")
      if let range = lineSpan { return edit(.setSubtitles([SubtitleCue(text: text, range: range)])) }
      return edit(.setSubtitles(SubtitleText.cues(text, over: film.pictureMS)))
    }
    if let text = EditMessage.behindColon(cues.words) {
      return edit(.setSubtitles(SubtitleText.cues(text, over: film.pictureMS)))
    }
    guard cues.has("add", "put", "show", "加", "添加", "加上") else { return nil }
    return cannot(
      Bilingual("subtitles without words", "没有文字的字幕"),
      Bilingual("say “add subtitles: …” with the words, or send an .srt file", "说“加字幕：……”并给出文字，或发送 .srt 文件"))
  }
}
