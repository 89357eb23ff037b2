/// Titles that are seen while a part of the film is: a half of it, or a clip.
extension TitleDetailReader {
  /// "for the first half", "在后半段".
  func half(at start: Int) -> Times? {
    let links = ["for", "during", "in", "over", "through"]
    for (words, isSecond) in [(["first half"], false), (["second half", "last half"], true)] {
      let phrases = links.flatMap { link in
        words.flatMap {
          ["\(link) the \($0)", "\(link) the \($0) of the video", "\(link) the \($0) of the film"]
        }
      }
      if let end = scanner.longest(of: phrases, at: start) { return ([.half(isSecond: isSecond)], end) }
    }
    let index = scanner.past(["在"], from: start)
    for (words, isSecond) in [(["前半段", "前半部分", "前一半"], false), (["后半段", "后半部分", "后一半"], true)] {
      if let end = scanner.longest(of: words, at: index) {
        return ([.half(isSecond: isSecond)], scanner.pastAll(["显示", "出现", "都"], from: end))
      }
    }
    return nil
  }

  /// "over the second clip", "during scene 2", "在第二段".
  func clip(at start: Int) -> Times? {
    let nouns = ["clip", "scene", "shot", "video", "part", "segment"]
    if let link = scanner.longest(of: ["over", "on", "during", "in", "onto", "across", "to"], at: start) {
      let index = scanner.past(["the", "my"], from: scanner.pastBlanks(link))
      let ordinals = [
        ("first", 0), ("second", 1), ("third", 2), ("fourth", 3), ("fifth", 4), ("last", -1), ("1st", 0),
        ("2nd", 1), ("3rd", 2),
      ]
      for (word, number) in ordinals {
        if let end = scanner.longest(of: nouns.map { "\(word) \($0)" }, at: index) {
          return ([.clip(number)], end)
        }
      }
      if let noun = scanner.longest(of: nouns, at: index),
        let number = scanner.number(at: scanner.pastBlanks(noun)),
        number.value >= 1, number.value == Double(number.value.nearestInt)
      {
        return ([.clip(number.value.nearestInt - 1)], number.end)
      }
    }
    let index = scanner.past(["放在", "在", "加在", "放到"], from: start)
    let hanNouns = ["段视频", "段", "个片段", "个镜头", "个视频", "个场景"]
    let behind = ["上面", "上", "里", "中", "的时候", "显示"]
    if let word = scanner.match("第", at: index), let number = scanner.number(at: word),
      let end = scanner.longest(of: hanNouns, at: number.end), number.value >= 1
    {
      return ([.clip(number.value.nearestInt - 1)], scanner.pastAll(behind, from: end))
    }
    if let end = scanner.longest(of: ["最后一段", "最后一个片段", "最后一个镜头"], at: index) {
      return ([.clip(-1)], scanner.pastAll(behind, from: end))
    }
    return nil
  }
}
