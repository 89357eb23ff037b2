/// Brings spellings of the same word together: case, accents, full-width forms, traditional Chinese.
enum TextFolding {
  /// One character, folded. Characters that fold to several letters (ß) give them all.
  static func fold(_ character: Character) -> String {
    if let byte = character.asciiValue {
      guard byte != 0x0D else { return "\n" }
      return byte >= 0x41 && byte <= 0x5A ? String(UnicodeScalar(byte + 32)) : String(character)
    }
    guard let scalar = character.unicodeScalars.first else { return "" }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      // Full-width ASCII, but not the punctuation that ends Chinese clauses: it folds to the same anyway.
      return fold(Character(UnicodeScalar(UInt8(scalar.value - 0xFEE0))))
    case 0x3000, 0xA0, 0x202F, 0x2009: return " "
    case 0x2018, 0x2019, 0x02BC, 0xFF07: return "'"
    case 0x2010, 0x2011: return "-"
    default: break
    }
    if let plain = letters[scalar] { return plain }
    if character.unicodeScalars.count > 1, scalar.value < 0x250 {
      // A base letter with combining marks.
      return fold(Character(scalar))
    }
    return character.lowercased()
  }

  /// A whole string, folded character by character.
  static func fold(_ text: String) -> String {
    var folded = ""
    for character in text { folded += fold(character) }
    return folded
  }

  /// Letters that fold to others: without accents, simplified.
  static let letters: [UnicodeScalar: String] = {
    var map: [UnicodeScalar: String] = [:]
    for (plain, accented) in [
      ("a", "àáâãäåÀÁÂÃÄÅ"), ("e", "èéêëÈÉÊË"), ("i", "ìíîïÌÍÎÏ"), ("o", "òóôõöÒÓÔÕÖ"), ("u", "ùúûüÙÚÛÜ"),
      ("n", "ñÑ"), ("c", "çÇ"), ("ss", "ß"), ("oe", "œŒ"), ("ae", "æÆ"), ("y", "ýÿÝ"),
    ] {
      for scalar in accented.unicodeScalars { map[scalar] = plain }
    }
    for (traditional, simplified) in zip(
      """
      導載積餘額狀態視頻傳還發給請煩個幫檔軌間線點數嗎麼們後標題關於製進條動畫樂刪減變換結轉壓縮輸匯儲覽開裡裏時電腦機馬趕緊錄\
      網盤帳賬戶號訊優質處理將來對話長畢詢顯錯舊實現與為從東過業說讓張圖書寫準備夠嘗試務體單雙擊選項側邊欄設聲聽檢歷驟軸樣輯報\
      預購買費會員滿無沒應該確認運級啟閉頁連幾這兩麽誰總內測專組續術價錢幣語廣場雲碼葉資訂閱輪
      """.unicodeScalars,
      """
      导载积余额状态视频传还发给请烦个帮档轨间线点数吗么们后标题关于制进条动画乐删减变换结转压缩输汇储览开里里时电脑机马赶紧录\
      网盘帐账户号讯优质处理将来对话长毕询显错旧实现与为从东过业说让张图书写准备够尝试务体单双击选项侧边栏设声听检历骤轴样辑报\
      预购买费会员满无没应该确认运级启闭页连几这两么谁总内测专组续术价钱币语广场云码叶资订阅轮
      """.unicodeScalars) where traditional != simplified
    {
      map[traditional] = String(simplified)
    }
    return map
  }()
}
