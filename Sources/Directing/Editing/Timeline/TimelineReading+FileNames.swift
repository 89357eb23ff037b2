/// Files that a clause names and that nobody has uploaded: another file must not take their place.
extension TimelineReading {
  /// What is said where a file is named that is not here; nil if none is.
  func unknownName() -> [EditRequest]? {
    let words = cues.unquoted
    guard EditMessage.behindColon(words) == nil, !words.contains("://"),
      !cues.has("export", "save", "render", "download", "upload", "导出", "保存", "下载", "上传"), !isOfTitle
    else { return nil }
    let here = media.map(\.name) + film.tracks.flatMap(\.segments).compactMap { $0.metadata.name ?? $0.media }
    let known = here.map { $0.lowercased() }
    let lower = words.lowercased()
    let named = lower.matches(of: Self.fileName).map { String($0.output) }
    let missing = named.first { name in
      !known.contains { $0 == name || $0.hasSuffix(name) && lower.contains($0) }
    }
    guard let missing else { return nil }
    let names = media.suffix(8).map(\.name)
    let others =
      names.isEmpty
      ? Bilingual("", "")
      : Bilingual(
        ", or use \(names.joined(separator: ", "))", "，或使用 \(names.joined(separator: "、"))")
    return [
      .answer(
        Bilingual(
          "“\(missing)” has not been uploaded here: upload it first\(others.english). Nothing was changed.",
          "这里没有“\(missing)”：请先上传\(others.chinese)。影片没有改动。"))
    ]
  }

  private static var fileName: Regex<Substring> {
    /[a-z0-9_\-]+(?:\.[a-z0-9_\-]+)*\.(?:mp3|wav|m4a|aac|flac|ogg|mp4|mov|m4v|mkv|webm|avi|png|jpe?g|gif|webp|heic)\b/
  }
}
