/// Tells what somebody in the film does from what the user is asked to do, in Chinese.
enum ChineseActor {
  static let people = [
    "人物", "主角", "角色", "女孩", "男孩", "女人", "男人", "少女", "少年", "手指", "一只手", "小猫", "她", "他", "老师", "孩子", "选手", "一位",
    "一个人", "指尖",
  ]

  /// What an editor holds and a picture does not.
  private static let pieces = [
    "时间线", "时间轴", "轨道", "片段", "素材", "面板", "标签", "导出", "下载", "预览", "播放器", "右上角", "左侧", "右侧", "顶部", "账",
    "\u{1}",
  ]

  /// 「宇航员打开舱门，按下红色按钮」: a clause without a subject goes on with the act of the one before.
  static func narrates(_ clause: ReplyClause, in text: ReplyText) -> Bool {
    let before = String(text.plain[max(0, clause.range.lowerBound - 60)..<clause.range.lowerBound])
    let own = String(text.plain[clause.range])
    let addresses = ["你", "您", "请", "可以", "即可", "可在"]
    // 「老人打开收音机，按下播放键」
    if !(before + own).holdsAny(addresses), !before.holdsAny(notActors), !own.holdsAny(pieces),
      isNamed(in: before)
    {
      return true
    }
    // 「女孩打开窗户，把行李箱拖进房间」: whoever is named acts, as long as nothing of the editor is.
    if !(before + own).holdsAny(addresses), withoutNouns(before).holdsAny(people), !own.holdsAny(pieces) {
      return true
    }
    guard !before.isEmpty, !(before + own).holdsAny(addresses),
      !own.holdsAny(["导出", "下载", "播放", "预览", "面板", "菜单", "标签", "右上角", "左侧", "右侧", "顶部", "账", "拖", "\u{1}"])
    else { return false }
    let head = before.trimmingSpaces()
    return ["打开", "推开", "走进", "拿起", "按下", "跑", "走", "点了", "看着", "抬头", "转身", "坐"].contains { verb in
      guard let range = head.firstRange(of: verb) else { return false }
      return range.lowerBound > head.startIndex
    }
  }

  private static let actorEndings: Set<Character> = [
    "员", "师", "人", "者", "生", "长", "孩", "客", "兵", "友", "士", "猫", "狗", "妈", "爸", "爷", "奶", "娘", "们", "队",
  ]
  private static let acts = [
    "打开", "按下", "按住", "点击", "点开", "点了", "推开", "拉开", "切换", "进入", "关闭", "选择", "走进", "拖", "查看", "找到", "使用",
  ]

  /// 「店员打开菜单」: whoever stands right before the verb does it, not the user.
  static func isNamed(in text: String) -> Bool {
    if text.holdsAny(["你", "您", "请", "可以", "即可", "用户"]) { return false }
    let text = ChineseInstruction.bare(text)
    guard let act = acts.first(where: { text.holds($0) }), let range = text.firstRange(of: act),
      let before = text[..<range.lowerBound].last
    else { return false }
    return actorEndings.contains(before)
  }

  /// What the film does is not what someone in it does.
  private static let notActors = ["视频", "片", "已", "我", "项目", "界面", "音乐", "字幕", "标题"]

  /// A clause without the nouns that hold the characters of a verb: 按钮 presses nothing.
  static func withoutNouns(_ text: String) -> String {
    var text = text
    for noun in [
      "按钮", "按键", "一点", "重点", "特点", "焦点", "亮点", "点钟", "作用", "使用了", "用了", "按照", "按你", "按您", "其他", "其它", "吉他",
    ] where text.holds(noun) {
      text = text.split(separator: noun, omittingEmptySubsequences: false).joined(separator: " ")
    }
    return text
  }
}
