import Directing

/// The subtitle script (ASS) that makes libass draw a title: a soft shadow below, the text above it.
///
/// libass finds a font for every character through fontconfig, so one line may mix Latin, Chinese and emoji.
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

  private var family: String {
    switch font {
    case .sans: Self.font
    case .serif: "Noto Serif"
    case .mono: "DejaVu Sans Mono"
    case .handwriting: "Comic Neue"
    }
  }

  /// The script.
  package var text: String {
    let body = lines.map(Self.escaped).joined(separator: "\\N")
    let at = "\\an\(alignment)\\pos(\(Self.number(column)),\(Self.number(row)))"
    let below = "\\an\(alignment)\\pos(\(Self.number(column)),\(Self.number(row + fontSize * 0.035)))"
    let near = Self.number(fontSize * 0.03)
    let thin = Self.number(fontSize * 0.012)
    let wide = Self.number(fontSize * 0.055)
    let far = Self.number(fontSize * 0.17)
    return """
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
      \(Self.number(fontSize * 0.005)),0,1,0,0,5,0,0,0,1

      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      Dialogue: 0,0:00:00.00,0:01:00.00,T,,0,0,0,,{\(below)\\1c&H000000&\\1a&H58&\\3c&H000000&\\3a&H58&\\bord\(wide)\\blur\(far)}\(body)
      Dialogue: 1,0:00:00.00,0:01:00.00,T,,0,0,0,,{\(below)\\1c&H000000&\\1a&H60&\\3c&H000000&\\3a&H90&\\bord\(thin)\\blur\(near)}\(body)
      Dialogue: 2,0:00:00.00,0:01:00.00,T,,0,0,0,,{\(at)}\(body)

      """
  }

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
