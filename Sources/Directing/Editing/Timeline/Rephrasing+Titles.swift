/// Titles whose words stand in quotation marks, which the rules see as one character between two.
extension Rephrasing {
  static let titles: [Rule] = [
    // "at the beginning write “Day 1” top left small, and at the end “Day 30” same place"
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(?:please )?(?:at|in) the (?:very )?(?:beginning|start),? (?:please )?(?:write|put|add|have|show)(?: the)?(?: title| text| words)? (\u{E000}\d+\u{E001})([^,]*?)(?:,| and|, and| then)+ (?:then )?(?:at|in) the (?:very )?end,? (?:write |put |add |have |show )?(\u{E000}\d+\u{E001})((?: (?:in |at )?(?:the )?same (?:place|spot|way|style|look))?)/
            .ignoresCase())
      else { return nil }
      let details = match.4.isEmpty ? "" : match.2
      return "add the title \(match.1)\(match.2) at the start, add the title \(match.3)\(details) at the end"
    },
    // "底下加一行字，5秒到10秒，“……”", "字幕写“全文完”，放最后两秒"
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(?:在)?(底下|下面|底部|下方|上面|顶部|上方|中间|左上角|右上角|左下角|右下角)?(?:帮我)?(?:加|写|打|放)(?:上)?(?:一行|一句|几个|个|一段)?(?:字|文字)[，,]\s*(?:从)?([^，,]{1,5}?秒?(?:到|至|-)[^，,]{1,6}?秒)[，,]\s*(\u{E000}\d+\u{E001})/
        )
      else { return nil }
      let place = match.1.map {
        $0.contains("下") && $0.count == 2 || $0 == "底部" ? "在底部" : $0 == "上面" || $0 == "上方" ? "在顶部" : "在\($0)"
      }
      return "\(match.2)\(place ?? "")加标题\(match.3)"
    },
    // "左上角打上“周末日记”显示到第四秒"
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(?:在)?(左上角|右上角|左下角|右下角|底部|顶部|中间)?(?:打上|写上|加上|放上|加|写|打)(?:标题|字|文字)?(\u{E000}\d+\u{E001})[，,]?(?:显示|停留|持续|出现)到第?([^，,]{1,3}秒)/
        ),
        let end = duration(match.3)
      else { return nil }
      return "0秒到\(Double(end) / 1000)秒\(match.1.map { "在\($0)" } ?? "")加标题\(match.2)"
    },
    // "给她打个字“生日快乐”在最下面，红色的", "title “Q3” top left, stay on the whole time"
    always {
      $0.replacing(
        /(?:(?:转|剪|弄|做)完|然后|再|顺便|最后)*(?:给(?:我妈|我爸|她|他|我|它|大家))?(?:打|写|加)(?:上)?(?:个|几个|一行|些)?字(?=\u{E000})/,
        with: "加标题"
      )
      .replacing(
        /,? (?:and )?(?:keep it|stay(?:s|ing)?|leave it|have it)(?: on| there| up| stay on| stay)(?: screen)? (?:for )?(?:the (?:whole|entire) (?:time|video|thing|clip)|throughout|all the time|(?:un)?till? the end)/
          .ignoresCase(), with: ", throughout")
    },
    // "字太小了，放大点，换成红色", "the text is too small, make it bigger"
    always {
      $0.replacing(/^(?:标题|文字|字体|字)(?:太|有点|好|还是)+小了?[，,]\s*(?:放大|调大|弄大|改大|大)一?(?:点|些)/, with: "标题大一点")
        .replacing(/^(?:标题|文字|字体|字)(?:太|有点|好|还是)+大了?[，,]\s*(?:缩小|调小|弄小|改小|小)一?(?:点|些)/, with: "标题小一点")
        .replacing(
          /^the (?:text|title|words|lettering|caption)(?:'s| is| are) (?:way |a bit |far )?too small,? (?:can you |please )?make (?:it|them) (?:bigger|larger)/
            .ignoresCase(), with: "make the title bigger")
    },
    always {
      $0.replacing(/(?:字幕|文字|标题)写(?:上|个)?(\u{E000}\d+\u{E001})[，,]\s*放(?:在)?(?:到)?((?:最后|前)[^，,]{1,5}秒)/) {
        "\($0.2)加标题\($0.1)"
      }
      .replacing(/(开头|结尾|片头|片尾)写(?:上|个|一个)?(?=\u{E000})/) { "\($0.1)加标题" }
      .replacing(
        /(?:顺便|再|然后)?(?:在)?(左上角|右上角|左下角|右下角|下面|上面)写上?(?:我的?)?(?:名字|姓名)[ :：]?\s*([\p{Han}A-Za-z·]{2,12})$/
      ) {
        "\($0.1)加标题“\($0.2)”"
      }
      .replacing(/结尾(?:慢慢|渐渐|逐渐)(?:变)?黑(?:掉|下去|屏)?/, with: "结尾画面淡出")
    },
  ]
}
