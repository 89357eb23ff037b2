/// English words of editing within a Chinese sentence: "加个title", "音乐fade out一下", "crop成square". They are put in Chinese, for
/// the sentence is built as a Chinese one.
enum MixedWords {
  /// The message with such words in Chinese; as it is where other English words stand in it, or no Chinese ones.
  static func translated(_ message: String) -> String {
    guard message.utf8.count <= 400, message.contains(where: { $0.isASCII && $0.isLetter }),
      message.unicodeScalars.count(where: { Tokenizer.isHan($0) }) >= 2
    else { return message }
    let text = ParsedText(message)
    let quoted = text.quotations().map { range in
      text.pieces[range.lowerBound].tokens.lowerBound..<text.pieces[range.upperBound - 1].tokens.upperBound
    }
    let tokens = text.tokens
    var result = String.UnicodeScalarView()
    var copied = 0
    var index = 0
    while index < tokens.count {
      if let quote = quoted.first(where: { $0.contains(index) }) {
        index = quote.upperBound
        continue
      }
      guard tokens[index].kind == .word else {
        index += 1
        continue
      }
      // "music.mp3" is a name.
      guard !isOfFile(index, in: tokens), let (length, chinese) = entry(at: index, in: tokens) else {
        // A name, a file or a unit stays; any other word makes the sentence an English one.
        guard isOwn(index, in: tokens) else { return message }
        index += 1
        continue
      }
      result.append(contentsOf: text.scalars[copied..<tokens[index].range.lowerBound])
      result.append(contentsOf: chinese.unicodeScalars)
      copied = tokens[index + length - 1].range.upperBound
      index += length
      // "title 改成": the space belonged to the English word.
      while copied < text.scalars.count, text.scalars[copied] == " ", index < tokens.count,
        tokens[index].kind == .han
      { copied += 1 }
    }
    guard copied > 0 else { return message }
    result.append(contentsOf: text.scalars[copied...])
    return String(result)
  }

  private static func entry(at index: Int, in tokens: [Token]) -> (length: Int, chinese: String)? {
    for length in [3, 2, 1] where index + length <= tokens.count {
      let words = tokens[index..<index + length].map(\.text).joined(separator: " ")
      // "fade到黑"
      let behind = tokens[(index + length)...].prefix(2).map(\.text).joined()
      if words == "fade", ["到黑", "成黑", "黑", "到白", "掉"].contains(where: behind.hasPrefix) {
        return (length, "淡出")
      }
      if let found = chinese[words] { return (length, found) }
    }
    return nil
  }

  /// Whether a word may stand in a Chinese sentence as it is: "logo", "lofi", "2x", "beach.mp4".
  private static func isOwn(_ index: Int, in tokens: [Token]) -> Bool {
    let token = tokens[index]
    if own.contains(token.text) { return true }
    return isOfFile(index, in: tokens) || index > 0 && tokens[index - 1].isNumber && token.isJoined
  }

  private static func isOfFile(_ index: Int, in tokens: [Token]) -> Bool {
    index + 2 < tokens.count && tokens[index + 1].text == "." && tokens[index + 1].isJoined
      && tokens[index + 2].isJoined
      || index > 0 && tokens[index - 1].text == "." && tokens[index].isJoined
  }

  private static let own: Set<String> = [
    "logo", "lofi", "lo", "fi", "vlog", "mv", "p", "k", "s", "x", "db", "fps", "hz", "ms", "png", "jpg", "mp",
    "gif", "pip", "tiktok", "instagram", "ins", "reels", "kaiber", "jazz", "a", "b", "c",
  ]

  private static let chinese: [String: String] = [
    "title": "标题", "caption": "标题", "text": "文字", "subtitle": "字幕", "subtitles": "字幕", "font": "字体",
    "music": "音乐", "bgm": "背景音乐", "song": "音乐", "volume": "音量", "sound": "声音", "audio": "声音",
    "mute": "静音", "piano": "钢琴", "ambient": "氛围", "upbeat": "欢快", "cinematic": "电影感", "chill": "舒缓",
    "top": "顶部", "bottom": "底部", "left": "左边", "right": "右边", "center": "中间", "centre": "中间",
    "middle": "中间", "crop": "裁", "cut": "剪", "trim": "剪", "split": "分割", "delete": "删除", "remove": "去掉",
    "reverse": "倒放", "loop": "循环", "freeze": "定格", "zoom in": "推近", "zoom out": "拉远", "slow": "慢",
    "slow motion": "慢动作", "slow mo": "慢动作", "slomo": "慢动作", "slowmo": "慢动作", "speed up": "加速",
    "slow down": "放慢", "fade in": "淡入", "fade out": "淡出", "fadein": "淡入", "fadeout": "淡出", "fade": "淡入淡出",
    "crossfade": "叠化", "cross fade": "叠化", "dissolve": "叠化", "transition": "转场", "wipe": "擦除",
    "square": "正方形", "vertical": "竖屏", "portrait": "竖屏", "landscape": "横屏", "blur": "模糊",
    "sharpen": "锐化", "vignette": "暗角", "grain": "颗粒", "vintage": "复古", "black and white": "黑白",
    "b w": "黑白", "bw": "黑白", "brightness": "亮度", "contrast": "对比度", "saturation": "饱和度", "color": "颜色",
    "colour": "颜色", "warm": "暖", "cool": "冷", "clip": "片段", "video": "视频", "photo": "照片", "undo": "撤销",
    "redo": "重做", "rotate": "旋转", "flip": "翻转", "mirror": "镜像", "background": "背景", "watercolor": "水彩",
    "watercolour": "水彩", "anime": "动漫", "red": "红色", "blue": "蓝色", "yellow": "黄色", "white": "白色",
    "black": "黑色", "green": "绿色", "pink": "粉色",
  ]
}
