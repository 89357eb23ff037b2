/// A small generator (SplitMix64), so that a failing input can be made again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let pieces: [String] = [
    "so", "where", "which", "while", "you", "it", "I", "but", "export", "导出", "click", "点击", "the", "Export",
    "button", "按钮", "drag", "拖动", "到", " to ", " ", "  ",
    "\n", "\r\n", "\t", "\"", "'", "“", "”", "`",
    "```", "*", "**", "_", "(", ")", "[", "]", "](", "http://", "https://a.b/c.mp4", "file://", "file:///%",
    "%E4", "%", "~/", "~", "/", "//", "./", "../", ".", "..", "…",
    ",", "，", "。", ";", ":", "：", "-", "—", "|", "#", "1.", "- ", "> ", "+", "a.mov", ".mp4", "\\", "\\ ",
    "é", "e\u{301}", "\u{301}", "👩‍👩‍👧", "🎬", "\u{200D}", "\u{FE0F}",
    "\u{202E}", "\u{0}", "\u{7}", "ＥＸ", "保存", "내보내기", "を", "and", "then", "or", "you can", "open", "panel",
    "面板", "打开", "720p", "4k", "gif", "0", "99999999999999999999", "x", "1920x1080", "×",
  ]

  /// Words of the trade, marks and broken Unicode in any order.
  mutating func oddText() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &self) {
      text += Self.pieces.randomElement(using: &self) ?? ""
      if Bool.random(using: &self) { text += " " }
    }
    return text
  }
}
