/// What a Chinese instruction would have done.
enum ChineseGUIAction {
  static func action(plain: String, spoken: String) -> GUIAction? {
    if plain.holds("拖")
      || (plain.holdsAny(["时间线", "时间轴"]) && plain.holdsAny(["移动", "移到", "裁剪"]))
    {
      if plain.holdsAny(["文件", "素材", "照片"]), plain.holdsAny(["上传", "媒体库", "窗口", "素材库", "这里"]) { return nil }
      return EditRequest.chinese(spoken).map { .edit($0) }
    }
    if spoken.holdsAny(["账单", "账户", "账号", "充值", "订阅", "余额", "积分", "套餐", "个人中心"]) { return .credits }
    if spoken.holdsAny(["导出", "下载", "export", "download"]) { return .export }
    if spoken.holdsAny(["预览", "播放", "试听", "回放"]) { return .summary }
    let panels = ["面板", "标签", "选项卡", "菜单", "侧边栏", "侧栏", "工具栏", "页", "窗口", "下拉"]
    if plain.holdsAny(["点击", "单击", "双击", "点一下"]), plain.holdsAny(["编辑", "修改", "更改", "调整"]),
      !spoken.holdsAny(panels)
    {
      return nil
    }
    if spoken.holdsAny(["查看", "看到"]), !spoken.holdsAny(["打开", "进入", "切换", "前往"]),
      spoken.holdsAny(["时间线", "时间轴"]), !spoken.holdsAny(["面板"])
    {
      return .summary
    }
    if spoken.holdsAny([
      "面板", "标签", "选项卡", "菜单", "侧边栏", "侧栏", "工具栏", "媒体库", "素材库", "页面", "编辑器", "设置", "窗口", "属性栏", "界面",
      "时间线", "时间轴", "轨道", "下拉", "音乐库", "资源库", "模板库", "特效库", "历史记录", "推子", "滑块", "导航栏", " > ", "→", " › ",
    ]) {
      return .state
    }
    return nil
  }
}
