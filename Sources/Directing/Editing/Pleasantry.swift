/// Thanks or praise for a film that there is: "thanks", "looks good", "很好". It asks for nothing.
struct Pleasantry {
  /// What is said of it; nothing is changed.
  let answer: Bilingual

  private static let words: Set<String> = [
    "thanks", "thank", "you", "thx", "ty", "cheers", "much", "very", "so", "a", "lot", "great", "good",
    "nice", "perfect",
    "awesome", "amazing", "cool", "beautiful", "lovely", "excellent", "wonderful", "fantastic", "brilliant",
    "ok", "okay",
    "looks", "look", "it", "that", "that's", "this", "is", "i", "love", "like", "really", "wow", "yes", "yay",
    "well", "done",
    "job", "work", "yeah", "yep", "fine", "all", "the", "now", "s", "'",
  ]
  private static let cores: Set<String> = [
    "thanks", "thank", "thx", "ty", "cheers", "great", "good", "nice", "perfect", "awesome", "amazing",
    "cool", "beautiful",
    "lovely", "excellent", "wonderful", "fantastic", "brilliant", "love", "wow", "fine", "done", "yay",
  ]
  private static let han: Set<String> = [
    "谢谢", "谢谢你", "谢谢啦", "多谢", "感谢", "太感谢了", "辛苦了", "谢了", "不错", "很好", "挺好", "挺好的", "太好了", "很棒", "太棒了", "好看",
    "很好看",
    "真好看", "真不错", "完美", "漂亮", "很漂亮", "真漂亮", "可以", "可以了", "好的", "好", "行", "就这样", "就这样吧", "没问题", "满意", "很满意",
    "喜欢", "我喜欢",
    "我很喜欢", "太美了", "真美",
  ]

  /// What is said where somebody thinks better of it.
  private static let dismissals: Set<String> = [
    "nevermind", "nvm", "forgetit", "forgetaboutit", "leaveit", "leaveitasis", "leaveitlikethat", "nothing",
    "neverminditsfine", "keepitlikethis", "keepitasis", "ok", "okay", "k", "算了", "算了吧", "没事", "没事了", "不用了",
    "不改了", "先这样",
    "保持原样", "就这样别动了", "没什么",
  ]

  /// Reads a message; nil if it is more than that.
  init?(_ message: String) {
    let cues = ClauseCues(message)
    guard (1...8).contains(cues.tokens.count), cues.quotations.isEmpty,
      !message.contains("?"), !message.contains("？")
    else { return nil }
    let bare = message.filter { !$0.isWhitespace && !"，,。.!！~～?？".contains($0) }
    if Self.dismissals.contains(bare.lowercased().filter { $0 != "'" }) {
      answer = Bilingual(
        "All right, nothing was changed. “export” makes the file; or say what to change.",
        "好的，没有改动。输入“导出”生成文件，或者说说还要改什么。")
      return
    }
    let words = cues.tokens.filter { $0.kind != .mark && $0.kind != .newline }.map(\.text)
    let isSaid =
      Self.han.contains(bare)
      || words.contains(where: Self.cores.contains) && words.allSatisfy(Self.words.contains)
    guard isSaid else { return nil }
    answer = Bilingual(
      "Good to hear. “export” makes the file; or say what to change.", "好的。输入“导出”生成文件，或者说说还要改什么。")
  }
}
