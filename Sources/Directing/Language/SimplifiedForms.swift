/// Traditional characters that the vocabulary's words use, with their simplified forms.
///
/// One character for one character, so positions in the prompt stay where they are.
enum SimplifiedForms {
  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    let traditional =
      "雲兩隻鳥島燈風電紅藍綠黃銀車飛魚馬龍貓橋樹葉陽極煙螢熱氣時長標題樂無沒鏡頭機畫個條輪棟霧濃陰夢寧靜遠搖豎橫寬後開關換變減"
      + "聲細環迴單純溫涼劇動視頻製給請幫這張幀鐘鋼輕鬆歡憂傷傳統場東華廣麗漁滿園豔羅賽鐵軌駛過萬線質鬱雙邊側絲離聖誕節慶億顆飄濱"
      + "灘嶼巒層閃劃燭營燒螞蟻獅貝鯨鯊豬雞鴨靈獨樓廈廟壩樑門廳業務員們愛戀戰爭煉獄誰嗎還會讓從對來幾圖種廠亞歐國頓紐約羣盞藝術鯉"
      + "鴿鷗鷹蘭櫻蓮麥衝裡裏遊陸轉頂號滅調響聽縮刪復銷與並繽紛懸積際銅鐮點覺臺灣擴應該錄誤顯寫說話詞選擇項階隨險難雜"
    let simplified =
      "云两只鸟岛灯风电红蓝绿黄银车飞鱼马龙猫桥树叶阳极烟萤热气时长标题乐无没镜头机画个条轮栋雾浓阴梦宁静远摇竖横宽后开关换变减"
      + "声细环回单纯温凉剧动视频制给请帮这张帧钟钢轻松欢忧伤传统场东华广丽渔满园艳罗赛铁轨驶过万线质郁双边侧丝离圣诞节庆亿颗飘滨"
      + "滩屿峦层闪划烛营烧蚂蚁狮贝鲸鲨猪鸡鸭灵独楼厦庙坝梁门厅业务员们爱恋战争炼狱谁吗还会让从对来几图种厂亚欧国顿纽约群盏艺术鲤"
      + "鸽鸥鹰兰樱莲麦冲里里游陆转顶号灭调响听缩删复销与并缤纷悬积际铜镰点觉台湾扩应该录误显写说话词选择项阶随险难杂"
    return Dictionary(
      zip(traditional.unicodeScalars, simplified.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }()

  /// The simplified form of a character, or the character.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar { table[scalar] ?? scalar }
}
