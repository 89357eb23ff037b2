import Directing

/// What the studio says of its work, in the language of the message: what was drawn, what stands in for what cannot
/// be drawn, what was added. Plain statements; nothing of buttons or panels, for there are none.
struct Phrases {
  /// The language.
  var language: Language

  private func pick(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  /// Before a new scene is drawn.
  func beginning(_ storyboard: Storyboard) -> String {
    let seconds = Self.seconds(storyboard.durationMS)
    let size = "\(storyboard.canvas.width)×\(storyboard.canvas.height)"
    let count = storyboard.shots.count
    return pick(
      "Drawing “\(storyboard.name)”: \(seconds) s at \(size)\(count > 1 ? ", in \(count) shots" : "").",
      "正在绘制“\(storyboard.name)”：\(seconds) 秒，\(size)\(count > 1 ? "，\(count) 个镜头" : "")。")
  }

  /// When the clip is there: what is to be seen, what it is, and what it is not.
  func drawn(_ storyboard: Storyboard) -> String {
    var sentences: [String] = []
    if let shot = storyboard.shots.first {
      var seen: [String] = []
      for element in storyboard.shots.flatMap(\.elements) {
        let name = element.telling(in: language)
        if !seen.contains(name) { seen.append(name) }
      }
      let light = shot.timeOfDay.name(in: language)
      let things = seen.isEmpty ? pick("open sky", "天空") : seen.joined(separator: pick(", ", "、"))
      let look = shot.style.map { pick("; style: ", "；风格：") + $0.name(in: language) } ?? ""
      // Colour that flows has no time of day.
      guard storyboard.shots.contains(where: \.hasLight) else {
        sentences.append(
          pick(
            "In the picture: \(things); camera: \(shot.camera.name(in: language))\(look).",
            "画面：\(things)；镜头：\(shot.camera.name(in: language))\(look)。"))
        return joined(sentences + honesty(storyboard))
      }
      sentences.append(
        pick(
          "In the picture: \(things); light: \(light); camera: \(shot.camera.name(in: language))\(look).",
          "画面：\(things)；光线：\(light)；镜头：\(shot.camera.name(in: language))\(look)。"))
    }
    return joined(sentences + honesty(storyboard))
  }

  /// What the clip is and is not, and what is not in it.
  private func honesty(_ storyboard: Storyboard) -> [String] {
    [
      pick(
        "It is procedural animation drawn on this machine, not footage and not the work of an AI model.",
        "这是在本机绘制的程序化动画，不是实拍，也不是 AI 模型生成的。")
    ] + (substitutions(storyboard.substitutions).map { [$0] } ?? [])
  }

  /// What cannot be drawn yet.
  func substitutions(_ list: [Substitution]) -> String? {
    guard !list.isEmpty else { return nil }
    let parts = list.map { item in
      if let instead = item.drawnInstead {
        pick("“\(item.word)” (\(instead) instead)", "“\(item.word)”（以\(instead)代替）")
      } else {
        pick("“\(item.word)” (left out)", "“\(item.word)”（已省略）")
      }
    }
    return pick(
      "I can't draw these yet: \(parts.joined(separator: ", ")).", "我还画不了：\(parts.joined(separator: "、"))。")
  }

  /// When music and title are there.
  func finished(_ film: Film) -> String {
    var added: [String] = []
    var titles: [String] = []
    for segment in film.tracks.flatMap(\.segments) {
      if let music = segment.music {
        // The user's own word for the music stays; the studio's names follow the language.
        let own = segment.metadata.name.flatMap { $0 == music.mood.displayName ? nil : $0 }
        let name = own ?? music.mood.name(in: language)
        let percent = Int(((segment.metadata.volume ?? 0.35) * 100).rounded())
        // A name that says it is music says it once: 电影配乐, 钢琴曲.
        let chinese = name.hasSuffix("乐") || name.hasSuffix("曲") ? name : "\(name) 配乐"
        let english = name.lowercased().hasSuffix("music") ? name : "\(name) music"
        added.append(pick("\(english) at \(percent)%", "\(chinese)（音量 \(percent)%）"))
      } else if let title = segment.title {
        titles.append("“\(title.text)”")
      }
    }
    if titles.count == 1 { added.append(pick("the title \(titles[0])", "标题\(titles[0])")) }
    if titles.count > 1 {
      let all = titles.dropLast().joined(separator: pick(", ", "、"))
      added.append(pick("the titles \(all) and \(titles.last ?? "")", "标题\(all)和\(titles.last ?? "")"))
    }
    // A space between Chinese and Latin letters.
    let gap = added.first?.first?.isASCII == true ? " " : ""
    return pick("I added \(added.joined(separator: " and ")).", "已添加\(gap)\(added.joined(separator: "和"))。")
  }

  /// What the film is after an edit.
  func now(_ film: Film) -> String {
    let seconds = Self.seconds(film.durationMS)
    let size = "\(film.canvas.width)×\(film.canvas.height)"
    return pick("The film is now \(seconds) s long at \(size).", "影片现为 \(seconds) 秒，\(size)。")
  }

  /// After a walk through the versions.
  func walked(_ step: HistoryStep, didMove: Bool, film: Film) -> String {
    let state = film.isEmpty ? pick("The timeline is empty.", "时间线是空的。") : now(film)
    switch (step, didMove) {
    case (.undo, true): return pick("Undone. \(state)", "已撤销。\(state)")
    case (.undo, false): return pick("There is nothing to undo.", "没有可以撤销的操作。")
    case (.redo, true): return pick("Redone. \(state)", "已重做。\(state)")
    case (.redo, false): return pick("There is nothing to redo.", "没有可以重做的操作。")
    case (.startOver, true) where !film.isEmpty:
      return pick(
        "The film is as you uploaded it; “undo” brings the edits back. \(state)",
        "影片恢复为上传时的样子；说“撤销”可以恢复修改。\(state)")
    case (.startOver, false) where !film.isEmpty:
      return pick("The film is as you uploaded it already. \(state)", "影片本来就是上传时的样子。\(state)")
    case (.startOver, true), (.clear, true):
      return pick("The timeline is empty again; “undo” brings the film back.", "时间线已清空；说“撤销”可以恢复影片。")
    case (.startOver, false), (.clear, false): return pick("The timeline is empty already.", "时间线本来就是空的。")
    }
  }

  /// What is told of a request that changed nothing.
  /// - Parameter besides: whether other parts of the message did change the film.
  func rest(_ request: EditRequest, _ summary: EditSummary, film: Film, besides: Bool) -> String {
    switch request {
    case .describe: return describe(film)
    case .needsPrompt: return besides ? "" : askForScene
    case .cannot(let what, let nearest) where besides:
      let offer = nearest.map { pick(" (what I can do: \($0))", "（可以做的是：\($0)）") } ?? ""
      return pick("One part I can't do yet: \(what)\(offer).", "其中一项暂时做不到：\(what)\(offer)。")
    default: return summary.sentence(in: language)
    }
  }

  /// What is on the timeline, and what can be asked for.
  func describe(_ film: Film) -> String {
    let ability = pick(
      "I draw animated scenes from words: skies, weather, water, land, plants, cities, boats, birds, fireworks and the "
        + "like. Then I change their light, colour, speed, camera, length and shape, and add music and titles. I also cut "
        + "and join clips and uploads, change their speed and colours, and add transitions, subtitles, logos and a voice.",
      "我能用文字绘制动画场景：天空、天气、水面、山野、植物、城市、船、鸟、烟花等；"
        + "也能改变光线、颜色、速度、镜头、时长和画幅，并添加配乐和标题；还能剪辑片段和上传的素材，调整速度和色彩，添加转场、字幕、标志和配音。")
    guard !film.isEmpty else { return ability + pick(" ", "") + askForScene }
    return pick("On the timeline: ", "时间线上有：") + tracks(of: film) + pick(". ", "。") + ability
  }

  /// `video “sunset” (0–10 s), music Lo-fi (0–10 s, 35%)`.
  private func tracks(of film: Film) -> String {
    film.tracks.flatMap { track in
      track.placedSegments.map { start, segment in
        let time = "\(Self.seconds(start))–\(Self.seconds(start + segment.durationMS)) s"
        let name = segment.metadata.name ?? segment.metadata.text ?? ""
        switch track.kind {
        case .video: return pick("picture “\(name)” (\(time))", "画面“\(name)”（\(time)）")
        case .audio:
          let volume = segment.metadata.volume.map { ", \(Int(($0 * 100).rounded()))%" } ?? ""
          return pick("sound \(name) (\(time)\(volume))", "声音 \(name)（\(time)\(volume)）")
        case .text: return pick("title “\(name)” (\(time))", "标题“\(name)”（\(time)）")
        }
      }
    }.joined(separator: pick(", ", "、"))
  }

  /// Sentences as one text.
  func joined(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.joined(separator: pick(" ", ""))
  }

  /// When nothing can be made of a message.
  var askForScene: String {
    pick(
      "Tell me what you would like to see, for example “a sunset over ocean waves”.",
      "请告诉我想看什么画面，例如“海上日落”。")
  }

  /// `10` or `2.5`.
  static func seconds(_ milliseconds: Int) -> String {
    let tenths = (milliseconds + 50) / 100
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
