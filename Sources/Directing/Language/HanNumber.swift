/// Numbers written in Han characters, up to 9999: 三, 十五, 二十五, 一百二十.
enum HanNumber {
  private static let digits: [String: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [String: Int] = ["十": 10, "百": 100, "千": 1000]

  /// The number that starts at a token, and where it ends.
  static func read(_ tokens: [Token], from start: Int) -> (value: Double, end: Int)? {
    var total = 0
    var digit: Int?
    var index = start
    while index < tokens.count, index - start < 8 {
      let text = tokens[index].text
      if let value = digits[text] {
        guard digit == nil || digit == 0 else { break }
        digit = value
      } else if let unit = units[text] {
        total += (digit ?? 1) * unit
        digit = nil
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    return (Double(total + (digit ?? 0)), index)
  }
}
