/// Tells instructions for a graphical interface from content, in Chinese.
enum ChineseInstruction {
  /// The words of which an instruction holds at least one, unless it is a way through menus ("A → B").
  static var hints: [String] {
    ChineseGUIWords.pointers + ChineseGUIWords.strongParts + ChineseGUIWords.weakParts + [
      "预览", "播放", "回放", "试听", "拖",
    ] + ChineseGUIWords.enterings
  }

  static func meaning(of clause: ReplyClause, in text: ReplyText, isLast: Bool) -> ClauseMeaning {
    let plain = withoutLookalikes(String(text.plain[clause.range]))
    let spoken = text.spoken(clause.range)
    if !ChineseActor.narrates(clause, in: text), isInstruction(plain) || isMenuPath(plain, spoken) {
      return .instruction(ChineseGUIAction.action(plain: plain, spoken: spoken))
    }
    if !isLast, isLeadIn(plain) { return .leadIn }
    if saysContent(plain) { return .content }
    if continues(plain) {
      return .continuation(
        ["导出", "下载"].contains { bare(plain).hasPrefix($0) } && !plain.holds("链接") ? .export : nil)
    }
    return .fragment
  }

  /// 「前往“设置 > 账单”」
  private static func isMenuPath(_ plain: String, _ spoken: String) -> Bool {
    !isReport(plain) && plain.holdsAny(ChineseGUIWords.navigators + ["修改", "调整", "更改", "设置", "在", "选"])
      && [" > ", " → ", "→", " › "].contains { spoken.holds($0) }
  }

  private static func isReport(_ text: String) -> Bool {
    if text.hasPrefix("我"), !text.holdsAny(["建议", "推荐"]), !text.holdsAny(["你可以", "您可以", "请"]) {
      return true
    }
    if ["我把", "我将", "我已", "我给", "我为", "我们把", "我在", "我会", "我来", "我可以", "我帮"].contains(where: {
      text.hasPrefix($0)
    }) {
      return true
    }
    return text.holdsAny(["已经", "已将", "已把", "已为", "已在", "已添加", "已移", "已更新", "已完成", "已调整", "已加", "已生成", "已"])
      && !text.holdsAny(["可以", "请", "即可", "您可", "你可"])
  }

  private static func isInstruction(_ text: String) -> Bool {
    if isReport(text) { return false }
    if ChineseActor.isNamed(in: text) { return false }
    if let pointer = ChineseGUIWords.pointers.first(where: { text.holds($0) }),
      let range = text.firstRange(of: pointer)
    {
      let before = String(text[..<range.lowerBound])
      if ChineseActor.withoutNouns(before).holdsAny(ChineseActor.people) { return false }
      return !before.holdsAny(ChineseGUIWords.pictures) || before.holdsAny(["请", "可以"])
    }
    if ChineseActor.withoutNouns(text).holdsAny(ChineseActor.people), !text.holdsAny(["你", "您"]) {
      return false
    }
    if text.holdsAny(ChineseGUIWords.pictures), !text.holdsAny(ChineseGUIWords.strongParts) { return false }
    let navigates = text.holdsAny(ChineseGUIWords.navigators)
    if text.holdsAny(["预览", "播放", "回放"]), text.holdsAny(["时间线", "时间轴", "预览窗", "播放器", "播放按钮", "播放键"]) {
      return true
    }
    if ["预览", "可以预览", "请预览", "您可以预览", "你可以预览", "可以在", "可以先预览", "可以直接预览", "你可以先预览"].contains(where: {
      text.hasPrefix($0)
    }), text.holds("预览") {
      return true
    }
    if startsPreview(text) { return true }
    // 「后半段可以直接拖走」
    if text.holds("拖"), text.holdsAny(["可以", "请", "您", "你", "只需", "直接拖"]) { return true }
    if text.holdsAny(ChineseGUIWords.strongParts) {
      if navigates || text.holds("请") { return true }
      if text.holdsAny(["可以", "可", "能"]),
        text.holdsAny([
          "调整", "修改", "编辑", "设置", "更改", "查看", "管理", "选择", "找到", "更换", "切换", "微调", "自定义", "购买", "充值", "升级",
          "打开", "挑选", "选取", "浏览",
          "添加", "挑", "换", "调", "改", "选", "设", "加", "看", "找", "试",
        ])
      {
        return true
      }
      if text.holdsAny(["位于", "在右", "在左", "在顶", "在底", "在上", "在下", "在屏幕", "就在", "可以让你", "可以让您"]) {
        return true
      }
      if text.holds("在"), text.holdsAny(["调整", "修改", "编辑", "设置", "进行", "找到", "更改", "查看", "管理"]) {
        return true
      }
      if text.holdsAny(["导出", "下载"]), text.holds("按钮") { return true }
      if ChineseActor.withoutNouns(text).holdsAny(["按", "点", "用"]), text.holdsAny(["按钮", "滑块", "菜单"]) {
        return true
      }
    }
    if entersNamed(text) { return true }
    // 「可在“我的作品”页面下载」
    if text.holds("页面"), text.holds("\u{1}"), text.holds("在"),
      text.holdsAny(["下载", "查看", "找到", "导出", "充值", "管理"])
    {
      return true
    }
    if text.holdsAny(ChineseGUIWords.weakParts) {
      if text.holdsAny(["打开", "进入", "前往", "切换到", "切换至", "转到", "访问", "回到", "返回", "跳转", "导航"]),
        text.holdsAny(["页面", "时间线", "时间轴", "编辑器", "窗口", "设置", "轨道"])
      {
        return true
      }
      if text.holdsAny(["时间线", "时间轴"]), text.holdsAny(["你可以", "您可以", "可以在", "请在"]),
        text.holdsAny(["调整", "查看", "移动", "编辑", "修改", "看到", "裁剪", "剪辑"])
      {
        return true
      }
      if text.holdsAny(["右上角", "左上角", "右下角", "左下角", "顶部", "右侧", "左侧", "底部"]),
        text.holdsAny(["导出", "下载", "设置", "选择"]), !text.holdsAny(["标题", "字幕", "水印", "标志", "logo"])
      {
        return true
      }
    }
    return false
  }

  /// 「进入「我的账户」」: to go to what has a name.
  private static func entersNamed(_ text: String) -> Bool {
    var head = bare(text)
    for word in ["可以", "可", "直接", "先"] where head.hasPrefix(word) {
      head = String(head.dropFirst(word.count))
    }
    return ChineseGUIWords.enterings.contains {
      head.hasPrefix($0 + "\u{1}") || head.hasPrefix($0 + " \u{1}")
    }
  }

  /// 「试着播放一下看看效果」
  private static func startsPreview(_ text: String) -> Bool {
    var head = bare(text)
    let openings = ["可以", "试着", "试试", "试一下", "随时", "先", "赶紧", "快", "来", "直接", "不妨", "现在", "马上", "完整"]
    while let word = openings.first(where: { head.hasPrefix($0) && head.count > $0.count }) {
      head = bare(String(head.dropFirst(word.count)))
    }
    return [
      "播放一下", "播放看看", "播放视频", "预览一下", "预览看看", "预览视频", "预览效果", "回放一下", "试听一下", "播放查看", "按播放", "点播放", "点预览",
    ].contains {
      head.hasPrefix($0)
    }
  }

  private static let lookalikes = [
    "拖拽比赛", "拖拽赛", "拖拉机", "拖鞋", "拖把", "拖车", "拖延", "拖网", "点击率", "点击量", "点击数", "点击声", "点击音效", "双击声", "右键声",
  ]

  /// A clause without what is named after a click or a pull and is none: 拖拽比赛 is a race.
  private static func withoutLookalikes(_ text: String) -> String {
    guard text.holds("拖") || text.holds("击") || text.holds("键") else { return text }
    var text = text
    for word in lookalikes where text.holds(word) {
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: "事")
    }
    return text
  }

  private static func isLeadIn(_ text: String) -> Bool {
    let head = bare(text)
    if head.holdsAny(["告诉我", "我会", "我可以", "我来"]) { return false }
    return [
      "如果", "若", "要是", "想", "如需", "需要", "要", "当", "等", "完成后", "满意后", "之后", "接下来", "首先", "最后", "下一步", "最终",
      "另外", "确认", "提示", "小提示", "小贴士", "温馨提示", "第一步", "第二步", "第三步", "满意的话", "在", "如", "为了", "完成以后", "没问题",
      "导出时", "导出前", "下载前",
    ]
    .contains { head.hasPrefix($0) } || (head.hasSuffix("的话") && head.count <= 14)
      || (text.count <= 8 && text.hasPrefix(" "))
  }

  private static func saysContent(_ text: String) -> Bool {
    isReport(text)
      || text.holdsAny([
        "告诉我", "我会", "我可以", "我来", "已经", "跟我说", "直接说", "目前", "现在是", "现在为", "当前", "总长", "总共", "共计", "让我",
        "由我", "帮你", "帮您", "回复", "找我", "叫我", "约为",
        "全长", "mb", "gb", "约", "了", "是", "有", "发给我", "消耗", "免费", "失败", "成功", "无需", "不会", "不需要", "大约", "时长",
        "当前",
      ])
  }

  private static func continues(_ text: String) -> Bool {
    let head = bare(text)
    return [
      "决定", "即可", "就可以", "就能", "便可", "选择", "设置", "调整", "下载", "保存", "导出", "修改", "编辑", "进行", "查看", "选", "确认",
      "等待",
      "松开", "拉到", "完成",
      "可以调整", "可以修改", "可以编辑", "可以设置", "可以下载", "可以查看", "可以导出", "可导出", "可下载", "输入", "视频就会", "系统会", "稍等", "挑选",
      "更改", "里面", "那里", "其中", "在那里", "它会", "视频会",
    ].contains { head.hasPrefix($0) }
  }

  /// A clause without its connectives.
  static func bare(_ text: String) -> String {
    var text = text.trimmingSpaces()
    var again = true
    while again {
      again = false
      for word in ["然后", "再", "接着", "并且", "并", "或者", "也", "就", "您", "你", "请", "同时", "而且", "或"]
      where text.hasPrefix(word) && text.count > word.count
        && !(word == "就" && (text.hasPrefix("就可以") || text.hasPrefix("就能")))
      {
        text = String(text.dropFirst(word.count))
        again = true
      }
    }
    return text
  }
}
