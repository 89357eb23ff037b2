import Foundation

/// What a user answers when an engine has not made the footage.
enum GenerationChoice: Equatable {
  /// Go on waiting for what runs.
  case wait
  /// Ask the engine again.
  case retry
  /// Draw it here.
  case draw
  /// Leave it.
  case cancel

  /// Reads an answer; nil if the message is none.
  init?(_ message: String) {
    let words = message.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
      .split(separator: " ").joined(separator: " ")
    var bare = words
    for small in ["please ", "ok ", "okay ", "yes "] where bare.hasPrefix(small) {
      bare.removeFirst(small.count)
    }
    for small in [" please", " then", " now"] where bare.hasSuffix(small) { bare.removeLast(small.count) }
    guard let choice = Self.words[bare] else { return nil }
    self = choice
  }

  private static let words: [String: GenerationChoice] = {
    var words: [String: GenerationChoice] = [:]
    for word in [
      "wait", "keep waiting", "wait longer", "wait more", "go on waiting", "continue waiting", "等", "等待",
      "继续等",
      "继续等待", "再等等", "等一等", "等一下",
    ] { words[word] = .wait }
    for word in [
      "retry", "try again", "try it again", "again", "ask again", "ask it again", "重试", "再试", "再试一次", "再来一次",
    ] { words[word] = .retry }
    for word in [
      "draw", "draw it", "draw it procedurally", "draw it here", "draw it yourself", "procedural",
      "procedurally",
      "use procedural", "use procedural animation", "procedural animation", "画", "你来画", "画出来", "用程序画", "程序化",
      "用程序化动画", "绘制", "用本机绘制", "由你绘制",
    ] { words[word] = .draw }
    for word in [
      "cancel", "cancel it", "stop", "stop it", "never mind", "nevermind", "forget it", "leave it", "取消",
      "停止", "停",
      "算了", "不用了",
    ] { words[word] = .cancel }
    return words
  }()
}
