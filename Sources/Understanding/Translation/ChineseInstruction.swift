/// Tells instructions for a graphical interface from content, in Chinese.
enum ChineseInstruction {
  private static let pointers = [
    "点击", "点一下", "点导出", "点下载", "点保存", "点播放", "点预览", "点分享", "点设置", "按ctrl", "按cmd", "按下ctrl", "按下cmd", "按esc",
    "按回车", "按enter", "按⌘", "ctrl+", "cmd+", "点按",
    "单击", "双击", "右击", "右键", "轻点", "点选", "长按", "鼠标", "悬停", "轻触", "勾选", "点\u{1}", "按\u{1}",
    "拖拽", "拖动", "拖放",
    "拖到", "拖入",
    "拖至", "拖曳", "拖进", "点开", "按一下", "空格键", "快捷键", "按空格", "点右", "点左", "往后拖", "往前拖", "向后拖", "向前拖", "往左拖", "往右拖",
    "向左拖", "向右拖", "拖一下", "拖长", "拖短", "拖过去", "拖住", "点上方", "点下方", "点那个", "戳一下", "点「", "点“",
  ]
  private static let navigators = [
    "打开", "进入", "前往", "切换到", "切换至", "切到", "转到", "展开", "找到", "来到", "访问", "使用", "通过", "利用", "选择", "查看", "按下",
    "返回", "关闭",
    "调出", "选中", "看到", "去", "切换", "导航到", "导航至", "跳转到", "跳转至", "回到", "进到", "移步", "点进", "呼出", "滑到", "到",
  ]
  private static let strongParts = [
    "面板", "按钮", "标签页", "选项卡", "菜单", "侧边栏", "侧栏", "工具栏", "图标", "下拉", "滑块", "弹窗", "对话框", "设置页", "属性栏", "媒体库",
    "素材库",
    "播放器", "预览窗口", "预览窗", "界面", "账户", "账单", "个人中心", "导出窗口", "按键", "账号", "订阅", "充值", "标签栏", "设置中", "控件", "音乐库",
    "资源库", "模板库", "特效库", "字体库", "贴纸库", "推子", "旋钮", "复选框", "开关", "工作区", "历史记录", "属性面板", "导航栏",
  ]
  private static let weakParts = [
    "页面", "时间线", "时间轴", "编辑器", "右上角", "左上角", "右下角", "左下角", "右侧", "左侧", "顶部", "底部", "窗口", "设置", "轨道", "右边",
    "左边", "上方", "下方",
  ]
  private static let pictures = [
    "画面", "镜头", "视频中", "视频里", "画中", "画里", "构图", "场景", "片中", "片子里", "片里", "广告里", "电影里", "影片里", "影片中", "动画里",
    "动画中", "故事里", "故事中",
    "剧情", "演示",
  ]
  private static let people = [
    "人物", "主角", "角色", "女孩", "男孩", "女人", "男人", "少女", "少年", "手指", "一只手", "小猫", "她", "他", "老师", "孩子", "选手", "一位",
    "一个人", "指尖",
  ]

  /// The words of which an instruction holds at least one, unless it is a way through menus ("A → B").
  static var hints: [String] {
    pointers + strongParts + weakParts + ["预览", "播放", "回放", "试听", "拖"] + enterings
  }

  /// What an editor holds and a picture does not.
  private static let pieces = [
    "时间线", "时间轴", "轨道", "片段", "素材", "面板", "标签", "导出", "下载", "预览", "播放器", "右上角", "左侧", "右侧", "顶部", "账",
    "\u{1}",
  ]

  static func meaning(of clause: ReplyClause, in text: ReplyText, isLast: Bool) -> ClauseMeaning {
    let plain = withoutLookalikes(String(text.plain[clause.range]))
    let spoken = text.spoken(clause.range)
    if !narrates(clause, in: text), isInstruction(plain) || isMenuPath(plain, spoken) {
      return .instruction(action(plain: plain, spoken: spoken))
    }
    if !isLast, isLeadIn(plain) { return .leadIn }
    if saysContent(plain) { return .content }
    if continues(plain) {
      return .continuation(
        ["导出", "下载"].contains { bare(plain).hasPrefix($0) } && !plain.holds("链接") ? .export : nil)
    }
    return .fragment
  }

  /// 「宇航员打开舱门，按下红色按钮」: a clause without a subject goes on with the act of the one before.
  private static func narrates(_ clause: ReplyClause, in text: ReplyText) -> Bool {
    let before = String(text.plain[max(0, clause.range.lowerBound - 60)..<clause.range.lowerBound])
    let own = String(text.plain[clause.range])
    let addresses = ["你", "您", "请", "可以", "即可", "可在"]
    // 「老人打开收音机，按下播放键」
    if !any(addresses, in: before + own), !any(notActors, in: before), !any(pieces, in: own), hasActor(before)
    {
      return true
    }
    // 「女孩打开窗户，把行李箱拖进房间」: whoever is named acts, as long as nothing of the editor is.
    if !any(addresses, in: before + own), any(people, in: withoutNouns(before)), !any(pieces, in: own) {
      return true
    }
    guard !before.isEmpty, !any(addresses, in: before + own),
      !any(["导出", "下载", "播放", "预览", "面板", "菜单", "标签", "右上角", "左侧", "右侧", "顶部", "账", "拖", "\u{1}"], in: own)
    else { return false }
    let head = before.trimmingSpaces()
    return ["打开", "推开", "走进", "拿起", "按下", "跑", "走", "点了", "看着", "抬头", "转身", "坐"].contains { verb in
      guard let range = head.firstRange(of: verb) else { return false }
      return range.lowerBound > head.startIndex
    }
  }

  /// 「前往“设置 > 账单”」
  private static func isMenuPath(_ plain: String, _ spoken: String) -> Bool {
    !isReport(plain) && any(navigators + ["修改", "调整", "更改", "设置", "在", "选"], in: plain)
      && [" > ", " → ", "→", " › "].contains { spoken.holds($0) }
  }

  private static func any(_ words: [String], in text: String) -> Bool { words.contains { text.holds($0) } }

  private static func isReport(_ text: String) -> Bool {
    if text.hasPrefix("我"), !any(["建议", "推荐"], in: text), !any(["你可以", "您可以", "请"], in: text) {
      return true
    }
    if ["我把", "我将", "我已", "我给", "我为", "我们把", "我在", "我会", "我来", "我可以", "我帮"].contains(where: {
      text.hasPrefix($0)
    }) {
      return true
    }
    return any(["已经", "已将", "已把", "已为", "已在", "已添加", "已移", "已更新", "已完成", "已调整", "已加", "已生成", "已"], in: text)
      && !any(["可以", "请", "即可", "您可", "你可"], in: text)
  }

  private static func isInstruction(_ text: String) -> Bool {
    if isReport(text) { return false }
    if hasActor(text) { return false }
    if let pointer = pointers.first(where: { text.holds($0) }), let range = text.firstRange(of: pointer) {
      let before = String(text[..<range.lowerBound])
      if any(people, in: withoutNouns(before)) { return false }
      return !any(pictures, in: before) || any(["请", "可以"], in: before)
    }
    if any(people, in: withoutNouns(text)), !any(["你", "您"], in: text) { return false }
    if any(pictures, in: text), !any(strongParts, in: text) { return false }
    let navigates = any(navigators, in: text)
    if any(["预览", "播放", "回放"], in: text), any(["时间线", "时间轴", "预览窗", "播放器", "播放按钮", "播放键"], in: text) {
      return true
    }
    if ["预览", "可以预览", "请预览", "您可以预览", "你可以预览", "可以在", "可以先预览", "可以直接预览", "你可以先预览"].contains(where: {
      text.hasPrefix($0)
    }), text.holds("预览") {
      return true
    }
    if startsPreview(text) { return true }
    // 「后半段可以直接拖走」
    if text.holds("拖"), any(["可以", "请", "您", "你", "只需", "直接拖"], in: text) { return true }
    if any(strongParts, in: text) {
      if navigates || text.holds("请") { return true }
      if any(["可以", "可", "能"], in: text),
        any(
          [
            "调整", "修改", "编辑", "设置", "更改", "查看", "管理", "选择", "找到", "更换", "切换", "微调", "自定义", "购买", "充值", "升级",
            "打开", "挑选", "选取", "浏览",
            "添加", "挑", "换", "调", "改", "选", "设", "加", "看", "找", "试",
          ], in: text)
      {
        return true
      }
      if any(["位于", "在右", "在左", "在顶", "在底", "在上", "在下", "在屏幕", "就在", "可以让你", "可以让您"], in: text) {
        return true
      }
      if text.holds("在"), any(["调整", "修改", "编辑", "设置", "进行", "找到", "更改", "查看", "管理"], in: text) {
        return true
      }
      if any(["导出", "下载"], in: text), text.holds("按钮") { return true }
      if any(["按", "点", "用"], in: withoutNouns(text)), any(["按钮", "滑块", "菜单"], in: text) { return true }
    }
    if entersNamed(text) { return true }
    // 「可在“我的作品”页面下载」
    if text.holds("页面"), text.holds("\u{1}"), text.holds("在"),
      any(["下载", "查看", "找到", "导出", "充值", "管理"], in: text)
    {
      return true
    }
    if any(weakParts, in: text) {
      if any(["打开", "进入", "前往", "切换到", "切换至", "转到", "访问", "回到", "返回", "跳转", "导航"], in: text),
        any(["页面", "时间线", "时间轴", "编辑器", "窗口", "设置", "轨道"], in: text)
      {
        return true
      }
      if any(["时间线", "时间轴"], in: text), any(["你可以", "您可以", "可以在", "请在"], in: text),
        any(["调整", "查看", "移动", "编辑", "修改", "看到", "裁剪", "剪辑"], in: text)
      {
        return true
      }
      if any(["右上角", "左上角", "右下角", "左下角", "顶部", "右侧", "左侧", "底部"], in: text),
        any(["导出", "下载", "设置", "选择"], in: text), !any(["标题", "字幕", "水印", "标志", "logo"], in: text)
      {
        return true
      }
    }
    return false
  }

  private static let enterings = ["打开", "进入", "前往", "切换到", "切换至", "转到", "跳转到", "访问", "返回", "回到"]

  /// 「进入「我的账户」」: to go to what has a name.
  private static func entersNamed(_ text: String) -> Bool {
    var head = bare(text)
    for word in ["可以", "可", "直接", "先"] where head.hasPrefix(word) {
      head = String(head.dropFirst(word.count))
    }
    return enterings.contains {
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

  private static let actorEndings: Set<Character> = [
    "员", "师", "人", "者", "生", "长", "孩", "客", "兵", "友", "士", "猫", "狗", "妈", "爸", "爷", "奶", "娘", "们", "队",
  ]
  private static let acts = [
    "打开", "按下", "按住", "点击", "点开", "点了", "推开", "拉开", "切换", "进入", "关闭", "选择", "走进", "拖", "查看", "找到", "使用",
  ]

  /// 「店员打开菜单」: whoever stands right before the verb does it, not the user.
  private static func hasActor(_ text: String) -> Bool {
    if any(["你", "您", "请", "可以", "即可", "用户"], in: text) { return false }
    let text = bare(text)
    guard let act = acts.first(where: { text.holds($0) }), let range = text.firstRange(of: act),
      let before = text[..<range.lowerBound].last
    else { return false }
    return actorEndings.contains(before)
  }

  /// What the film does is not what someone in it does.
  private static let notActors = ["视频", "片", "已", "我", "项目", "界面", "音乐", "字幕", "标题"]

  /// A clause without what is named after a click or a pull and is none: 拖拽比赛 is a race.
  private static func withoutLookalikes(_ text: String) -> String {
    guard text.holds("拖") || text.holds("击") || text.holds("键") else { return text }
    var text = text
    for word in lookalikes where text.holds(word) {
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: "事")
    }
    return text
  }

  /// A clause without the nouns that hold the characters of a verb: 按钮 presses nothing.
  private static func withoutNouns(_ text: String) -> String {
    var text = text
    for noun in [
      "按钮", "按键", "一点", "重点", "特点", "焦点", "亮点", "点钟", "作用", "使用了", "用了", "按照", "按你", "按您", "其他", "其它", "吉他",
    ] where text.holds(noun) {
      text = text.split(separator: noun, omittingEmptySubsequences: false).joined(separator: " ")
    }
    return text
  }

  private static func isLeadIn(_ text: String) -> Bool {
    let head = bare(text)
    if any(["告诉我", "我会", "我可以", "我来"], in: head) { return false }
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
      || any(
        [
          "告诉我", "我会", "我可以", "我来", "已经", "跟我说", "直接说", "目前", "现在是", "现在为", "当前", "总长", "总共", "共计", "让我",
          "由我", "帮你", "帮您", "回复", "找我", "叫我", "约为",
          "全长", "mb", "gb", "约", "了", "是", "有", "发给我", "消耗", "免费", "失败", "成功", "无需", "不会", "不需要", "大约", "时长",
          "当前",
        ], in: text)
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

  private static func action(plain: String, spoken: String) -> GUIAction? {
    if plain.holds("拖")
      || (any(["时间线", "时间轴"], in: plain) && any(["移动", "移到", "裁剪"], in: plain))
    {
      if any(["文件", "素材", "照片"], in: plain), any(["上传", "媒体库", "窗口", "素材库", "这里"], in: plain) { return nil }
      return EditRequest.chinese(spoken).map { .edit($0) }
    }
    if any(["账单", "账户", "账号", "充值", "订阅", "余额", "积分", "套餐", "个人中心"], in: spoken) { return .credits }
    if any(["导出", "下载", "export", "download"], in: spoken) { return .export }
    if any(["预览", "播放", "试听", "回放"], in: spoken) { return .summary }
    let panels = ["面板", "标签", "选项卡", "菜单", "侧边栏", "侧栏", "工具栏", "页", "窗口", "下拉"]
    if any(["点击", "单击", "双击", "点一下"], in: plain), any(["编辑", "修改", "更改", "调整"], in: plain),
      !any(panels, in: spoken)
    {
      return nil
    }
    if any(["查看", "看到"], in: spoken), !any(["打开", "进入", "切换", "前往"], in: spoken),
      any(["时间线", "时间轴"], in: spoken), !any(["面板"], in: spoken)
    {
      return .summary
    }
    if any(
      [
        "面板", "标签", "选项卡", "菜单", "侧边栏", "侧栏", "工具栏", "媒体库", "素材库", "页面", "编辑器", "设置", "窗口", "属性栏", "界面",
        "时间线", "时间轴", "轨道", "下拉", "音乐库", "资源库", "模板库", "特效库", "历史记录", "推子", "滑块", "导航栏", " > ", "→", " › ",
      ], in: spoken)
    {
      return .state
    }
    return nil
  }
}
