/// The lines of subtitles as a script (ASS) for libass, which finds a font for every character through fontconfig.
struct SubtitleScript {
  let width: Int
  let height: Int
  let framesPerSecond: Int
  let lines: [(frames: Range<Int>, text: String)]
  /// The widths against their heights of emoji that are drawn afterwards: the script leaves room for them.
  var rooms: [String: Double] = [:]

  private var size: Double { Double(min(width, height)) * 0.05 }
  private var margin: Int { Int(Double(height) * 0.06) }
  private var side: Int { Int(Double(width) * 0.08) }
  /// How far the box goes beyond its words.
  private var padding: Double { size * 0.28 }

  private func rows(of text: String) -> [String] {
    TitleLayout(
      text: text, fontSize: size, width: Double(width - 2 * side), height: Double(height) * 0.4
    ).lines
  }

  /// How far the highest of its boxes reaches above the lower edge of the canvas, in pixels; 0 without lines.
  var reach: Int {
    let most = lines.map { rows(of: $0.text).count }.max() ?? 0
    return most == 0 ? 0 : margin + Int(Double(most) * size * 1.25 + padding * 2)
  }

  private var emojiRooms: EmojiRooms { EmojiRooms(aspects: rooms, fontSize: size) }

  /// What stands before the lines; `matrix` says how colours become those of the picture.
  private func head(matrix: String) -> String {
    """
    [Script Info]
    ScriptType: v4.00+
    PlayResX: \(width)
    PlayResY: \(height)
    WrapStyle: 0
    ScaledBorderAndShadow: yes
    YCbCr Matrix: \(matrix)

    [V4+ Styles]
    Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
    Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
    MarginR, MarginV, Encoding
    Style: S,Inter,\(FilterText.number(size)),&H00FFFFFF,&H00FFFFFF,&H60000000,&H60000000,0,0,0,0,100,100,0,0,4,\
    0,\(FilterText.number(padding)),2,\(side),\(side),\(margin),-1

    [Events]
    Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

    """
  }

  /// The script.
  var text: String {
    var script = head(matrix: "TV.709")
    for line in lines {
      let words = emojiRooms.body(rows(of: line.text), around: "\\1a&H00&\\3a&H60&")
      guard !words.isEmpty else { continue }
      script +=
        "Dialogue: 0,\(time(line.frames.lowerBound)),\(time(line.frames.upperBound)),S,,0,0,0,,\(words)\n"
    }
    return script
  }

  /// The emoji of the first line for which there is room, in the order of their numbers.
  var roomed: [String] { lines.first.map { emojiRooms.roomed(rows(of: $0.text)) } ?? [] }

  /// The script that shows nothing of the first line but the rooms for emoji, each in the colour of its number.
  var roomsAlone: String {
    let shown = lines.first.map { rows(of: $0.text) } ?? []
    return head(matrix: "None")
      + "Dialogue: 0,0:00:00.00,0:01:00.00,S,,0,0,0,,{\(EmojiRooms.hidden)\\4a&HFF&}\(emojiRooms.alone(shown))\n"
  }

  /// A hundredth of a second earlier than the frame, so that rounding never moves a line to the next one.
  private func time(_ frame: Int) -> String {
    let hundredths = max(0, (frame * 100 + framesPerSecond - 1) / framesPerSecond - 1)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return
      "\(hundredths / 360_000):\(two(hundredths / 6000 % 60)):\(two(hundredths / 100 % 60)).\(two(hundredths % 100))"
  }
}
