/// The order of the clips.
extension TimelineReading {
  func order() -> [EditRequest]? {
    var numbers = cues.clipNumbers
    let swaps = cues.has("swap", "exchange", "switch", "交换", "对调", "互换", "调换")
    if swaps, numbers.count < 2, cues.quotations.isEmpty, cues.times.isEmpty {
      // "swap the second and third"
      let bare = cues.tokens.compactMap { ClauseCues.ordinals[$0.text] }
      if bare.count == 2 { numbers = bare }
      // "swap 1 and 2"
      let plain = cues.tokens.compactMap { token -> Int? in
        if case .number(let value) = token.kind, (1...99).contains(value) { Int(value) - 1 } else { nil }
      }
      if bare.isEmpty, plain.count == 2 { numbers = plain }
    }
    if numbers.count == 2, cues.has("顺序", "位置", "order"),
      cues.has("换一下", "换过来", "换下", "换个", "调一下", "颠倒", "change")
    {
      return edit(.swap(numbers[0], numbers[1]))
    }
    if cues.has("swap", "exchange", "switch", "交换", "对调", "互换", "调换"), numbers.count >= 2 {
      return edit(.swap(numbers[0], numbers[1]))
    }
    if cues.has("swap the order", "swap them", "调换顺序", "swap the clips", "交换顺序")
      || cues.has("swap", "switch", "exchange", "交换", "对调", "互换", "调换") && numbers.isEmpty
        && cues.has(
          "clips", "shots", "scenes", "parts", "pieces", "halves", "both", "them", "order", "around", "片段",
          "两段", "顺序",
          "两个镜头", "两个场景", "两个画面"),
      film.videoSegments.count == 2
    {
      return edit(.swap(0, 1))
    }
    if cues.has("swap", "exchange", "switch", "交换", "对调", "互换", "调换"), film.videoSegments.count >= 2 {
      if cues.has("first two", "first 2", "前两段", "前两个") { return edit(.swap(0, 1)) }
      if cues.has("last two", "last 2", "后两段", "最后两段", "最后两个") { return edit(.swap(-2, -1)) }
    }
    if cues.has("order", "顺序", "倒序"), numbers.isEmpty, !cues.has("播放", "放映"),
      cues.has("reverse", "backwards", "flip", "turn around", "反过来", "颠倒", "倒序", "换一下", "反转", "倒过来"),
      !isOfMusic
    {
      return (1..<max(1, film.videoSegments.count)).flatMap { edit(.move($0, to: 0)) }
    }
    guard let from = numbers.first, !isOfTitle, !isOfMusic else { return nil }
    if numbers.count == 1, hasFootage || cues.tokens.count <= 6, cues.times.isEmpty,
      !cues.has("fade", "transition", "music")
    {
      if ["start", "begin", "open"].contains(where: { cues.has(inOrder: $0, "with") })
        || cues.has("开头用", "先放")
      {
        return edit(.move(from, to: 0))
      }
      if ["end", "finish", "close"].contains(where: { cues.has(inOrder: $0, "with") }) || cues.has("结尾用") {
        return edit(.move(from, to: -1))
      }
    }
    let moves = cues.has(
      "move", "put", "place", "bring", "shift", "make", "come", "comes", "goes", "go", "should be", "belongs",
      "have", "want", "stick", "pop", "throw", "drop", "排在", "排到", "提前", "移", "搬到", "移到", "移动到", "放到", "挪到",
      "放最", "放前", "放后", "放第", "排最", "摆到", "摆在",
      "放在", "移动", "提到", "调到")
    // "clip 2 first, please"
    let latin = cues.latin.replacing(" please ", with: " ")
    if numbers.count == 1, cues.times.isEmpty, cues.tokens.count <= 6, !hasCutVerb,
      !cues.starts("first", "last"),
      latin.hasSuffix(" first ") || latin.hasSuffix(" last ")
    {
      return edit(.move(from, to: latin.hasSuffix(" first ") ? 0 : -1))
    }
    guard moves else { return nil }
    if cues.has("before", "in front of", "前面", "之前"), numbers.count >= 2 {
      return edit(.move(from, to: place(of: from, beside: numbers[1], isAfter: false)))
    }
    if cues.has("after", "behind", "后面", "之后"), numbers.count >= 2 {
      return edit(.move(from, to: place(of: from, beside: numbers[1], isAfter: true)))
    }
    if cues.has(
      "to the front", "to the start", "to the beginning", "at the start", "at the beginning", "at the front",
      "clip first", "very beginning", "very start", "very front",
      "go first", "开头", "最前", "最前面", "前面", "开始")
      || cues.latin.hasSuffix(" first ")
    {
      return edit(.move(from, to: 0))
    }
    if cues.has(
      "to the end", "at the end", "to the back", "very end", "clip last", "go last", "最后", "结尾", "末尾", "后面")
      || cues.latin.hasSuffix(" last ")
    {
      return edit(.move(from == -1 && numbers.count > 1 ? numbers[1] : from, to: -1))
    }
    if numbers.count == 1, film.videoSegments.count > 2,
      cues.has("to the middle", "in the middle", "中间", "当中")
    {
      let count = film.videoSegments.count
      return edit(.move(from, to: from == count / 2 ? from : count / 2))
    }
    if cues.has("to position", "to place", "to number", "to slot", "位置"),
      let index = cues.tokens.lastIndex(where: { $0.isNumber }),
      case .number(let value) = cues.tokens[index].kind
    {
      return edit(.move(from, to: Int(min(999, max(1, value))) - 1))
    }
    return nil
  }

  /// Where a clip must go so that it stands beside another.
  private func place(of from: Int, beside other: Int, isAfter: Bool) -> Int {
    let count = film.videoSegments.count
    let source = from < 0 ? count + from : from
    let target = other < 0 ? count + other : other
    let shift = source < target ? -1 : 0
    return max(0, target + shift + (isAfter ? 1 : 0))
  }
}
