/// Parts that are seen again, films of a length without a cut, and both ends at once.
extension Rephrasing {
  static let repeats: [Rule] = [
    // "only keep 10 to 18"
    always {
      $0.replacing(
        /\b((?:only |just )?keep(?: only| just)?(?: from)?) (\d+) (?:to|until|till) (\d+)(?![\d:.]| ?(?:s\b|sec|min|%|percent))/
          .ignoresCase()
      ) { "\($0.1) \($0.2) to \($0.3) seconds" }
    },
    // "trim 2s off the front, 3s off the back", "去头去尾各两秒"
    always {
      $0.replacing(
        /\b(?:trim|cut|chop|take|lop|shave) ([^, ]+(?: ?s(?:ec(?:ond)?s?)?)?) (?:off|from) the (?:front|start|beginning)(?:,| and|, and) ([^, ]+(?: ?s(?:ec(?:ond)?s?)?)?) (?:off|from) the (?:back|end)\b/
          .ignoresCase()
      ) { "cut the first \(inSeconds($0.1)), cut the last \(inSeconds($0.2))" }
      .replacing(/(?:去头去尾|掐头去尾|头尾|首尾|前后|两头)(?:各|都)(?:剪|去|删|掐|裁)?(?:掉|去)?([^，,]{1,4}秒)(?:钟)?(?:掉)?/) {
        "剪掉最后\($0.1)，剪掉前\($0.1)"
      }
    },
    // "make a boomerang out of second 5 to 7 and loop it 3 times"
    always {
      $0.replacing(
        /^(?:please |can you )?(?:make|do|create) (?:me )?a boomerang (?:out )?(?:of|from|with) (?:the )?(?:seconds? |part |bit )?(?:from )?(\d[\d:.]*) ?s?(?:ec(?:ond)?s?)? ?(?:to|-|–|and) ?(\d[\d:.]*)(?: ?s(?:ec(?:ond)?s?)?)?(?:, and|,| and|$)/
          .ignoresCase()
      ) { "keep only \($0.1) to \($0.2) seconds, make it a boomerang, " }
    },
    // "split at 6 and 20 and delete the middle piece"
    always {
      $0.replacing(
        /^(?:please |can you )?(?:split|cut) (?:it |this )?at (\d[\d:.]*) ?s?(?:ec(?:ond)?s?)? and (\d[\d:.]*) ?s?(?:ec(?:ond)?s?)?,? (?:and |then )*(?:delete|remove|lose|bin|drop|ditch|throw away|get rid of) (?:the )?(?:middle|bit (?:in )?between|part (?:in )?between)(?: piece| part| bit| one| section| clip)?/
          .ignoresCase()
      ) { "cut out \($0.1) to \($0.2) seconds" }
    },
    // "get it down to 15 seconds without cutting anything", "缩到20秒，别剪内容"
    { message, film in
      guard
        let match = message.wholeMatch(
          of:
            /.*?\b(?:(?:exactly|down to|to|last|in|it|be|want) )+((?:\d+|[a-z]+)(?: |-)?s(?:ec(?:ond)?s?)?)\b(?: long| exactly)?,? (?:but )?(?:without (?:cutting|losing|trimming|removing)|(?:and )?(?:don'?t|do not) (?:cut|lose|trim|remove)) .*/
            .ignoresCase()), let length = duration(match.1)
      else { return nil }
      return paced(film, to: length, language: .english)
    },
    { message, film in
      guard
        let match = message.wholeMatch(
          of:
            /.{0,8}?(?:缩到|缩短到|压到|压缩到|变成|改成|控制在|做成)([^，,]{1,6}?秒)(?:钟)?[，,]?(?:但|不过)?(?:别|不要|不能|不)(?:剪|删|裁).*/),
        let length = duration(match.1)
      else { return nil }
      return paced(film, to: length, language: .chinese)
    },
    // "trim it to under half a minute, say 28s"
    always {
      $0.replacing(
        /\b(?:trim|cut|get|bring|keep|make|shorten) it (?:down )?(?:to )?(?:under|below|less than) [^,]+, (?:say|like|maybe|about|around) (?=\d|[a-z]+ sec)/
          .ignoresCase(), with: "shorten it to ")
    },
    // "2x for the first 10 seconds, normal again after that": what is not named plays as it did.
    always {
      $0.replacing(
        /^(.*\b(?:speed|slow|faster|slower|\d+(?:\.\d+)?x)\b.*?)(?:,| and|, and| then)+ (?:then )?(?:(?:go |goes )?back to normal(?: speed)?|normal(?: speed)?(?: again)?)(?: after(?: that|wards)?| for the rest| from there(?: on)?)?\s*$/
          .ignoresCase()
      ) { String($0.1) }
      .replacing(
        /\b(speed (?:it )?up|slow (?:it )?down|make it \S+x|play it \S+x) (?:between|from) (\d+) (?:and|to) (\d+)(?: seconds?)?$/
          .ignoresCase()
      ) { "\($0.1) from \($0.2) to \($0.3) seconds" }
      .replacing(/(?:[，,]|然后)+(?:之后|后面|再)?(?:恢复|回到|变回)(?:正常|原速|正常速度)(?:速度)?$/, with: "")
    },
    // "play the last 5 seconds again", "最后5秒再重播一遍，第二遍变成黑白的"
    { message, film in
      guard
        let match = message.wholeMatch(
          of:
            /(?:please )?(?:play|show|repeat|add) the last (.+?) (?:again|once more|one more time|twice)(?: at the (?:very )?end)?(?:,? (?:and )?(?:make )?(?:the )?(?:second time|repeat|second one|replay) (?:in |is |should be )?(.+))?/
            .ignoresCase()), let length = duration(match.1)
      else { return nil }
      return again(length, match.2.map { "make clip 3 \($0)" }, film)
    },
    { message, film in
      guard
        let match = message.wholeMatch(
          of:
            /(?:把)?最后(.{1,5}?秒)(?:钟)?(?:再)?(?:重播|重复|播放?|放|来)(?:一遍|一次)(?:[，,]第二(?:遍|次)(?:变成|改成|用|是|要)?(.+?)(?:的)?)?/
        ),
        let length = duration(match.1)
      else { return nil }
      return again(length, match.2.map { "第3段\($0)" }, film)
    },
    // "22到26秒那段复制一遍放到最前面", "copy 22-26 to the start"
    { message, film in
      let english =
        /(?:please |can you )*(?:copy|duplicate|repeat) (?:the (?:bit|part) )?(?:from |between )?(\d[\d:.]*)(?: ?s(?:ec(?:ond)?s?)?)? ?(?:to|-|–|and) ?(\d[\d:.]*)(?: ?s(?:ec(?:ond)?s?)?)? (?:to|at|and put it at) (the )(?:start|beginning|front)(?: too)?/
        .ignoresCase()
      let chinese =
        /(?:把)?第?(\d[\d:.]*)秒?(?:到|至|-)第?(\d[\d:.]*)秒(?:那段|这段|的部分|的内容|那一段)?(?:复制|拷贝|重复)(?:一遍|一份|一次)?(?:放|移|挪|加|贴)到(最)?(?:前面|开头|片头).*/
      guard film.videoSegments.count == 1,
        let match = message.wholeMatch(of: english)?.output
          ?? message.wholeMatch(of: chinese).map({ ($0.0, $0.1, $0.2, $0.3 ?? "") }),
        let start = duration("\(match.1) s"), let end = duration("\(match.2) s"), start > 0, start < end,
        end < film.pictureMS
      else { return nil }
      return "split at \(seconds(start)) and \(seconds(end)), duplicate clip 2, move clip 2 to the start"
    },
    // "把15秒后面的放到前面来"
    { message, film in
      guard
        let match = message.wholeMatch(
          of:
            /(?:请)?把第?(.{1,5}?秒)(?:钟)?(?:后面|之后|以后|往后)(?:的)?(?:部分|内容|那段)?(?:放|移|挪|调|搬)(?:到)?(?:最)?(?:前面|开头|前头)(?:来|去)?/
        ),
        let cut = duration(match.1)
      else { return nil }
      return inTwo(film, at: cut, "move the last clip to the start")
    },
    { message, film in
      guard
        let match = message.wholeMatch(
          of:
            /(?:please |can you )?(?:put|move|bring|play) (?:everything|the (?:part|bit|stuff)|what'?s|what comes) after (.+?) (?:to|at|in) (?:the )?(?:front|start|beginning)(?: first)?/
            .ignoresCase()), let cut = duration(match.1)
      else { return nil }
      return inTwo(film, at: cut, "move the last clip to the start")
    },
  ]

  /// A length whose unit may be left out: the 2 of "3 seconds off the front, 2 off the back".
  private static func inSeconds(_ length: Substring) -> String {
    length.allSatisfy(\.isNumber) ? "\(length) seconds" : String(length)
  }

  /// A film that plays faster or slower, so that all of it lasts so long.
  private static func paced(_ film: Film, to length: Int, language: Language) -> String? {
    guard length > 0, film.pictureMS > 0, length != film.pictureMS else { return nil }
    let way =
      length < film.pictureMS
      ? Bilingual("speed it up so it lasts", "加速到") : Bilingual("slow it down so it lasts", "放慢到")
    return "\(way.text(in: language)) \(language == .english ? seconds(length) : "\(Double(length) / 1000)秒")"
  }

  /// A part at the end once more, and what is asked of the repetition.
  private static func again(_ length: Int, _ request: String?, _ film: Film) -> String? {
    inTwo(film, at: film.pictureMS - length, "duplicate clip 2" + (request.map { ", \($0)" } ?? ""))
  }
}
