/// Clips that a message calls by their file's name, or as the copy that it has just made.
extension EditMessage {
  /// The clause with "it" as what the clause before was about, where it would mean the film otherwise.
  static func resolved(_ words: String, after before: String) -> String {
    let cues = ClauseCues(words), last = ClauseCues(before)
    let isPicture = last.has("logo", "watermark", "overlay", "标志", "水印", "贴图")
    let isMusic = last.has("music", "song", "soundtrack", "音乐", "配乐") && !last.has("fade")
    let isPhoto = last.has("photo", "照片", "图片")
    let isPlaced = cues.has(
      "left", "right", "top", "bottom", "middle", "smaller", "bigger", "larger", "transparent")
    if let range = range(of: "it", in: words) {
      if isPicture, isPlaced { return words.replacingCharacters(in: range, with: "the logo") }
      let isHeard = cues.has("fade", "louder", "quieter", "mute", "loop", "down", "up")
      if isMusic, isHeard, !cues.has("video", "film") {
        return words.replacingCharacters(in: range, with: "the music")
      }
    }
    if isPhoto, cues.starts("显示", "停留"), !cues.times.isEmpty { return "照片" + words }
    return words
  }

  /// The clause with such clips called by their numbers.
  ///
  /// - Parameters:
  ///   - clips: the clips of the film, in order.
  ///   - copy: which of them the message has just made, counted from 0.
  static func numbered(_ words: String, clips: [Film.Segment], copy: Int?) -> String {
    let cues = ClauseCues(words)
    guard cues.quotations.isEmpty else { return words }
    let isChinese = cues.tokens.contains { $0.kind == .han }
    func name(_ index: Int) -> String { isChinese ? "第\(index + 1)段" : "clip \(index + 1)" }
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
          "picture in picture", "加",
          "插入", "叠加", "水印", "替换", "换成", "音乐", "music", "as")
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
    if found.isEmpty, pictures.count == 1, !cues.has("show the", "put the logo"),
      cues.has(
        "move", "put", "trim", "cut", "delete", "remove", "zoom", "crop", "rotate", "移", "放在", "放到", "显示",
        "删", "剪", "放大"),
      let range = ["the photo", "the picture", "the image", "照片", "图片"].lazy.compactMap({
        range(of: $0, in: words)
      })
      .first
    {
      found.append((pictures[0], range))
    }
    let orders = cues.has(
      "before", "after", "behind", "swap", "first", "last", "end", "start", "front", "最后", "最前", "开头", "显示",
      "前面", "后面", "之前", "之后", "对调", "交换")
    if found.count == 1, cues.has("put", "show", "place", "放", "显示"), !orders { return words }
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

extension String {
  func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var result = self
    result.replaceSubrange(range, with: text)
    return result
  }
}
