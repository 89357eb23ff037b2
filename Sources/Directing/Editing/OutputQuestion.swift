/// A question about file formats, or a wish to convert, in a message to the studio: "can you make gifs?", "convert it to a
/// gif". A file is made by exporting, which is a command of its own.
struct OutputQuestion {
  /// What is said of it.
  let answer: Bilingual

  private static let formats = [
    "mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac",
  ]
  private static let others: [String: String] = [
    "jpeg": "jpg", "flv": "mp4", "wmv": "mp4", "mpeg": "mp4", "mpg": "mp4", "3gp": "mp4", "hevc": "mp4",
    "prores": "mov",
    "ogg": "m4a", "flac": "wav", "opus": "m4a", "wma": "mp3", "aiff": "wav", "bmp": "png", "tiff": "png",
    "svg": "png",
    "apng": "gif", "avif": "webp", "pdf": "png",
  ]
  /// Words that may stand around a format without naming a picture.
  private static let plain: Set<String> = [
    "can", "could", "do", "does", "you", "i", "it", "this", "that", "the", "a", "an", "as", "to", "in",
    "into", "make", "made",
    "convert", "turn", "export", "exporting", "save", "render", "output", "get", "have", "give", "me",
    "produce", "create",
    "support", "supported", "is", "are", "possible", "be", "want", "need", "please", "file", "files",
    "format", "formats",
    "video", "film", "clip", "movie", "animated", "or", "and", "also", "my", "would", "like", "how", "what",
    "which", "work",
    "with", "for", "of", "too", "studio", "there", "any", "out", "then", "now", "let's", "download", "change",
    "we", "will", "transcode", "encode",
    "audio", "image", "picture", "convertible", "good", "ready", "all", "from",
  ]
  private static let hanPlain = Set("能可以吗么不会支持导出保存成为做转换格式文件视频的把它这个我想要请帮输出变生是否一下动图有没哪些什么种用下载改片影片存制作换个张给")

  /// Reads a message; nil if it asks for something else, or names a file.
  init?(_ message: String, media: [MediaItem]) {
    guard message.utf8.count <= 200 else { return nil }
    let cues = ClauseCues(message)
    guard cues.quotations.isEmpty, (1...16).contains(cues.tokens.count) else { return nil }
    var named: [String] = []
    var isQuestion =
      message.contains("?") || message.contains("？")
      || cues.starts("can", "could", "do", "does", "is", "what", "which", "how", "能", "可以", "支持")
    for (index, token) in cues.tokens.enumerated() {
      switch token.kind {
      case .word, .number:
        let text = Self.written(cues.tokens, at: index)
        let single = text.hasSuffix("s") ? String(text.dropLast()) : text
        if Self.formats.contains(single) || Self.others[single] != nil {
          // "logo.png" is a file.
          if index > 0, cues.tokens[index - 1].text == ".", token.isJoined { return nil }
          named.append(single)
        } else if !Self.plain.contains(token.text), !Self.isRest(cues.tokens, at: index) {
          return nil
        }
      case .han:
        guard token.text.allSatisfy(Self.hanPlain.contains) else { return nil }
        if ["吗", "么", "哪", "否"].contains(token.text) { isQuestion = true }
      case .mark, .newline: continue
      default: return nil
      }
    }
    let asksWhich =
      cues.has("what", "which", "formats", "哪些", "什么格式", "哪种") && cues.has("format", "formats", "格式")
    guard !named.isEmpty || asksWhich else { return nil }
    let makes = cues.has(
      "make", "convert", "turn", "export", "exporting", "save", "render", "output", "produce", "create",
      "support", "supported",
      "get", "have", "give", "want", "need", "download", "do", "change", "transcode", "encode", "导出", "保存",
      "做成", "转", "支持", "生成", "输出", "变成",
      "换成", "存成", "制作", "下载", "改成", "做")
    guard makes || isQuestion || named.count == cues.tokens.count else { return nil }
    answer = Self.answer(named.first, isQuestion: isQuestion && !named.isEmpty)
  }

  /// "mp4" is a word and a number to the tokenizer.
  private static func written(_ tokens: [Token], at index: Int) -> String {
    var text = tokens[index].text
    var next = index + 1
    while next < tokens.count, tokens[next].isJoined, tokens[next].kind == .word || tokens[next].isNumber {
      text += tokens[next].text
      next += 1
    }
    return text
  }

  /// Whether a token is the end of a format's name: the 4 of "mp4".
  private static func isRest(_ tokens: [Token], at index: Int) -> Bool {
    guard index > 0, tokens[index].isJoined else { return false }
    let before = written(tokens, at: index - 1)
    let whole = before.hasSuffix("s") ? String(before.dropLast()) : before
    return formats.contains(whole) || others[whole] != nil || isRest(tokens, at: index - 1)
  }

  private static func answer(_ name: String?, isQuestion: Bool) -> Bilingual {
    let list = formats.joined(separator: ", ")
    let all = Bilingual("All formats: \(list).", "全部格式：\(formats.joined(separator: "、"))。")
    guard let name else {
      return Bilingual(
        "Type `export gif` or another format. \(all.english)", "输入 `export gif` 或其他格式即可导出。\(all.chinese)")
    }
    let isOffered = formats.contains(name)
    let format = isOffered ? name : others[name] ?? "mp4"
    let command = Bilingual("type `export \(format)`", "输入 `export \(format)`")
    if isOffered || name == "jpeg" {
      return isQuestion
        ? Bilingual("Yes: \(command.english). \(all.english)", "可以：\(command.chinese)。\(all.chinese)")
        : Bilingual(
          "To get it as \(format.uppercased()), \(command.english); the film itself stays as it is.",
          "要得到 \(format.uppercased())，请\(command.chinese)；影片本身不变。")
    }
    return Bilingual(
      "There is no \(name.uppercased()) here; the nearest is \(format.uppercased()): \(command.english). \(all.english)",
      "这里没有 \(name.uppercased())，最接近的是 \(format.uppercased())：\(command.chinese)。\(all.chinese)")
  }
}
