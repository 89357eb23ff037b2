/// A new film that is asked for by that name.
extension EditParser {
  /// What a new film is to be about, where one is asked for by that name: "a new video about dragons".
  static func newFilm(in message: String) -> String? {
    guard message.utf8.count <= 1000 else { return nil }
    let english =
      /(?:please |can you |could you )*(?:(?:make|create|generate|start|do|give)(?: me)? )?(?:an? )?(?:brand )?new (?:video|film|movie)(?: about| of| for| with| showing|,) ?(.+)/
      .ignoresCase()
    let chinese = /(?:请)?(?:再)?(?:做|生成|来|制作)?(?:一部|一段|一个|个|部)?新(?:的)?(?:视频|影片|片子)(?:，|,|关于)\s*(.+)/
    let rest = message.wholeMatch(of: english)?.1 ?? message.wholeMatch(of: chinese)?.1
    return rest.map(String.init).flatMap { $0.contains(where: \.isLetter) ? $0 : nil }
  }

  /// The prompt of "a new video: a cat", "新视频：猫": a prompt as a whole, of any length and of several lines.
  static func promptBehindColon(_ message: String) -> String? {
    let english =
      /\s*(?:please |can you |could you )*(?:(?:make|create|generate|start|do|give)(?: me)? )?(?:an? )?(?:brand )?new (?:video|film|movie)\s*[:：]\s*/
      .ignoresCase()
    let chinese = /\s*请?再?(?:做|生成|来|制作)?(?:一部|一段|一个|个|部)?新的?(?:视频|影片|片子)\s*[:：]\s*/
    guard let start = (message.prefixMatch(of: english) ?? message.prefixMatch(of: chinese))?.range.upperBound
    else { return nil }
    let prompt = message[start...]
    return prompt.contains { !$0.isWhitespace } ? String(prompt) : nil
  }
}
