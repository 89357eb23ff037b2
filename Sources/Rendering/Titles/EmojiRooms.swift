/// The room that a script leaves for emoji which are drawn afterwards, in their colours.
struct EmojiRooms {
  /// The widths of the emoji against their heights; others are left to libass.
  let aspects: [String: Double]
  /// The height of the font in pixels.
  let fontSize: Double

  /// The most emoji of one text that have a colour of their own.
  static let most = 64
  /// Shows nothing of what follows.
  static let hidden = "\\1a&HFF&\\3a&HFF&"

  /// The room for an emoji of some lines; nil where it is left to libass, as all are of a text that has too many.
  private func aspects(in lines: [String]) -> [String: Double] {
    guard !aspects.isEmpty else { return [:] }
    let count = lines.reduce(0) { $0 + EmojiText.pieces(of: $1).count { $0.isEmoji } }
    return count > Self.most ? [:] : aspects
  }

  /// The lines, with clear boxes in place of the emoji for which there is room; `shown` shows what comes behind each.
  func body(_ lines: [String], around shown: String) -> String {
    let aspects = aspects(in: lines)
    guard !aspects.isEmpty else { return lines.map(TitleScript.escaped).joined(separator: "\\N") }
    return lines.map { line in
      EmojiText.pieces(of: line).map { piece in
        guard piece.isEmoji, let aspect = aspects[piece.text] else { return TitleScript.escaped(piece.text) }
        return room(aspect, Self.hidden) + "{\\p0\(shown)}"
      }.joined()
    }.joined(separator: "\\N")
  }

  /// The lines with nothing to be seen but the boxes, each in the colour of its number.
  func alone(_ lines: [String]) -> String {
    let aspects = aspects(in: lines)
    var number = 0
    return lines.map { line in
      EmojiText.pieces(of: line).map { piece -> String in
        guard piece.isEmoji, let aspect = aspects[piece.text] else { return TitleScript.escaped(piece.text) }
        defer { number += 1 }
        return room(aspect, "\\1c\(Self.colour(of: number))\\1a&H00&") + "{\\p0\(Self.hidden)}"
      }.joined()
    }.joined(separator: "\\N")
  }

  /// The emoji for which there is room, in the order of their numbers.
  func roomed(_ lines: [String]) -> [String] {
    let aspects = aspects(in: lines)
    return lines.flatMap {
      EmojiText.pieces(of: $0).filter { $0.isEmoji && aspects[$0.text] != nil }.map(\.text)
    }
  }

  /// A box as high as an emoji is to be, its foot a little below the line.
  private func room(_ aspect: Double, _ look: String) -> String {
    let height = fontSize * 0.86
    let side = fontSize * 0.05
    let width = height * min(4, max(0.25, aspect))
    func n(_ value: Double) -> String { "\(Int(value.rounded()))" }
    // The clear corners beside it keep it apart from its neighbours.
    let drawing =
      "m 0 0 m \(n(side)) 0 l \(n(side + width)) 0 \(n(side + width)) \(n(height)) \(n(side)) \(n(height))"
      + " m \(n(2 * side + width)) \(n(height))"
    return "{\(look)\\pbo\(n(fontSize * 0.14))\\p1}\(drawing)"
  }

  private static func colour(of number: Int) -> String {
    func two(_ value: Int) -> String { (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true) }
    return "&H00\(two(number / 8 * 32 + 16))\(two(number % 8 * 32 + 16))&"
  }

  /// The number that a colour stands for.
  static func number(red: UInt8, green: UInt8) -> Int { Int(green) / 32 * 8 + Int(red) / 32 }
}
