/// Clips by their numbers, where a message calls them by their names or by what became of them.
extension EditMessage {
  /// The clause with such clips called by their numbers.
  ///
  /// - Parameters:
  ///   - clips: the clips of the film, in order.
  ///   - copy: which of them the message has just made, counted from 0.
  ///   - half: the first of the two clips that the message has just made of one.
  ///   - focus: the one clip that the clause before was about.
  static func numbered(
    _ words: String, clips: [Film.Segment], copy: Int?, half: Int? = nil, focus: Int? = nil
  ) -> String {
    let cues = ClauseCues(words)
    guard cues.quotations.isEmpty else { return words }
    let isChinese = cues.tokens.contains { $0.kind == .han }
    func name(_ index: Int) -> String { isChinese ? "第\(index + 1)段" : "clip \(index + 1)" }
    if let focus, clips.indices.contains(focus), cues.clipNumbers.isEmpty,
      !cues.has(
        "video", "film", "movie", "whole", "everything", "all", "music", "song", "title", "logo", "subtitles",
        "between",
        "add", "insert", "影片", "视频", "整个", "全部", "音乐", "标题"),
      let range = ["it", "它", "这段", "这一段"].lazy.compactMap({ range(of: $0, in: words) }).first
    {
      return words.replacingCharacters(in: range, with: name(focus))
    }
    if let half {
      let halves: [(Int, [String])] = [
        (0, ["the first half", "the first part", "the first piece", "前半段", "前一段", "前面那段", "前一半"]),
        (
          1,
          [
            "the second half", "the second part", "the second piece", "the latter half", "the other half",
            "the rest", "后半段", "后一段", "后面那段", "后一半",
          ]
        ),
      ]
      var named = words
      for (place, phrases) in halves {
        if let range = phrases.lazy.compactMap({ range(of: $0, in: named) }).first {
          named = named.replacingCharacters(in: range, with: name(half + place))
        }
      }
      if named != words { return named }
    }
    if let copy {
      for phrase in ["the copy", "the duplicate", "its copy", "the new one", "副本", "复制的那段", "复制出来的"] {
        if let range = range(of: phrase, in: words) {
          return words.replacingCharacters(in: range, with: name(copy))
        }
      }
    }
    // Of an upload that is to come in, or to stand above the film, the name is the file's.
    let usesPart = cues.has("use the first", "use the last", "use only", "only use", "just use", "只用")
    guard
      usesPart
        || !cues.has(
          "add", "insert", "append", "use", "overlay", "logo", "watermark", "replace", "corner",
          "picture in picture", "over the", "on top of", "over it", "over clip", "green screen", "绿幕", "插入",
          "叠加", "水印", "替换", "换成", "音乐", "music", "as")
          && !cues.han.contains(/加(?![速快倍长大深强亮])/)
        || cues.has("music") && cues.has("when", "until", "till", "during", "under", "once")
          && !cues.has("add", "use", "insert", "as")
    else { return words }
    var found: [(index: Int, range: Range<String.Index>)] = []
    for (index, clip) in clips.enumerated() {
      guard clip.media != nil, let whole = clip.metadata.name,
        clips.filter({ $0.metadata.name == whole }).count == 1
      else { continue }
      let stem = whole.lastIndex(of: ".").map { String(whole[..<$0]) } ?? whole
      let place = range(of: whole, in: words) ?? (stem.count >= 4 ? range(of: stem, in: words) : nil)
      if let place { found.append((index, place)) }
    }
    let pictures = clips.indices.filter { clips[$0].source?.kind == .image }
    if found.isEmpty, clips.count > 2, clips.count % 2 == 1,
      let range = [
        "the middle clip", "the middle one", "the clip in the middle", "中间那段", "中间的片段", "中间一段", "中间那个片段",
      ]
      .lazy.compactMap({ range(of: $0, in: words) }).first
    {
      found.append((clips.count / 2, range))
    }
    if found.isEmpty, pictures.count == 1,
      !cues.has("show the", "put the logo", "of the picture", "of the image"),
      // "the whole picture is too dark" is about what is seen.
      let range =
        (cues.isOfPicture && !cues.has("zoom", "pan")
        ? ["the photo", "my photo", "photo", "照片"]
        : ["the photo", "the picture", "the image", "my photo", "photo", "照片", "图片"]).lazy.compactMap({
          range(of: $0, in: words)
        })
        .first
    {
      found.append((pictures[0], range))
    }
    let orders =
      cues.has(
        "before", "after", "behind", "swap", "first", "last", "end", "start", "beginning", "front", "最后",
        "最前",
        "开头", "显示",
        "前面", "后面", "之前", "之后", "对调", "交换")
      || !cues.times.isEmpty && cues.has("只放", "放", "播", "only") && !cues.has("放在", "放到")
    // "倒放" and "放慢" put nothing anywhere.
    let isPut = cues.has("put", "show", "place", "显示") || cues.han.contains(/(?:^|[^倒慢快播正回])放(?![慢快大缓])/)
    if found.count == 1, isPut, !orders { return words }
    var result = words
    // From the back, so that the places before stay what they are.
    for (index, place) in found.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(place, with: name(index))
    }
    return result
  }

  /// Where a name stands in a text as a whole word, in any case.
  static func range(of name: String, in text: String) -> Range<String.Index>? {
    func isPart(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber)
    }
    let wanted = Array(name.lowercased())
    guard let first = wanted.first else { return nil }
    var start = text.startIndex
    while start < text.endIndex {
      defer { start = text.index(after: start) }
      guard text[start].lowercased() == String(first),
        start == text.startIndex || !isPart(text[text.index(before: start)])
      else { continue }
      var end = start
      var count = 0
      while count < wanted.count, end < text.endIndex, text[end].lowercased() == String(wanted[count]) {
        end = text.index(after: end)
        count += 1
      }
      if count == wanted.count, end == text.endIndex || !isPart(text[end]) { return start..<end }
    }
    return nil
  }
}
