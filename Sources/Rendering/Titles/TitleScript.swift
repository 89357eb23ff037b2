import Directing

/// The subtitle script (ASS) that makes libass draw a title: a soft shadow below, the text above it.
///
/// libass finds a font for every character through fontconfig, so one line may mix scripts. Emoji it can only draw in one
/// colour: where they are drawn in theirs, the script leaves room for them.
package struct TitleScript: Sendable {
  /// The font asked for; fontconfig gives its nearest relative where it is not installed.
  package static let font = "Inter Display"

  let lines: [String]
  let fontSize: Double
  let width: Int
  let height: Int
  /// The column of the text's left, middle or right, as the alignment says.
  let column: Double
  /// The row of the text's top, middle or bottom, as the alignment says.
  let row: Double
  /// As the keys of a number pad stand: 7 top left, 5 middle, 3 bottom right.
  let alignment: Int
  /// Red, green and blue, 0 to 255.
  let colour: (red: Int, green: Int, blue: Int)
  /// The kind of letters.
  var font = TitlePlan.Font.sans
  /// The widths against their heights of emoji that are drawn afterwards: the script leaves room for them.
  var rooms: [String: Double] = [:]

  private var family: String {
    switch font {
    case .sans: Self.font
    case .serif: "Noto Serif"
    case .mono: "DejaVu Sans Mono"
    case .handwriting: "Comic Neue"
    }
  }

  /// Room between letters, in pixels. libass sets what is written from the right in the wrong order when there is any.
  private var spacing: Double {
    lines.contains { $0.unicodeScalars.contains(where: Self.isFromTheRight) } ? 0 : fontSize * 0.005
  }

  /// Whether a letter belongs to a script that is written from the right: Hebrew, Arabic and their neighbours.
  private static func isFromTheRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// What stands before the words of every script. The encoding -1 lets each line begin where its letters do.
  private var head: String {
    """
    [Script Info]
    ScriptType: v4.00+
    PlayResX: \(width)
    PlayResY: \(height)
    WrapStyle: 2
    ScaledBorderAndShadow: yes
    YCbCr Matrix: None

    [V4+ Styles]
    Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
    Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
    MarginR, MarginV, Encoding
    Style: T,\(family),\(Self.number(fontSize)),\(primary),\(primary),&H00000000,&H00000000,-1,0,0,0,100,100,\
    \(Self.number(spacing)),0,1,0,0,5,0,0,0,-1

    [Events]
    Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

    """
  }

  /// The script.
  package var text: String {
    let at = "\\an\(alignment)\\pos(\(Self.number(column)),\(Self.number(row)))"
    let below = "\\an\(alignment)\\pos(\(Self.number(column)),\(Self.number(row + fontSize * 0.035)))"
    let near = Self.number(fontSize * 0.03)
    let thin = Self.number(fontSize * 0.012)
    let wide = Self.number(fontSize * 0.055)
    let far = Self.number(fontSize * 0.17)
    return head + """
      Dialogue: 0,0:00:00.00,0:01:00.00,T,,0,0,0,,{\(below)\\1c&H000000&\\1a&H58&\\3c&H000000&\\3a&H58&\\bord\(wide)\\blur\(far)}\(body(around: "\\1a&H58&\\3a&H58&"))
      Dialogue: 1,0:00:00.00,0:01:00.00,T,,0,0,0,,{\(below)\\1c&H000000&\\1a&H60&\\3c&H000000&\\3a&H90&\\bord\(thin)\\blur\(near)}\(body(around: "\\1a&H60&\\3a&H90&"))
      Dialogue: 2,0:00:00.00,0:01:00.00,T,,0,0,0,,{\(at)}\(body(around: "\\1a&H00&\\3a&H00&"))

      """
  }

  /// The script that shows nothing but the rooms for emoji, each in the colour of its number, the first of them 0.
  var roomsAlone: String {
    let at = "\\an\(alignment)\\pos(\(Self.number(column)),\(Self.number(row)))"
    return head
      + "Dialogue: 0,0:00:00.00,0:01:00.00,T,,0,0,0,,{\(at)\(EmojiRooms.hidden)\\bord0}\(emojiRooms.alone(lines))\n"
  }

  /// The emoji for which there is room, in the order of their numbers.
  var roomed: [String] { emojiRooms.roomed(lines) }

  private var emojiRooms: EmojiRooms { EmojiRooms(aspects: rooms, fontSize: fontSize) }

  /// The lines, with clear boxes in place of the emoji for which there is room.
  private func body(around shown: String) -> String { emojiRooms.body(lines, around: shown) }

  /// A line in which nothing is a command: braces are escaped, and a backslash is followed by a word joiner, which
  /// is not seen and keeps it from joining what comes after it.
  package static func escaped(_ line: String) -> String {
    var escaped = ""
    for character in line {
      switch character {
      case "{": escaped += "\\{"
      case "}": escaped += "\\}"
      case "\\": escaped += "\\\u{2060}"
      case "\n", "\r", "\r\n": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private var primary: String {
    func two(_ value: Int) -> String {
      let digits = String(min(255, max(0, value)), radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }
    return "&H00\(two(colour.blue))\(two(colour.green))\(two(colour.red))"
  }

  /// A number with two decimals at most and always a dot.
  private static func number(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}
