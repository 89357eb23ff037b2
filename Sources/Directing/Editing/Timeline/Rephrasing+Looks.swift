/// The look, the speed and the frame.
extension Rephrasing {
  static let looks: [Rule] = [
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
        .replacing(/^.*\bshake?y\b.*\bsmooth (?:it|this|that) out\b.*$/.ignoresCase(), with: "stabilise it")
        .replacing(/\bdark corners\b/.ignoresCase(), with: "a vignette")
        .replacing(/^square crop\b/.ignoresCase(), with: "make it square")
        .replacing(/^left and right flipped$/.ignoresCase(), with: "flip it horizontally")
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
