import Directing
import Generation

/// What is said of footage that a model makes.
extension Phrases {
  private func pick(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  /// Before the clips are asked for.
  func asking(_ engine: String, clips: Int, film: Film) -> String {
    let size = "\(film.canvas.width)×\(film.canvas.height)"
    let seconds = Self.seconds(film.durationMS)
    return pick(
      "Asking \(engine) for \(clips == 1 ? "a clip" : "\(clips) clips"); the film will be \(seconds) s at \(size).",
      "正在请 \(engine) 生成 \(clips) 个片段；影片将为 \(seconds) 秒，\(size)。")
  }

  /// When the clips are there.
  func made(by engine: String, clips: Int) -> String {
    pick(
      "\(clips == 1 ? "The clip was" : "The \(clips) clips were") made by \(engine). Music and titles are this studio's.",
      "\(clips) 个片段由 \(engine) 生成；配乐和标题由本机制作。")
  }

  /// When some clips are not there: what happened, and what can be chosen.
  func unmade(_ engine: String, missing: [Int], of count: Int, reason: GenerationError) -> String {
    let which =
      count == 1
      ? pick("the clip", "片段")
      : pick(
        "clip \(missing.map(String.init).joined(separator: ", ")) of \(count)",
        "\(count) 个片段中的第 \(missing.map(String.init).joined(separator: "、")) 个")
    let kept = count - missing.count
    let keeping =
      kept == 0 ? "" : pick(" \(kept) of the clips are there and kept.", "已完成的 \(kept) 个片段会保留。")
    let wait =
      reason.isWorthWaiting
      ? pick("“wait” to go on waiting, ", "“等待”（继续等），") : ""
    return pick(
      "\(engine) has not made \(which): \(reason).\(keeping) The film is as it was. Say \(wait)“retry” to ask it again, "
        + "“draw it” to have this studio draw the scene instead, or “cancel”.",
      "\(engine) 没有生成\(which)：\(reason)。\(keeping)影片没有改动。请说\(wait)“重试”（再请求一次）、“你来画”（由本机绘制）或“取消”。")
  }

  /// When the user has cancelled.
  func cancelledFootage(_ engine: String) -> String {
    pick(
      "Cancelled: \(engine) was told to stop. The film is as it was.", "已取消，并已通知 \(engine) 停止。影片没有改动。")
  }

  /// When there is nothing to wait for.
  var nothingIsMade: String {
    pick("There is nothing to wait for: nothing is being made.", "没有需要等待的内容：现在没有正在生成的片段。")
  }

  /// When the user leaves what was asked about.
  var leftFootage: String { pick("Left as it is: the film has not changed.", "好的，影片没有改动。") }

  /// When the user has the studio draw what the engine has not made.
  func drawnInstead(of engine: String) -> String {
    pick(
      "Drawn here instead of by \(engine): it is procedural animation, not footage.",
      "已改由本机绘制，未使用 \(engine)：这是程序化动画，不是实拍。")
  }
}
