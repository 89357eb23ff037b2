/// Complaints in Chinese: "画面太暗了", "音乐有点吵".
extension Complaint {
  private static let chineseFillers = [
    "但是", "不过", "就是", "感觉", "觉得", "好像", "现在", "整体", "还是", "我", "这个", "这段", "整个", "的",
  ]
  private static let chineseSubjects: [(String, Subject)] = [
    ("背景音乐", .music), ("音乐", .music), ("配乐", .music), ("声音", .music), ("音量", .music), ("标题", .title),
    ("字幕", .title), ("字", .title), ("画面", .picture), ("视频", .picture), ("影片", .picture), ("片子", .picture),
    ("颜色", .picture), ("色调", .picture), ("节奏", .picture), ("速度", .picture),
  ]

  static func chinese(_ text: String) -> Complaint? {
    var rest = Substring(text.filter { !$0.isWhitespace })
    var subject: Subject?
    func take(_ words: [String]) -> String? {
      guard let word = words.first(where: { rest.hasPrefix($0) }) else { return nil }
      rest = rest.dropFirst(word.count)
      return word
    }
    let photo = ["照片", "图片"].first { rest.hasPrefix($0) }
    if let photo { rest = rest.dropFirst(photo.count) }
    let clip = EditMessage.clipName(in: text) ?? photo
    if clip != nil, photo == nil {
      // "最后那段", "第二个视频的画面"
      while let first = rest.first, first.isNumber || "第最后一二三四五六七八九十个段片视频那这的".contains(first) {
        rest = rest.dropFirst()
      }
    }
    while true {
      if take(chineseFillers) != nil { continue }
      guard subject == nil, let word = take(chineseSubjects.map(\.0)) else { break }
      subject = chineseSubjects.first { $0.0 == word }?.1
    }
    let degree = take(["有点儿太", "有点太", "有些太", "太过", "过于", "太", "有点儿", "有点", "有些", "偏", "不够", "不太", "好", "很"])
    guard let degree else { return nil }
    // "偏冷一些" is what is wished for.
    if degree == "偏", text.contains("一些") || text.contains("一点") || text.contains("点") { return nil }
    while let last = rest.last, "了啦吧呀点些一".contains(last) { rest = rest.dropLast() }
    var adjective = String(rest)
    if degree == "不够" || degree == "不太" {
      let opposites = [
        "亮": "暗", "暗": "亮", "响": "小", "大": "小", "大声": "小", "小": "大", "快": "慢", "慢": "快", "长": "短", "短": "长",
        "暖": "冷",
        "冷": "暖", "清晰": "模糊", "锐": "模糊", "锐利": "模糊", "清楚": "模糊", "鲜艳": "淡", "艳": "淡", "稳": "抖", "稳定": "抖",
      ]
      guard let opposite = opposites[adjective] else { return nil }
      adjective = opposite
    }
    if let clip {
      guard subject != .title else { return nil }
      switch (subject, adjective) {
      case (.music?, "响"), (.music?, "吵"), (.music?, "大"), (_, "响"), (_, "吵"):
        return Complaint(.picture, clip + "声音调小", clip: clip)
      case (.music?, "小"), (.music?, "轻"), (_, "小声"): return Complaint(.picture, clip + "声音调大", clip: clip)
      default:
        return ofPicture(chinese: adjective).map {
          Complaint(.picture, clip + $0.replacing("画面", with: ""), clip: clip)
        }
      }
    }
    switch subject ?? (["响", "吵", "小声", "大声"].contains(adjective) ? .music : .picture) {
    case .music:
      switch adjective {
      case "响", "吵", "大", "大声", "高": return Complaint(.music, "音乐小声一点")
      case "小", "小声", "轻", "低": return Complaint(.music, "音乐大声一点")
      default: return nil
      }
    case .title:
      switch adjective {
      case "小": return Complaint(.title, "标题大一点")
      case "大": return Complaint(.title, "标题小一点")
      default: return nil
      }
    case .picture:
      return ofPicture(chinese: adjective).map { Complaint(.picture, $0) }
    }
  }

  private static func ofPicture(chinese adjective: String) -> String? {
    switch adjective {
    case "暗", "黑": "画面亮一点"
    case "亮", "刺眼": "画面暗一点"
    case "快": "慢一点"
    case "慢": "快一点"
    case "长": "短一点"
    case "短": "长一点"
    case "冷": "暖一点"
    case "暖", "黄": "冷一点"
    case "模糊", "糊": "锐化"
    case "淡", "素", "灰": "鲜艳一点"
    case "艳", "鲜艳", "花": "降低饱和度"
    case "抖", "晃": "防抖"
    default: nil
    }
  }
}
