/// Times whose unit is left out, and parts that are called by what they are.
extension Rephrasing {
  static let units: [Rule] = [
    // "split at 10 and 20", "remove 5-8 and 20-22", "mute 4 to 6", "slow down the last 10 to half"
    always {
      $0.replacing(
        /\b((?:split|cut) (?:it |this )?at) (\d+) and (\d+)(?![\d:.]| ?(?:s\b|sec|min|%|fps))/.ignoresCase()
      ) { "\($0.1) \($0.2) seconds and \($0.3) seconds" }
      .replacing(
        /\b(remove|cut|delete|mute|blur|lose) (?:out )?(\d+)\s?[-–]\s?(\d+)s? and (\d+)\s?[-–]\s?(\d+)(?![\d:.]| ?(?:s\b|sec|min|%))/
          .ignoresCase()
      ) {
        "\($0.1) \($0.2)-\($0.3)s and \($0.4)-\($0.5)s"
      }
      .replacing(
        /\b(mute|blur|reverse|remove|delete|cut) (\d+) to (\d+)(?=$|,|\.(?:\s|$)| and )/.ignoresCase()
      ) {
        "\($0.1) \($0.2) to \($0.3) seconds"
      }
      .replacing(/\bthe (first|last) (\d+) (?=(?:to|at|in|by|off)\b)/.ignoresCase()) {
        "the \($0.1) \($0.2) seconds "
      }
      .replacing(/\ba quarter of a minute\b/.ignoresCase(), with: "15 seconds")
      .replacing(/\bhalf a minute\b/.ignoresCase(), with: "30 seconds")
      .replacing(
        /\b(?:take out|remove|cut(?: out)?|delete) (\d+) to (\d+) and (\d+) to (\d+)(?=$|,|\.(?:\s|$))/
          .ignoresCase()
      ) {
        "cut \($0.1)-\($0.2)s and \($0.3)-\($0.4)s"
      }
      .replacing(/\bcut it up every\b/.ignoresCase(), with: "split it every")
    },
    always {
      $0.replacing(
        /\b(?:can we |could we )?start (?:it )?(?:at|around|from) (?:about )?the (\S+) second mark(?: instead)?/
          .ignoresCase()
      ) {
        "start at \($0.1) seconds"
      }
      .replacing(
        /\b(?:get|keep|bring|(?:i |we )?(?:need|want)) it (?:to |down to |to be )?(?:under|below|less than|shorter than) (?=\d|[a-z]+ sec)/
          .ignoresCase(),
        with: "make it "
      )
      .replacing(/^让(前.+?秒|最后.+?秒|第.+?秒到第?.+?秒)消失(?:吧)?$/) { "剪掉\($0.1)" }
      .replacing(/^从(\S{1,6}?)开始[，,]\s*到(\S{1,6}?)结束$/) { "只保留\($0.1)到\($0.2)" }
      // "finish on a frozen image, say 3 seconds"
      .replacing(
        /\b(?:finish|end) (?:it )?on an? (?:frozen|freeze|still)(?: image| frame| picture)?,? (?:say |for |of |like |about )*(?=\d|[a-z]+ sec)/
          .ignoresCase(), with: "freeze the last frame for ")
    },
    // "i need it exactly 15 secs"
    always {
      $0.replacing(
        /\b(?:i |we )(?:need|want) (?:it|this)(?: to be)? (?:exactly |about |around )?(\d+ ?s(?:ec(?:ond)?s?)?)(?: long)?\b/
          .ignoresCase()
      ) { "make it \($0.1)" }
    },
    // "make it 15 seconds for an application form"
    always {
      $0.replacing(
        /^(make it [^,]*?s(?:ec(?:ond)?s?)?) for (?:an?|my|our|work|school|class|uni|the (?:form|boss|website|app))\b[^,]*$/
          .ignoresCase()
      ) { String($0.1) }
    },
    always {
      $0.replacing(
        /^(start (?:over|from scratch|again)|reset(?: everything)?)(?:,| and|, and) .*\b(?:original|as it was|how it was)\b.*$/
          .ignoresCase(),
        with: "start over"
      )
      // "老师要求视频不能超过25秒，你把尾巴去掉就行"
      .replacing(
        /^[^，,]{0,8}(?:不能|不要|别|不可以)(?:超过|长于)([^，,]{1,5}秒)(?:钟)?[，,](?:你|请|帮我)*(?:就)?把?(?:尾巴|结尾|后面|多余的)(?:部分|那段)?(?:去掉|剪掉|删掉|砍掉|去了|剪了)(?:就行|就好|吧|就可以了?)?/
      ) { "只保留前\($0.1)" }
    },
    // Of several clips, "the second bit" is one.
    { message, film in
      let count = film.videoSegments.count
      guard count > 1 else { return nil }
      let named = message.replacing(
        /\bthe (first|second|third|fourth|last) (?:bit|piece|part|chunk|section)\b(?! of\b)/.ignoresCase()
      ) {
        "the \($0.1) clip"
      }
      return count == 3
        ? named.replacing(
          /\bthe middle (?:one|bit|piece|part|clip|chunk)\b(?! of\b)/.ignoresCase(), with: "clip 2")
        : named
    },
    // "the last couple of seconds are just me reaching for the camera, get rid of them"
    always {
      $0.replacing(
        /^(the (?:first|last) [a-z0-9. ]+? ?s(?:ec(?:ond)?s?)?) (?:is|are|has|have) [^,]+, ?(?:please |so )?(?:get rid of|cut|remove|delete|lose|drop|ditch|take) (?:it|them|that|those)(?: out| off)?(?: please)?$/
          .ignoresCase()
      ) { "cut \($0.1)" }
      // "there's a cough between 11 and 13, take it out"
      .replacing(
        /^there(?:'s| is|s) [^,]+? (?:between|from) (\d[\d:.]*)\s*s?(?:ec(?:ond)?s?)? ?(?:and|to|-) ?(\d[\d:.]*)\s*s?(?:ec(?:ond)?s?)?,? ?(?:please |so )?(?:get rid of|cut|remove|delete|lose|take) (?:it|that)(?: out| off)?(?: please)?$/
          .ignoresCase()
      ) { "cut out \($0.1) to \($0.2) seconds" }
    },
    // "play the final 6 seconds first"
    { message, film in
      guard
        let match = message.wholeMatch(
          of: /(?:please )?(?:play|show|put|have) the (?:final|last) (.+?) (?:at )?first(?: please)?/
            .ignoresCase()),
        let length = duration(match.1)
      else { return nil }
      return moved(isLast: true, length, toStart: true, film)
    },
    // "wipe between the two halves"
    { message, film in
      guard
        let match = message.wholeMatch(
          of:
            /(?:please )?(?:(?:add|put|do) )?((?:an? )?(?:wipe|cross-?fade|dissolve|dip to (?:black|white))) between the (?:two )?halves/
            .ignoresCase())
      else { return nil }
      return inTwo(film, at: film.pictureMS / 2, "add \(match.1) between the clips")
    },
    // A cut in two, and what is asked of the two.
    { message, film in
      guard film.videoSegments.count == 1,
        message.contains(
          /^(?:please )?(?:split|cut) (?:it |this )?(?:at|in (?:two|half)|down the middle)/.ignoresCase()),
        !message.contains(#/ at \S+ (?:seconds )?and \d/#.ignoresCase())
      else { return nil }
      return message.replacing(
        /\bthe first (?:part|half|piece|bit|one)\b(?! of\b)/.ignoresCase(), with: "clip 1"
      )
      .replacing(
        /\bthe (?:second|last|other) (?:part|half|piece|bit|one)\b(?! of\b)/.ignoresCase(), with: "clip 2")
    },
  ]
}
