/// The look, the speed and the frame.
extension Rephrasing {
  static let looks: [Rule] = [
    // "don't want black bars tho, blur the edges": how a picture is to meet a new shape
    always { message in
      let shape = /\b(?:vertical|portrait|landscape|square|upright|\d+ ?[:x] ?\d+)\b|竖屏|横屏|方形|\d+[:：比]\d+/
        .ignoresCase()
      guard message.firstMatch(of: shape) != nil else { return message }
      return message.replacing(
        /(?:,? ?(?:and |but )?)\b(?:i )?(?:don'?t|do not|dont) (?:want|need|like|add|use|put|show)(?: any| the| those)? (?:black )?bars\b(?: tho(?:ugh)?| please| on it)?/
          .ignoresCase(), with: ""
      )
      .replacing(
        /\b(?:,? ?(?:and |just )?)blur (?:the |out the )?(?:edges|sides|rest|empty (?:bits|parts|space)|top and bottom|bars|gaps|background)(?: or (?:whatever|something)| instead)?/
          .ignoresCase(), with: ", with blurred sides"
      )
      .replacing(/[，,](?:上下|两边|左右|四周)?(?:别|不要|不想)(?:留|有|加)?黑边/, with: "，铺满")
    },
    // "ugh the sides look empty, can you fill them with blur"
    always {
      $0.replacing(
        /^(?:ugh |hmm |the )*(?:sides|edges|top and bottom|bars)(?: just)? (?:look|are|is|seem) (?:so |too |kinda |a bit |really )*(?:empty|black|bare|ugly|boring),? .*\bblur.*$/
          .ignoresCase(), with: "with blurred sides"
      )
      // "make it 2x for the first 10 seconds"
      .replacing(
        /\b(?:make|play|run) (?:it )?(?:at )?(\d+(?:\.\d+)?)x (?:speed )?(?:for|during|in|over) (the (?:first|last) [^,]+)$/
          .ignoresCase()
      ) { "play \($0.2) at \($0.1)x speed" }
      // "zoom in slowly for the first 5 seconds, then pan right"
      .replacing(
        /^((?:slowly )?(?:zoom|pan)[^,]*? (?:for|over|during|in) the first [^,]+?),? (?:and )?then ((?:slowly )?(?:pan|zoom|push|pull)[^,]*)$/
          .ignoresCase()
      ) { "\($0.1), \($0.2) on clip 2" }
    },
    // "crop out the bottom, maybe the last fifth of the picture"
    always {
      $0.replacing(
        /\bcrop (?:out |off |away )?the (top|bottom|left|right)(?: side)?,? (?:maybe |like |about |say |by |around )*(?:the )?(?:last |top |bottom |outer )?(fifth|quarter|third|tenth|half|\d+ ?%)(?: of (?:the (?:picture|image|frame)|it))?/
          .ignoresCase()
      ) { "crop off the \($0.1) \($0.2)" }
    },
    // "4:5 please, with black bars", "square for insta, crop it"
    always {
      $0.replacing(
        /^(\d+ ?[:x] ?\d+|square|vertical|portrait|landscape)(?: please| pls)?,? (?:but )?(?:with|and) ((?:[a-z]+ )?(?:bars|borders))(?: please)?$/
          .ignoresCase()
      ) { "make it \($0.1) with \($0.2)" }
      .replacing(
        /^(\d+ ?[:x] ?\d+|square|vertical|portrait|landscape)(?: for (?:my |the )?[a-z]+)?,? (?:and |just |please )*crop (?:it|this)(?=$|,| and )/
          .ignoresCase()
      ) { "crop it to \($0.1)" }
    },
    // "flip it so the text on my shirt isnt mirrored", "镜头从左边慢慢移到右边"
    always {
      $0.replacing(
        /^(?:please |can you )*(?:flip|mirror) (?:it|this|that|the (?:video|picture|clip))(?: back| around)? so (?:that )?(?!.*\bupside).*$/
          .ignoresCase(), with: "flip it horizontally"
      )
      .replacing(/^镜头从(左|右|上|下)(?:边|面)?(?:慢慢|缓缓|缓慢)?(?:地)?(?:移|扫|摇|平移|移动|滑)(?:动)?到(左|右|上|下)(?:边|面)?/) {
        "画面从\($0.1)到\($0.2)平移"
      }
    },
    // "it came out mirrored, can you flip it"
    { message, _ in
      message.contains(
        /\b(?:came out|is|looks|it'?s|everything'?s|all) (?:all )?(?:mirrored|mirror image|flipped|the wrong way round)\b.*\b(?:flip|mirror|fix|turn|correct) (?:it|that|this)\b/
          .ignoresCase()) ? "flip it horizontally" : nil
    },
    // "way too yellow!! cool it down"
    always {
      $0.replacing(
        /^(?:it'?s |its |looks |it is )?(?:way |far |a bit |kinda |so )*too (?:yellow|orange|warm|red)\b[,.! ]+(?:please |can you )?(?:cool|tone|bring|take) (?:it|that|this) (?:down|off|back)(?: a bit| a little)?[.!]*$/
          .ignoresCase(), with: "make it cooler"
      )
      .replacing(
        /^(?:it'?s |its |looks |it is )?(?:way |far |a bit |kinda |so )*too (?:blue|cold|cool)\b[,.! ]+(?:please |can you )?(?:warm) (?:it|that|this) up(?: a bit| a little)?[.!]*$/
          .ignoresCase(), with: "make it warmer"
      )
      // "colours look washed out, can you boost them", "…, colours look kinda dead"
      .replacing(
        /^(?:the )?colou?rs? (?:look|are|is|seem)s? (?:so |too |a bit |kinda |kind of |really |pretty )*(?:washed out|dull|flat|faded|dead|pale|lifeless|boring)[,.]? (?:can you |could you |please )*(?:boost|fix|pump|bring|liven|perk|punch|beef|lift|pop) (?:them|it|that)(?: up| out| back)?[.!?]*$/
          .ignoresCase(), with: "more saturation"
      )
      .replacing(
        /, (?:the )?colou?rs? (?:look|are|is|seem)s? (?:so |too |a bit |kinda |kind of |really |pretty )*(?:washed out|dull|flat|faded|dead|pale|lifeless|boring)[.!?]*$/
          .ignoresCase(), with: ", more saturation"
      )
      // "picture is kinda soft, sharpen it?"
      .replacing(
        /^(?:the )?(?:picture|image|video|it)(?:'s| is|s)? (?:so |too |a bit |kinda |kind of |really |pretty |quite )*(?:soft|fuzzy|out of focus|blurry|mushy),? (?=(?:can you |please )*sharpen\b)/
          .ignoresCase(), with: ""
      )
      .replacing(/([饱亮对]\S{1,2}度)(?:稍微|也|再)?(?:降|减|压|调低)(?:低)?(?:一)?(?:点|些|下)(?:点)?(?=$|[，,。])/) {
        "降低\($0.1)"
      }
      .replacing(/^(?:整个|整体|全部)?(?:放|变|调)?(?:快|慢)一?点[，,]\s*(\d+(?:\.\d+)?)倍速?$/) { "速度\($0.1)倍" }
      .replacing(
        /^(?:手机拿反了|拍反了|画面(?:是)?倒(?:的|过来)?了?|[，,])*(?:画面(?:是)?倒(?:的|了|过来的?)|上下颠倒了|倒着的)[，,]\s*(?:帮我)?(?:转|翻|旋转)(?:一下|过来|回来)(?:吧)?$/,
        with: "旋转180度"
      )
      .replacing(
        /^(?:the )?(?:horizon|picture|video|it|image)(?:'s| is|s)? (?:a bit |kinda |slightly )?(?:crooked|wonky|not level|tilted|askew|off),? (?=.*\d)/
          .ignoresCase(), with: ""
      )
      .replacing(/^(?:画面|视频|镜头|地平线|水平线)?(?:有点|好像|拍)?(?:歪|斜)了[，,]?\s*(?=.*[转旋])/, with: "")
    },
    always {
      $0.replacing(/\bflatten the contrast\b/.ignoresCase(), with: "less contrast")
        .replacing(/\bmore punch in the contrast\b/.ignoresCase(), with: "more contrast")
        .replacing(
          /^(?:the )?colou?rs? (?:look|are|is) (?:so |too |a bit )?(?:dull?|flat|washed out|boring),? ?(?=make)/
            .ignoresCase(), with: ""
        )
        .replacing(
          /\bmake (?:'?em|them|it|the colou?rs?) pop\b(?: more| a bit)?/.ignoresCase(),
          with: "more saturation"
        )
        .replacing(
          /^.*\b(?:shak(?:e|es|y|ey|ing)|wobbl[a-z]+|bumpy|jerky)\b.*\b(?:smooth (?:it|this|that)(?: out)?|steady (?:it|this|that))\b.*$/
            .ignoresCase(), with: "stabilise it"
        )
        .replacing(/\bdark corners\b/.ignoresCase(), with: "a vignette")
        .replacing(/^square crop\b/.ignoresCase(), with: "make it square")
    },
    always {
      $0.replacing(
        /^(4k|2160p|1440p|1080p|720p|480p) (?:would be (?:nice|great|good)|instead|please|pls)$/.ignoresCase()
      ) { "make it \($0.1)" }
      .replacing(
        /\b(?:shrink|export|render|save)(?: it)?(?: to| in| at| as)? (4k|2160p|1440p|1080p|720p|480p|360p)(?: at|,| and) (\d+) ?(?:fps|frames? (?:a|per) second)\b/
          .ignoresCase()
      ) {
        "make it \($0.1) and \($0.2) fps"
      }
      .replacing(/导出(4[kK]|\d{3,4}[pP])[，,]\s*(\d+)帧/) { "改成\($0.1)，\($0.2)帧" }
      .replacing(/^half speed (?:for|on|in|during) (?=the )/.ignoresCase(), with: "slow motion for ")
      .replacing(/(\d+[比:：]\d+)(?:转|改|变|换)(?:成|为)?(\d+[比:：]\d+)/) { "改成\($0.2)" }
      .replacing(/^左右翻(?:转)?一下$/, with: "水平翻转")
      .replacing(/\bhighlight reel\b/.ignoresCase(), with: "highlights")
      .replacing(
        /\bfade (?:both )?(?:the )?(?:picture|video|image) and (?:the )?(?:sound|audio) (in|out)\b/
          .ignoresCase()
      ) { "fade \($0.1)" }
    },
    { message, film in
      guard film.videoSegments.contains(where: { ($0.clip?.rate ?? 1) != 1 }) else { return nil }
      return message.replacing(
        /^(?:(?:that'?s |it'?s )?(?:way |a bit )?too (?:fast|slow)[,. ]+)(?:go for|go with|try|make it|do) (\d(?:\.\d+)?)x?(?: instead)?$/
          .ignoresCase()
      ) { "speed \($0.1)x" }
      .replacing(/^(?:太[快慢]了[，,]\s*)?(\d(?:\.\d+)?)倍速?(?:就行|就好|就够了|吧|即可)$/) { "速度\($0.1)倍" }
    },
    // "1.5x please", and of a film at another speed "make it 1.5 instead"
    always {
      $0.replacing(
        /^(?:at |to |make it |do |try |go )?(\d+(?:\.\d+)?) ?x(?: speed)?(?: please| pls| plz| instead)?$/
          .ignoresCase()
      ) {
        "speed \($0.1)x"
      }
    },
    { message, film in
      guard film.videoSegments.contains(where: { ($0.clip?.rate ?? 1) != 1 }),
        let match = message.prefixMatch(
          of: /(?:make it|do|try) (\d(?:\.\d+)?)(?: times)?(?: instead| then)?(?=$|,| and )/.ignoresCase())
      else { return nil }
      return "speed \(match.1)x" + message[match.range.upperBound...]
    },
    // "colours are too strong, tone them down", "oversaturated, knock it down by 30%"
    always {
      $0.replacing(
        /^(?:the )?colou?rs? (?:are|is|look) (?:way |a bit |far )?too (?:strong|intense|much|loud|harsh|bright)(?:, ?(?:tone|dial|bring|turn|take) (?:them|it) down)?(?: a bit| a little)?$/
          .ignoresCase(), with: "less saturation"
      )
      .replacing(
        /^(?:it'?s |its |looks |way |a bit |too |kinda )*over-?saturated(?: tbh| imo)?[,. ]+(?:knock|bring|turn|tone|dial|take|pull) (?:it|that) (?:down|back)(?: by)? (\d+) ?%$/
          .ignoresCase()
      ) { "reduce the saturation by \($0.1)%" }
      .replacing(/^颜色(?:太|有点|过于)?(?:艳|鲜艳|浓|饱和|重)(?:了)?[，,]\s*(?:淡|浅|素|降)(?:一点|一些|点|一下|低点)?$/, with: "降低饱和度")
      .replacing(/(?:四个?角|四周|边角|边缘)(?:压暗|变暗|调暗|暗一点|暗一些)/, with: "加暗角")
      .replacing(/\b(?:darken|dim) the (?:corners|edges)\b/.ignoresCase(), with: "add a vignette")
      .replacing(
        /\b(?:look|looks) like (?:it'?s from |something from |it was shot in )?the (?:19)?[5-9]0'?s\b/
          .ignoresCase(), with: "vintage"
      )
      .replacing(
        /\b(?:slice|shave|lop) off (?=the (?:top|bottom|left|right|sides?)\b)/.ignoresCase(),
        with: "crop off "
      )
      .replacing(/\bpunch in\b/.ignoresCase(), with: "zoom in")
    },
    // "vintage look, 4:3, and a vignette"
    always {
      $0.replacing(
        /(, ?|\band )((?:16|9|4|3|1|5|21|2) ?: ?(?:16|9|4|3|1|5|2))(?=\s*(?:,|and\b|$))/.ignoresCase()
      ) {
        "\($0.1)make it \($0.2)"
      }
      .replacing(/(，|、)((?:16|9|4|3|1|5|21|2)[:：](?:16|9|4|3|1|5|2))(?=\s*(?:，|、|$))/) { "\($0.1)画幅\($0.2)" }
    },
    always {
      $0.replacing(/\bslow[ -]?mo\b/.ignoresCase(), with: "slow motion").replacing(
        /\bcrisp (it|this) up\b/.ignoresCase(), with: "sharpen it")
    },
    // "make it a lil brighter and quieter"
    always {
      $0.replacing(
        /\bmake it ((?:a (?:bit|little|lil|tad|touch) )?)([a-z]+er) and (?:also )?((?:a (?:bit|little|lil) )?)([a-z]+er)\b/
          .ignoresCase()
      ) {
        "make it \($0.1)\($0.2), make it \($0.3.isEmpty ? $0.1 : $0.3)\($0.4)"
      }
    },
    // "make the first part slow mo and the second part fast"
    always { $0.replacing(/\b(part|half|clip \d|piece) fast$/.ignoresCase()) { "\($0.1) faster" } },
    // "fade in from black and fade to black at the end, sound too": a fade of the film is one of both
    always {
      $0.contains(/\bfade\b/.ignoresCase())
        ? $0.replacing(
          /,? (?:and )?(?:the )?(?:same for (?:the )?)?(?:sound|audio)(?: too| as well| also)$/
            .ignoresCase(), with: "") : $0
    },
    // "fade in at the beginning and fade out at the end, both 1 second please"
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /.*\bfade in\b.*\b(?:fade )?out\b.*?,? (?:both|each)(?: both| each)?(?: for| of| in| take| lasting)? ?((?:a |half a |\d|one|two|three)[a-z0-9. ]*?s(?:ec(?:ond)?s?)?)(?: each| long)?(?: please| pls)?/
            .ignoresCase()), !message.contains(/\b(?:music|song|title|text)\b/.ignoresCase()),
        duration(match.1) != nil
      else { return nil }
      return "fade in for \(match.1), fade out for \(match.1)"
    },
    // "fade in 1s, fade out 2s, picture and sound both"
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(.*\bfade.*?),? (?:both )?(?:for )?(?:the )?(?:picture|video|image) and (?:the )?(?:sound|audio)(?: both| too)?/
            .ignoresCase())
      else { return nil }
      // A fade of the film is one of both.
      return String(match.1)
    },
  ]
}
