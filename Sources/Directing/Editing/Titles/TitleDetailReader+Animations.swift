/// How a title comes.
extension TitleDetailReader {
  /// How a title comes, and from which side.
  func animation(at start: Int) -> (details: [TitleDetail], end: Int)? {
    if let found = sideBefore(at: start) { return found }
    guard let way = wayOfComing(at: start) else {
      // "a title that slides in …, from the left": the side alone tells that it does.
      return side(at: start).flatMap { found in
        found.side == .left || found.side == .right ? (Self.slide(from: found.side), found.end) : nil
      }
    }
    guard way.animation == .slide, let from = side(at: scanner.pastBlanks(way.end)) else {
      let behind = way.animation == .rise ? side(at: scanner.pastBlanks(way.end)) : nil
      return ([.animation(way.animation)], behind?.end ?? way.end)
    }
    return (Self.slide(from: from.side), from.end)
  }

  /// A title slides in from the left, and rises from below.
  private static func slide(from side: Side) -> [TitleDetail] {
    switch side {
    case .left: [.animation(.slide)]
    case .bottom: [.animation(.rise)]
    case .right, .top: [.animation(.slide), .missing(.direction)]
    }
  }

  private enum Side { case left, right, top, bottom }
  private static let sides: [(side: Side, names: [String], han: [String])] = [
    (.left, ["left", "left side", "left hand side", "left edge", "side"], ["左边", "左侧", "左面", "左方", "左"]),
    (.right, ["right", "right side", "right hand side", "right edge"], ["右边", "右侧", "右面", "右方", "右"]),
    (.top, ["top", "above"], ["上方", "上面", "上边", "顶部", "上"]),
    (.bottom, ["bottom", "below"], ["下方", "下面", "下边", "底部", "下"]),
  ]

  /// "from the left".
  private func side(at start: Int) -> (side: Side, end: Int)? {
    for (side, names, _) in Self.sides {
      let phrases = names.flatMap { ["from the \($0)", "from \($0)", "in from the \($0)", "in from \($0)"] }
      if let end = scanner.longest(of: phrases, at: start),
        !scanner.text(start..<end).contains(where: \.isUppercase)
      {
        return (side, end)
      }
    }
    return nil
  }

  /// "从左侧滑入".
  private func sideBefore(at start: Int) -> (details: [TitleDetail], end: Int)? {
    guard let from = scanner.longest(of: ["从", "由", "自"], at: start) else { return nil }
    for (side, _, names) in Self.sides {
      guard let end = scanner.longest(of: names, at: from),
        let way = scanner.longest(
          of: [
            "滑入", "滑进来", "滑进", "滑出来", "滑出", "飞入", "飞进来", "飞进", "飞出来", "移入", "进入", "进来", "滑入画面", "飞入画面",
            "进入画面",
            "升起", "弹出",
          ], at: end)
      else { continue }
      return (Self.slide(from: side), way)
    }
    return nil
  }

  private func wayOfComing(at start: Int) -> (animation: TitlePlan.Animation, end: Int)? {
    let index = scanner.pastAll(
      [
        "with a", "with an", "with", "using a", "that", "which", "and", "it", "should", "make it", "let it",
        "have it", "a", "带", "用", "加", "要", "以",
        "带有", "有",
      ], from: start)
    if isCapital(index) { return nil }
    let ways: [(TitlePlan.Animation, [String])] = [
      (
        .fade,
        [
          "fade in and out", "fading in and out", "fades in and out", "fade in", "fades in", "fading in",
          "fade", "fades",
          "fading", "faded in", "淡入淡出", "淡入", "渐显", "渐入", "渐现", "淡进",
        ]
      ),
      (
        .slide,
        [
          "slide in", "slides in", "sliding in", "slide", "slides", "sliding", "fly in", "flies in",
          "flying in",
          "sweep in", "sweeps in", "滑入", "飞入", "滑进",
        ]
      ),
      (.rise, ["rise", "rises", "rising", "rise up", "rising up", "升起", "上升"]),
      (
        TitlePlan.Animation.none,
        ["no animation", "without animation", "without any animation", "无动画", "不要动画", "不带动画"]
      ),
    ]
    for (way, names) in ways {
      guard let end = scanner.longest(of: names, at: index) else { continue }
      let more = ["animation", "effect", "的动画", "动画", "的效果", "效果", "出现", "显示"]
      return (way, scanner.longest(of: more, at: scanner.pastBlanks(end)) ?? end)
    }
    return nil
  }
}
