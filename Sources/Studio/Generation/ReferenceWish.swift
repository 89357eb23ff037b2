import Directing
import Foundation

/// A wish to have a picture of the user's come to life: which picture, and what is to happen in it.
struct ReferenceWish: Equatable {
  /// The picture.
  var picture: MediaItem
  /// What is to happen, in the user's words; a plain wish for motion where nothing is said.
  var words: String

  /// Reads a message.
  /// - Parameter pictures: the images of the session, oldest first.
  /// - Returns: nil if there is no image, or the message does not ask for it.
  init?(_ message: String, pictures: [MediaItem]) {
    guard let newest = pictures.last, message.count <= 4000 else { return nil }
    guard let (range, says) = Self.match(message) else { return nil }
    picture = pictures.last { message.lowercased().contains($0.name.lowercased()) } ?? newest
    var rest = message
    rest.replaceSubrange(range, with: " ")
    rest = rest.replacing(picture.name, with: " ")
    var words = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let edges: Set<Character> = [",", ".", ":", ";", "-", "–", "—", " ", "，", "。", "：", "；", "!", "！", "、"]
    while let first = words.first, edges.contains(first) { words.removeFirst() }
    while let last = words.last, edges.contains(last) { words.removeLast() }
    for small in ["with ", "so that ", "and ", "to ", "where ", "in which "]
    where words.lowercased().hasPrefix(small) { words.removeFirst(small.count) }
    let isEmpty = words.filter { $0.isLetter }.count < 2
    self.words = isEmpty ? says.text(in: Language.of(message)) : words
  }

  private static let motion = Bilingual(
    "The picture comes to life with natural, gentle motion", "画面自然地动起来")

  private static func match(_ message: String) -> (Range<String.Index>, Bilingual)? {
    let thing =
      "(?:(?:my|the|this|that|our|uploaded|last|first|second|third)\\s+)*(?:photo|picture|image|photograph|drawing|still)"
    let patterns = [
      "\\banimate\\s+(?:\(thing)|it|this)\\b",
      "\\bbring\\s+(?:\(thing)|it|this)\\s+to\\s+life\\b",
      "\\bimage[- ]to[- ]video\\b(?:\\s+(?:from|of|with)\\s+\(thing))?",
      "\\b(?:turn|make)\\s+\(thing)\\s+(?:into\\s+a\\s+(?:video|clip|film)|move)\\b",
      "\\b(?:use|take)\\s+\(thing)\\s+as\\s+(?:the|a)\\s+(?:first|starting|opening|reference)\\s*(?:frame|image|picture|point)?\\b",
      "\\b(?:start|starting|begin|beginning)\\s+(?:from|with)\\s+\(thing)\\b",
      "\\b(?:a\\s+)?(?:video|clip|film)\\s+(?:from|based\\s+on|out\\s+of)\\s+\(thing)\\b",
      "图生视频",
      "让(?:这张|那张|我的|上传的)?(?:图片|照片|图像|画面|图)动起来",
      "(?:用|以)(?:这张|那张|我的|上传的)?(?:图片|照片|图像|图)(?:作为|做|当|为)(?:首帧|第一帧|开头|起始画面)",
      "(?:根据|基于)(?:这张|那张|我的|上传的)?(?:图片|照片|图像|图)(?:生成|制作|做)(?:一段|一个)?视频",
    ]
    for pattern in patterns {
      if let range = message.range(of: pattern, options: [.regularExpression, .caseInsensitive]) {
        return (range, motion)
      }
    }
    return nil
  }
}
