/// Music and sound: which of the two is meant, and how loud.
extension Rephrasing {
  private static let feelings =
    "upbeat|happy|happier|sad|sadder|calmer|happier|calm|calmer|chill|energetic|dramatic|jazzy|funky|relaxing|peaceful|cheerful|moody|mellow|epic|romantic|spooky|scary|dark|darker|gentle|soft|softer|slower|faster|lofi|lo-fi|ambient|cinematic"

  static let sounds: [Rule] = [
    // "some gentle piano under this, quiet enough that you can still hear me talking"
    { message, _ in
      let spares =
        /,? (?:but |and )?(?:keep it |nice and )?(?:quiet|soft|low)(?:ly)? enough (?:that |so )?(?:you|people|we|they|i) can (?:still )?hear [^,]+$|,? (?:but |and )?(?:don'?t let it|without) (?:drown|drowning|cover|covering|overpower|overpowering) (?:out )?(?:my|the|me|our|what)[^,]*$/
        .ignoresCase()
      guard message.firstMatch(of: spares) != nil else { return nil }
      return message.replacing(spares, with: ", duck the music under speech").replacing(
        /\b(?:put|add|lay|play|have) (?:some |a bit of |a |an )?((?:[a-z-]+ )?(?:piano|guitar|strings|synths?|lo-?fi|beats))(?: music)? (?:under|behind|beneath|below|over|on) (?:this|it|that|the video|my voice|everything)\b/
          .ignoresCase()
      ) { "add \($0.1) music" }
    },
    always {
      $0
        .replacing(
          /[，,](?:但)?(?:别|不要)(?:盖过|盖住|压过|压住|遮住|挡住)(?:我|人|大家|原)?(?:的)?(?:说话|讲话|人声|声音|原声|话)(?:的)?(?:声音|声)?(?:就行)?$/,
          with: "，人声出现时压低音乐"
        )
        .replacing(
          /\b(?:make|let|have) (?:them|it) (?:drop|dip|go|get|come)(?: down| quieter| quiet| lower)? (?:when|whenever|while) [^,]*\b(?:talk|speak)[a-z]*/
            .ignoresCase(), with: "duck the music under speech"
        )
        .replacing(
          /^(lo-?fi|jazz|chill|house|ambient|upbeat|synthwave) (?:beats?|tunes?|vibes?) in the background\b/
            .ignoresCase()
        ) {
          "add \($0.1) music"
        }
        .replacing(/\bmake (?:the |my )?(sound|audio|volume|voice|music) more (loud|quiet)\b/.ignoresCase()) {
          "make the \($0.1) \($0.2)er"
        }
    },
    // "black bars top and bottom and some epic movie music"
    always {
      $0.replacing(
        /^((?:(?!\bmusic\b).)*\b(?:bars|crop|zoom|vignette|grain|blur|white|b&w|mirror|flip|motion|vertical|square|look)\b[^,]*?) and (some (?:[a-z-]+ ){0,3}music)$/
          .ignoresCase()
      ) { "\($0.1), add \($0.2)" }
    },
    // "…, tense music too", "bgm来点lo-fi"
    always {
      $0.replacing(
        /(^|, |\band )(?:some )?([a-z-]+) (music|soundtrack|beats?) (?:too|as well)(?=$|,)/.ignoresCase()
      ) {
        "\($0.1)add \($0.2) music"
      }
      .replacing(
        /(?:背景音乐|[Bb][Gg][Mm]|配乐)(?:就)?(?:来点|来首|用|配|放)(?:点|首|一点)?([^，,。淡小大声停关去低高]{1,8}?)(?:的)?(?:吧)?(?=[，,。]|$)/
      ) {
        "加\($0.1)音乐"
      }
    },
    // "replace the audio with something sad and piano-y"
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(?:please |can you )?(?:replace|swap|switch|change) the (?:audio|sound|original sound) (?:with|for|to) (?:something|some) ([a-z-]+)(?:(?:,| and|, and)? ([a-z]+?)(?:-?y)?)?(?: music)?(?: please)?/
            .ignoresCase()), feelings.split(separator: "|").contains(where: { $0 == match.1.lowercased() })
      else { return nil }
      return "mute it, add \(match.1) \(match.2.map { "\($0) " } ?? "")music"
    },
    // "theres loads of wind noise, can u take it out"
    { message, _ in
      message.contains(
        /\b(?:wind|background|traffic|street|engine|room|mic|fan) ?(?:noise|hum|hiss|sound)\b.*\b(?:take|get rid|remove|cut|clean|filter|reduce|kill)\b/
          .ignoresCase()) && !message.contains(/\d/) ? "remove the background noise" : nil
    },
    // "get a voice to say “Welcome” right at the start"
    always {
      $0.replacing(
        /\b(?:get|have|let|use|want|add) (?:a|some|the) (?:robot |ai |nice |female |male |computer |human )*(?:voice|narrator|someone|somebody)(?: to| that| which)? (?:says?|reads?|speaks?)(?:ing)?(?: out| aloud)?(?= \u{E000})/
          .ignoresCase(), with: "read aloud")
    },
    // "fade out the sound from 20 seconds on", "20秒以后声音慢慢变小直到没有"
    { message, film in
      let english =
        /(?:please )?(?:fade(?: out)?|let) (?:the )?(?:sound|audio|volume)(?: out| fade out| fade)? (?:from|after|starting at) (.+?)(?: on(?:wards?)?| to the end)?/
        .ignoresCase()
      let chinese =
        /(?:从)?第?(.{1,5}?秒)(?:钟)?(?:以后|之后|后|开始|起)[，,]?(?:把)?声音(?:慢慢|逐渐|渐渐)?(?:变小|淡出|减弱|渐弱|降低)(?:[，,]?直到(?:没有|没声|消失|结束|静音).*)?/
      guard let text = message.wholeMatch(of: english)?.1 ?? message.wholeMatch(of: chinese)?.1,
        let start = duration(text), start < film.pictureMS
      else { return nil }
      return "fade the sound out over the last \(seconds(film.pictureMS - start))"
    },
    always {
      $0.replacing(/\bease(s?) (in|out)\b/.ignoresCase()) { "fade\($0.1) \($0.2)" }
        .replacing(
          /\b(?:turn|crank) (?:the )?(volume|sound|music|audio) up (?:by )?(?:a )?half\b/.ignoresCase()
        ) {
          "make the \($0.1.lowercased() == "volume" ? "sound" : String($0.1)) 50% louder"
        }
        .replacing(
          /\b(?:slap|chuck|throw|stick|whack) (?:on )?(some [a-z-]+ (?:music|beats?|tunes?))(?: on| over it| in)?\b/
            .ignoresCase()
        ) { "add \($0.1)" }
        .replacing(/\b(?:my|the) voice is\b/.ignoresCase(), with: "it is")
        .replacing(/^why is it (?:so|this) (loud|quiet|dark|bright|slow|fast|blurry|shaky)\b/.ignoresCase()) {
          "it is too \($0.1)"
        }
        .replacing(/(音乐|配乐)只?(?:要)?(?:在)?第?(\d+)秒?(?:到|至|-)第?(\d+)秒(?:之间)?(?:响|播放|播|出现|有)?$/) {
          "\($0.1)从第\($0.2)秒到第\($0.3)秒"
        }
        .replacing(/\b(?:the )?(?:audio|sound)'?s (?=way too|too|a bit too)/.ignoresCase(), with: "it is ")
        .replacing(
          /^it is (?:way )?too quiet, double it$/.ignoresCase(), with: "make the sound twice as loud"
        )
        .replacing(/声音(?:也)?(?:去掉|去了|拿掉)(?=$|[，,。])/, with: "静音")
        .replacing(/来点(?:燃|嗨|炸)的(?=音乐|曲子|配乐)/, with: "加激昂的")
        .replacing(
          /\b(?:keep|make|turn) it (?:quiet|low|down|quieter|lower) (?:when|while|whenever) [^,]*\b(?:talk|speak)[a-z]*/
            .ignoresCase(), with: "duck the music under speech")
    },
    { message, film in
      guard film.bedSegment != nil,
        let match = message.wholeMatch(
          of: /(?:keep )?(?:the )?music only (?:un)?till? (?:the )?(.+?)(?: mark)?/.ignoresCase())
      else { return nil }
      return "stop the music at " + match.1.replacing(#/ second$/#.ignoresCase(), with: " seconds")
    },
    // "something upbeat in the background", and with music "something sadder instead"
    { message, film in
      guard
        let match = message.wholeMatch(
          of:
            /(?:maybe |how about |try |put |play |add )?something (?:a bit |more |less )?([a-z-]+)(?: and [a-z-]+)?( in the back ?g?round| to listen to)?(?: instead| then)?(?: please| plz| pls)?((?:,? but .+)?)/
            .ignoresCase()),
        match.2 != nil || film.bedSegment != nil,
        feelings.split(separator: "|").contains(where: { $0 == match.1.lowercased() })
      else { return nil }
      let tail = match.3.replacing(#/^,? but /#.ignoresCase(), with: ", ")
      return (film.bedSegment == nil ? "add \(match.1) music" : "change the music to \(match.1) music") + tail
    },
    { message, film in
      guard film.bedSegment != nil,
        let match = message.wholeMatch(of: /(?:换|改|来)(?:个|成|首|点)?(.{1,4}?)(?:一?点)?的(?:吧)?/),
        match.1.contains(/忧伤|悲伤|伤感|欢快|快乐|轻松|舒缓|安静|激昂|紧张|浪漫|温柔|动感|悲|燃/)
      else { return nil }
      return "音乐换成\(match.1)的"
    },
    // "only during the first ten seconds" of the music
    { message, film in
      guard film.bedSegment != nil,
        let match = message.wholeMatch(of: /(?:only|just) (?:(during|for|in|from|over) )(.+)/.ignoresCase())
      else { return nil }
      return "play the music only \(match.1) \(match.2)"
    },
    // "sad piano", "sad piano only in the last 10 seconds"
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(?:(?:add|play|put|some|a|how about|maybe|use) )*((?:[a-z-]+ )?(?:piano|guitar|violin|strings|orchestra|synths?|lo-?fi|ambient|drums|acoustic))(?: (?:music|tune|track))?((?:,? (?:for|in|during|over|only) .+)?)(?: please| pls)?/
            .ignoresCase()),
        !message.contains(/\b(?:of|a video|playing|player|man|woman|girl|boy|cat)\b/.ignoresCase())
      else { return nil }
      return "add \(match.1) music\(match.2)"
    },
    // "lower it when people speak"
    always {
      $0.replacing(
        /\b(?:lower|duck|turn down|quiet|drop|dip) (?:it|the music)(?: down)? (?:when|while|whenever|under|during) [^,]*\b(?:speak|speaking|talk|talking|speech|voices?|dialogue?|someone says)[a-z]*(?: something)?/
          .ignoresCase(), with: "duck the music under speech"
      ).replacing(#/ and duck the music under speech/#, with: ", duck the music under speech").replacing(
        /(?:说话|讲话|人声)(?:的时候|时|出现时)?(?:自动)?(?:压低|调低|降低|小声)(?:一点)?(?:音乐)?/, with: "压低音乐")
    },
    // "spooky music but quiet", "来首悲伤的曲子，小声点"
    always {
      $0.replacing(
        /\b(music|tune|song|track|beats?)(?:,)? (?:but )?(?:keep it |make it |nice and |really |very )?(?:quiet|quietly|soft|softly|low|subtle)(?: though| please)?$/
          .ignoresCase()
      ) { "\($0.1), music at 20%" }
      .replacing(/(曲子|音乐|配乐|歌|旋律)[，,]\s*(?:但|不过)?(?:要)?(?:小声|轻|小)(?:一点|点|些|一些)?(?:儿)?$/) { "\($0.1)，音乐20%" }
      .replacing(/音量(?:调到|调成|设为|到)?([一二三四五六七八九])成/) {
        "音量\(1 + (Array("一二三四五六七八九").firstIndex(of: $0.1.first ?? "三") ?? 2))0%"
      }
      .replacing(/\b((?:add|put|use|play|some) [^,]*?\bmusic) at (\d+) ?(?:%|percent)/.ignoresCase()) {
        "\($0.1), music at \($0.2)%"
      }
      .replacing(/(音乐|配乐|曲子)[，,]\s*音量(\d{1,3}%)(?=[，,]|$)/) { "\($0.1)，音乐\($0.2)" }
    },
    // "add some jazz"
    always {
      $0.replacing(
        /\b(?:add|put|with|and) (?:some |a bit of )(jazz|rock|pop|hip[ -]?hop|techno|house|classical|country|funk|blues|reggae|metal|folk|disco|trap)\b(?! (?:music|tune|song|beat|track|hands))/
          .ignoresCase()
      ) { "add some \($0.1) music" }
      .replacing(/\band just (put|add|play|have)\b/.ignoresCase()) { "and \($0.1)" }
      .replacing(/\bput (?:on )?(?:some )?([a-z]+) music\b/.ignoresCase()) { "add \($0.1) music" }
      .replacing(
        /\b(?:lose|kill|ditch|drop(?! the (?:sound|audio) (?:of|by|to|down|a))) the (?:sound|audio)\b/
          .ignoresCase(), with: "mute it"
      )
      .replacing(
        /\b(?:i )?can(?:'?t| barely| hardly| not|not)(?: really)? hear (?:anything|it|that|this|a thing|them|much)\b/
          .ignoresCase(), with: "it is too quiet"
      )
      .replacing(/声音(?:渐强|慢慢变大|渐渐变大|由小变大)/, with: "声音淡入")
    },
    // "add calm music, and fade it out at the end": what comes behind music is of it.
    always { message in
      guard
        let noun = message.firstMatch(
          of: /\b(?:music|song|tune|soundtrack|beat)\b|音乐|配乐|曲子|背景乐/.ignoresCase())?.range
      else {
        return message
      }
      let behind = message[noun.upperBound...]
      guard !behind.contains(/\b(?:picture|title|video|text|clip|film)\b|画面|标题|视频|字幕|影片/.ignoresCase()) else {
        return message
      }
      let changed =
        behind.replacing(/\b(fade|lower|raise|turn|duck|start|stop|loop) it\b/.ignoresCase()) {
          "\($0.1) the music"
        }
        .replacing(/\b(?:make|keep) it (quiet|quieter|soft|softer|loud|louder|low)\b/.ignoresCase()) {
          "make the music \($0.1.lowercased().hasPrefix("l") && $0.1.lowercased() != "low" ? "louder" : "quieter")"
        }
        .replacing(/([，,]\s*)((?:最后|开头|结尾)?[^，,音]{0,6}?(?:渐出|渐隐|淡出|淡入|渐入|渐弱))/) { "\($0.1)音乐\($0.2)" }
      return String(message[..<noun.upperBound]) + changed
    },
    // "turn it down 6 db"
    { message, film in
      let noun = film.bedSegment == nil ? "sound" : "music"
      return message.replacing(
        /\b(turn|crank) (?:it|that|this) (up|down)\b/.ignoresCase()
      ) { "turn the \(noun) \($0.2)" }
    },
    { message, film in
      guard film.bedSegment != nil,
        let match = message.prefixMatch(of: /(?:make it )?(half as loud|twice as loud)\b/.ignoresCase())
      else { return nil }
      return "make the music \(match.1)" + message[match.range.upperBound...]
    },
  ]
}
