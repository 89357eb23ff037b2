/// A question about how the studio works: whether a change can be taken back, which music there is, what pad and fill are.
struct HowQuestion {
  /// What is said of it; nothing is changed.
  let answer: Bilingual

  /// Reads a message; nil if it is no such question.
  init?(_ message: String, film: Film) {
    guard message.utf8.count <= 200, !message.contains(where: { "\"“”「」:：".contains($0) }),
      let answer = Self.all.lazy.compactMap({ $0(message, film) }).first
    else { return nil }
    self.answer = answer
  }

  private static let all: [@Sendable (String, Film) -> Bilingual?] = [
    { message, _ in
      let english =
        /.*(?:\bif (?:i|we) (?:don'?t|do not|hate|change)\b.*\b(?:go back|undo|revert|change it back)|\b(?:can|could) (?:i|we|you) (?:always |still |later )*(?:go back|undo (?:it|things|changes|a change|stuff)|revert|get (?:it|the original) back)|\bis (?:it|there) (?:possible|any way|a way) to (?:undo|go back|revert)|\bis there (?:an )?undo\b).*\?\s*/
        .ignoresCase()
      let chinese =
        /.*(?:改坏|改错|不喜欢|不满意|后悔|弄错|搞砸).*(?:恢复|撤销|撤回|还原|回去|改回).*(?:吗|么|不)?[？?]?\s*|.*(?:能不能|可以|能)(?:撤销|恢复|还原|撤回)(?:吗|么)?[？?]/
      guard message.wholeMatch(of: english) != nil || message.wholeMatch(of: chinese) != nil else {
        return nil
      }
      return Bilingual(
        "Yes: “undo” takes the last change back, as often as you like, “redo” brings it again, “start over” goes back to the beginning. Nothing was changed.",
        "可以：“撤销”取消上一步，可以一直撤销；“重做”恢复；“重新开始”回到最初。影片没有改动。")
    },
    { message, _ in
      let english =
        /.*\b(?:what|which)(?: kinds?| types?| styles?| sorts?| moods?| genres?)?(?: of)? (?:music|songs?|tunes?|soundtracks?)\b.*(?:have|there|can|available|add|got|offer|do|choose|pick).*/
        .ignoresCase()
      let chinese = /.*(?:哪些|什么|几种|多少种)(?:风格|类型|种类|样)?的?(?:音乐|配乐|[Bb][Gg][Mm]|曲子).*/
      guard message.wholeMatch(of: english) != nil || message.wholeMatch(of: chinese) != nil,
        !message.contains(/把|换成|加上/)
      else { return nil }
      let moods = MusicPlan.Mood.allCases
      return Bilingual(
        "The music is made here: \(moods.map { $0.name(in: .english) }.joined(separator: ", ")). Say “add lo-fi music”, “sad piano music”, or upload a song of your own.",
        "配乐是本机合成的：\(moods.map { $0.name(in: .chinese) }.joined(separator: "、"))。可以说“加lo-fi音乐”“悲伤的钢琴曲”，也可以上传自己的歌曲。"
      )
    },
    { message, _ in
      let english =
        /.*\b(?:can|could|do|does) (?:you|u|it|this|the studio|we|i) (?:also |even )?(?:do|make|add|have|support|get) (?:a |any )?(?:voice ?-?overs?|narrations?|text to speech|tts)\b.*\?.*/
        .ignoresCase()
      guard
        message.wholeMatch(of: english) != nil
          || message.wholeMatch(of: /.*(?:能|可以|会)(?:不能|不会)?(?:加|做|有)?(?:配音|旁白|朗读)(?:吗|么|不)[？?]?/) != nil
      else { return nil }
      return Bilingual(
        "Yes: say “read aloud: Welcome back”, and it is spoken over the film (a Chinese voice needs espeak-ng). Nothing was changed.",
        "可以：说“朗读：欢迎回来”，就会配到影片上（中文语音需要安装 espeak-ng）。影片没有改动。")
    },
    { message, _ in
      guard
        message.contains(/\bdifference between\b.*\b(?:pad|fill|fit|crop|bars|blur)/.ignoresCase())
          || message.contains(/(?:黑边|铺满|填充|模糊).*(?:区别|不同|差别)/)
      else { return nil }
      return Bilingual(
        "Where a picture has another shape than the film: “with black bars” (pad) shows all of it, “with blurred sides” shows all of it before a blurred copy, “fill the frame” covers the film and cuts the edges off. Nothing was changed.",
        "画面形状和影片不同时：“加黑边”完整显示；“两侧模糊”完整显示，背后是模糊的画面；“铺满”盖满画幅，裁掉边缘。影片没有改动。")
    },
    { message, film in
      let english =
        /(?:so |and |hey,? )?(?:what(?:'?s| is)?|which|how (?:big|large|many))(?: the)? (?:resolution|frame ?rate|fps|pixels|dimensions|picture size|frames (?:a|per) second)\b.*/
        .ignoresCase()
      let chinese =
        /.*(?:分辨率|帧率|多少帧|几帧|画面尺寸|多大尺寸)(?:是|有)?(?:多少|多大|几|什么|吗|的|啊|呢|[？?，,])*.*(?:多少|几|什么|吗|多大|[？?])?.*/
      let asks =
        message.wholeMatch(of: english) != nil
        && !message.contains(/\b(?:can|should|best|make|set|change)\b/.ignoresCase())
        || message.wholeMatch(of: chinese) != nil && message.contains(/多少|几帧|多大|是什么/)
          && !message.contains(/改|换|调|导出/)
      guard asks else { return nil }
      let canvas = film.canvas
      let length = Wording.seconds(film.pictureMS)
      return Bilingual(
        "The film is \(canvas.width)×\(canvas.height) at \(canvas.framesPerSecond) frames a second, and \(length.english) long.",
        "影片是 \(canvas.width)×\(canvas.height)，每秒 \(canvas.framesPerSecond) 帧，长 \(length.chinese)。")
    },
  ]
}
