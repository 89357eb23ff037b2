/// Parts of the film that go, move, change places, or are seen again.
extension Rephrasing {
  static let parts: [Rule] =
    units + repeats + [
      // "cut 8-12"
      always {
        $0.replacing(
          /\b(cut|trim|remove|delete|mute|blur|reverse|keep|lose) (?:out )?(\d+)\s?[-–]\s?(\d+)(?![\d:.]| ?(?:s\b|sec|min|%|fps))/
            .ignoresCase()
        ) { "\($0.1) \($0.2)-\($0.3)s" }
      },
      // "the first three seconds and the last two", "between 10 and 20"
      always {
        $0.replacing(
          /\b(the (?:first|last)) ([a-z0-9.]+) (s|secs?|seconds?) and (the (?:first|last)) ([a-z0-9.]+)(?=$|,|\.(?:\s|$)| (?:off|away|please|and)\b)/
            .ignoresCase()
        ) { "\($0.1) \($0.2) \($0.3) and \($0.4) \($0.5) \($0.3)" }
        .replacing(
          /\b(between|from) (\d{1,3}(?:\.\d+)?) (and|to) (\d{1,3}(?:\.\d+)?)(?=$|,|\.(?:\s|$)| (?:and|please)\b)/
            .ignoresCase()
        ) {
          "\($0.1) \($0.2) \($0.3) \($0.4) seconds"
        }
        .replacing(/\bsplit (?:it )?in (three|four|five|six|[3-6])\b(?! ?s)/.ignoresCase()) {
          "split into \($0.1) parts"
        }
      },
      // "the bit between 12 and 15 seconds is me coughing, take that out"
      always {
        $0.replacing(
          /^(?:the |that )?(?:bit|part|section|piece|stretch|stuff)? ?(?:between|from|at)? ?(\d[\d:.]*)\s*s?(?:ec(?:ond)?s?)? ?(?:and|to|-|–) ?(\d[\d:.]*)\s*s?(?:ec(?:ond)?s?)? (?:is|are|has|have|i'?m|where|when|im) [^,]+, ?(?:please |just |so )?(?:take|cut|get rid of|remove|lose|delete|ditch|chop) (?:that|it|this)(?: out| off)?(?: please)?$/
            .ignoresCase()
        ) { "cut out \($0.1) to \($0.2) seconds" }
        .replacing(
          /^(第?\S{1,4}?秒?到第?\S{1,4}?秒)(?:是|我|他|她|在|有|里|那).{1,12}[，,]\s*(?:把它|给我)?(?:删|剪|去)(?:了|掉).*$/
        ) {
          "剪掉\($0.1)"
        }
      },
      // "everything before 5 seconds goes, and everything after 25 too"
      always {
        $0.replacing(
          /^(?:please )?(?:cut |remove |delete )?everything before (\d[\d:.]*)(?: ?s(?:ec(?:ond)?s?)?)?(?: goes| can go| out)?,? (?:and|then) (?:everything )?after (\d[\d:.]*)(?: ?s(?:ec(?:ond)?s?)?)?(?: goes| can go)?(?: too| as well)?$/
            .ignoresCase()
        ) { "keep only \($0.1) to \($0.2) seconds" }
        .replacing(
          /\beverything (before|after) (\S+(?: seconds?)?) (?:goes|can go|has to go)\b/.ignoresCase()
        ) {
          "cut everything \($0.1) \($0.2)"
        }
        .replacing(/^从([^，,到]{1,6}秒)到([^，,]{1,6}秒)[，,](?=改|换|加|调|配|竖|黑|再|并)/) { "只保留\($0.1)到\($0.2)，" }
        .replacing(/^take (the (?:first|last) [a-z0-9. ]+? ?s(?:ec(?:ond)?s?)?)(?=,|$)/.ignoresCase()) {
          "keep only \($0.1)"
        }
        .replacing(/^(?:只)?(?:取|截取)(前|最后|后)([^，,]{1,5}秒)(?:钟)?(?=[，,]|$)/) { "只保留\($0.1)\($0.2)" }
      },
      // "bin the first three seconds and the last two", "chuck away the second part"
      always {
        $0.replacing(
          /\b(?:bin|chuck(?: away| out)?|toss(?: out)?|scrap|dump|ditch|throw (?:away|out)) (?=the (?:first|last|second|other|rest|end|start|beginning)|everything|all |clip \d)/
            .ignoresCase(), with: "remove ")
      },
      { message, film in
        guard
          let match = message.wholeMatch(
            of:
              /(?:please |can you )?(?:put|move|bring|stick|place|shift|take) the (first|last|opening|final) (.+?) (?:and (?:put|stick|move) (?:it|them) )?(?:at|to) the (?:very )?(start|beginning|front|end|back)(?: of (?:it|the (?:video|film|clip)))?(?: please)?/
              .ignoresCase()), let length = duration(match.2)
        else { return nil }
        return moved(
          isLast: match.1.contains(/last|final/.ignoresCase()), length,
          toStart: match.3.contains(/start|beginn|front/.ignoresCase()), film)
      },
      { message, film in
        guard
          let match = message.wholeMatch(
            of:
              /(?:请)?把(最后|开头|前面?)的?(.{1,5}?秒)(?:钟)?(?:挪|移|放|搬|调|移动|挪动)到?(最前面?|开头|最开始|片头|前面|最后面?|结尾|片尾|后面)(?:去)?(?:吧)?/
          ),
          let length = duration(match.2)
        else { return nil }
        return moved(isLast: match.1 == "最后", length, toStart: match.3.contains(/前|开|头/), film)
      },
      // "swap the first and second half"
      { message, film in
        guard
          message.contains(
            /^(?:please )?(?:swap|switch|exchange|flip) (?:the )?(?:first (?:half )?and (?:the )?second hal(?:f|ves)|(?:two )?halves)(?: around| please)?$|^(?:把)?(?:前后两半|前半段和后半段|前后半段|两半)(?:调换|对调|互换|交换|换)(?:一下|过来|个位置)?(?:吧)?$/
              .ignoresCase())
        else { return nil }
        return inTwo(film, at: film.pictureMS / 2, "swap clip 1 and clip 2")
      },
      // "play the first 3 seconds again after it's done"
      { message, film in
        guard
          let match = message.wholeMatch(
            of:
              /(?:play|show|repeat) the first (.+?) (?:again|once more|one more time) (?:at the (?:very )?end|after (?:it'?s|that'?s) (?:done|over)|when (?:it'?s|it is) (?:done|over)|afterwards)/
              .ignoresCase()), let length = duration(match.1)
        else { return nil }
        return inTwo(film, at: length, "duplicate clip 1, move clip 2 to the end")
      },
      { message, film in
        guard
          let match = message.prefixMatch(
            of: /(?:please )?(?:duplicate|copy) the first ([^,]+?)(,| and )/.ignoresCase()),
          let length = duration(match.1)
        else { return nil }
        return inTwo(film, at: length, "duplicate clip 1, " + message[match.range.upperBound...])
      },
      // "split it at 10", "cut at 10 and put a wipe there"
      always {
        $0.replacing(
          /\b(split|cut) ((?:it |this |the (?:video|clip|film) )?at) (\d+)(?![\d:.]| ?(?:s\b|sec|min|%|percent|fps|x\b))/
            .ignoresCase()
        ) { "\($0.1) \($0.2) \($0.3) seconds" }
        .replacing(
          /\b((?:split|cut)[^,]*? at [^,]+?)(?:,| and)(?: then)? (?:put|add|use|do|make it) (an? [^,]+?) (?:there|at that point|in between)\b/
            .ignoresCase()
        ) { "\($0.1), add \($0.2) between the clips" }
      },
      // "dip to black at the halfway point", "在10秒处来一个闪黑转场"
      { message, film in
        guard
          let match = message.wholeMatch(
            of:
              /(?:please |can you )?(?:(?:put|add|do|use|insert|make) )?((?:an? )?(?:[a-z0-9. ]+ )?(?:wipe|cross-?fade|cross dissolve|dissolve|dip to (?:black|white)|flash)(?: transition)?) (?:at|around|in) (.+)/
              .ignoresCase()), let moment = moment(match.2, film)
        else { return nil }
        return inTwo(film, at: moment, "add \(match.1) between the clips")
      },
      { message, film in
        guard
          let match = message.wholeMatch(
            of:
              /(?:请)?在?(第?.{1,5}?秒|正?中间|一半)(?:钟)?(?:处|的地方|的时候|那儿|那里|时)?(?:来|加|做|放|用|插入)?(?:一?个)?(闪黑|闪白|黑场|白场|叠化|淡化|擦除|划像|推移|圆形)(?:转场|过渡|效果|一下)*/
          ),
          let moment = moment(match.1.hasPrefix("第") ? match.1.dropFirst() : match.1, film)
        else { return nil }
        let name = match.2 == "闪黑" ? "黑场" : match.2 == "闪白" ? "白场" : match.2
        return inTwo(film, at: moment, "加\(name)转场")
      },
      // "split in three with a half second fade to white between each"
      always {
        $0.replacing(
          /^((?:split|cut|divide)[^,]*?) with (an? [^,]*(?:fade|wipe|dip|dissolve|transition|cross-?fade)[^,]*between)/
            .ignoresCase()
        ) { "\($0.1), add \($0.2)" }
      },
    ]

  /// The middle, or a time of the film.
  private static func moment(_ text: Substring, _ film: Film) -> Int? {
    if text.contains(/^(?:the )?(?:half ?-?way(?: point| mark)?|middle|mid ?point)$|中间|一半/.ignoresCase()) {
      return film.pictureMS / 2
    }
    let text = text.replacing(#/^the /#.ignoresCase(), with: "").replacing(
      /(?: second)? mark$/.ignoresCase(), with: " seconds")
    return duration(text[...]).flatMap { $0 > 0 && $0 < film.pictureMS ? $0 : nil }
  }

  /// A film of one clip cut in two, and what is asked of the two.
  static func inTwo(_ film: Film, at cut: Int, _ request: String) -> String? {
    guard film.videoSegments.count == 1, cut > 0, cut < film.pictureMS else { return nil }
    return "split at \(seconds(cut)), \(request)"
  }

  /// A part at one end of the film that is to stand at the other.
  static func moved(isLast: Bool, _ length: Int, toStart: Bool, _ film: Film) -> String? {
    guard length > 0, length < film.pictureMS, isLast == toStart else { return nil }
    let cut = isLast ? film.pictureMS - length : length
    return "split at \(seconds(cut)), "
      + (isLast ? "move the last clip to the start" : "move clip 1 to the end")
  }
}
