/// How the things of a film are put into words for summaries.
enum Wording {
  static let title = Bilingual("Title", "标题")
  static let music = Bilingual("Music", "音乐")
  static let length = Bilingual("Length", "时长")
  static let time = Bilingual("Time of day", "时间")
  static let tint = Bilingual("Tint", "色调")
  static let energy = Bilingual("Energy", "动感")
  static let camera = Bilingual("Camera", "镜头运动")
  static let speed = Bilingual("Speed", "速度")
  static let shape = Bilingual("Canvas", "画幅")
  static let rate = Bilingual("Frame rate", "帧率")
  static let loop = Bilingual("Loop", "循环")
  static let shot = Bilingual("Scene", "镜头")
  static let scene = Bilingual("New scene", "新场景")
  static let inPicture = Bilingual("In the picture", "画面元素")

  /// "10 s", "1.5 s", "1 min 30 s".
  static func seconds(_ milliseconds: Int) -> Bilingual {
    let minutes = milliseconds / 60_000
    let rest = number(Double(milliseconds % 60_000) / 1000)
    if minutes == 0 { return Bilingual("\(rest) s", "\(rest) 秒") }
    return milliseconds % 60_000 == 0
      ? Bilingual("\(minutes) min", "\(minutes) 分钟")
      : Bilingual("\(minutes) min \(rest) s", "\(minutes) 分 \(rest) 秒")
  }

  /// Up to one digit after the point, none if it is zero.
  static func number(_ value: Double) -> String {
    let tenths = (abs(value) * 10).nearestInt
    let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
    return (value < 0 && tenths > 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }

  static func percent(_ fraction: Double) -> String { "\((fraction * 100).nearestInt)%" }

  /// “Urban Dreams” (0–3 s)
  static func title(_ segment: Film.Segment, startMS: Int) -> Bilingual {
    let text = segment.title?.text ?? segment.metadata.text ?? ""
    let start = number(Double(startMS) / 1000)
    let end = number(Double(startMS + segment.durationMS) / 1000)
    return Bilingual("“\(text)” (\(start)–\(end) s)", "“\(text)”（\(start)–\(end) 秒）")
  }

  /// Lo-fi (35%)
  static func music(_ segment: Film.Segment) -> Bilingual {
    let volume = percent(segment.metadata.volume ?? 1)
    let name = segment.metadata.name
    let mood = segment.music?.mood
    let english = name ?? mood?.displayName ?? "audio"
    let chinese = name.flatMap { $0 == mood?.displayName ? nil : $0 } ?? mood?.name(in: .chinese) ?? "音频"
    return Bilingual("\(english) (\(volume))", "\(chinese)（\(volume)）")
  }

  /// "3 red birds"
  static func element(_ element: SceneElement) -> Bilingual {
    let count = element.count.map { "\($0) × " } ?? ""
    let english = element.colour.map { $0.name + " " } ?? ""
    let chinese = element.colour.map { Palette.chineseName(of: $0) } ?? ""
    return Bilingual(
      count + english + element.kind.name(in: .english), count + chinese + element.kind.name(in: .chinese))
  }

  static func list(_ items: [Bilingual]) -> Bilingual {
    Bilingual(items.map(\.english).joined(separator: ", "), items.map(\.chinese).joined(separator: "、"))
  }

  static func colour(_ colour: NamedColour?) -> Bilingual? {
    colour.map { Bilingual($0.name, Palette.chineseName(of: $0)) }
  }

  static func canvas(_ canvas: Canvas) -> Bilingual {
    Bilingual("\(canvas.width)×\(canvas.height)", "\(canvas.width)×\(canvas.height)")
  }

  static func time(_ time: TimeOfDay) -> Bilingual {
    Bilingual(time.name(in: .english), time.name(in: .chinese))
  }
  static func camera(_ move: CameraMove) -> Bilingual {
    Bilingual(move.name(in: .english), move.name(in: .chinese))
  }
  static func plain(_ text: String) -> Bilingual { Bilingual(text, text) }
  static func yesNo(_ value: Bool) -> Bilingual { value ? Bilingual("on", "开") : Bilingual("off", "关") }

  /// “whale” has no picture of its own: fish are drawn instead.
  static func note(_ substitution: Substitution) -> Bilingual {
    guard let instead = substitution.drawnInstead else {
      return Bilingual(
        "“\(substitution.word)” can't be drawn yet, so the picture goes without.",
        "“\(substitution.word)”还画不出来，画面里没有它。")
    }
    return Bilingual(
      "“\(substitution.word)” can't be drawn yet; in its place: \(instead).",
      "“\(substitution.word)”还画不出来，用\(instead)代替。")
  }
}

extension Wording {
  /// Up to two digits after the point, none that is zero at the end: "1.25", "0.5", "2".
  static func factor(_ value: Double) -> String {
    let hundredths = (value * 100).nearestInt
    let rest = hundredths % 100
    if rest == 0 { return "\(hundredths / 100)" }
    return rest % 10 == 0
      ? "\(hundredths / 100).\(rest / 10)" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// "+20%", "−15%", "0%".
  static func signed(_ value: Double) -> String {
    let percent = (abs(value) * 100).nearestInt
    return percent == 0 ? "0%" : (value < 0 ? "−" : "+") + "\(percent)%"
  }
}
