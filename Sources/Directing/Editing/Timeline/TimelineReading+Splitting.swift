/// Cuts through a clip, of which nothing goes.
extension TimelineReading {
  /// "cut it into three parts", "剪成三段"
  private var isIntoParts: Bool {
    cues.partCount != nil
      && (cues.has("cut", "divide", "chop", "break") && cues.has("into", "in")
        || cues.has("剪成", "切成", "分成", "分为", "拆成", "等分", "平分"))
  }

  /// "cut at 5 seconds", "cut clip 2 at 0:03": a cut through it, for nothing is said to go.
  private var isCutAt: Bool {
    cues.starts("cut", "chop", "在", "从")
      && (cues.times.count == 1
        || cues.times.count == 2 && cues.has("and") && !cues.has("from", "between", "out"))
      && cues.has("at", "处切开", "处剪开", "秒切", "秒剪断")
      && cues.time(after: "at", "在", "第", "从") != nil
      && !cues.has(
        "start", "end", "starts", "ends", "stops", "first", "last", "off", "beginning", "前", "后", "掉",
        "music", "to",
        "down",
        "everything")
  }

  /// "cut it into 3 second pieces", "剪成3秒一段"
  private var isIntoLengths: Bool {
    cues.times.count == 1
      && (hasCutVerb && cues.has("into", "in") && cues.has("pieces", "parts", "clips", "chunks", "segments")
        || cues.has("秒一段", "秒一个片段"))
  }

  func splitting() -> [EditRequest]? {
    guard
      cues.has(
        "分开", "split", "cut it in two", "cut in two", "cut it in half", "cut in half", "slice", "分割", "拆分",
        "切开",
        "make a cut", "切一刀", "剪一刀", "一分为二", "对半切", "对半分", "切成两半", "断成两段",
        "剪成两段", "分成两段",
        "切成两段", "分成两半", "剪成两半", "切成两半", "断开") || isIntoParts || isCutAt || isIntoLengths
    else { return nil }
    guard !cues.has("screen", "split screen", "分屏") else { return nil }
    if let count = cues.partCount, count > 2, cues.times.isEmpty {
      let length = length
      // From the back, so that earlier moments stay where they are.
      return (1..<count).reversed().flatMap { edit(.split(.at(length * $0 / count), cues.choice)) }
    }
    if cues.times.isEmpty {
      return edit(.split(.middle, cues.choice))
    }
    // "split every 4 seconds", "每4秒切一刀"
    if cues.times.count == 1, isIntoLengths || cues.has("every", "each", "每"),
      let step = cues.times.first?.milliseconds,
      step > 0
    {
      let length = length
      guard step < length, length / step <= 50 else {
        return cannot(
          Bilingual("splitting into so many parts", "分成这么多段"),
          Bilingual("split it into up to 50: “split it into 10 parts”", "最多50段：“分成10段”"))
      }
      return stride(from: step, to: length, by: step).reversed().flatMap {
        edit(.split(.at($0), cues.choice))
      }
    }
    // From the back, so that earlier moments stay where they are.
    return cues.times.map(\.milliseconds).sorted(by: >).flatMap { edit(.split(.at($0), cues.choice)) }
  }
}
