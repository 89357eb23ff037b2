/// A wish for what the studio does not do: send the film ("… and email it to my boss", "传到B站"), play a song that is not there, take
/// somebody out of the picture.
struct OutsideWish {
  /// What is said of it; nothing is changed.
  let refusal: EditRequest
  /// The message without it; empty if it asks for nothing else.
  let rest: String

  /// Reads a message about a film that there is; nil if it asks for nothing of the kind.
  init?(_ message: String, film: Film) {
    guard message.utf8.count <= 400, !message.contains(where: { "\"“”「」".contains($0) }) else { return nil }
    let english =
      /(?:^|\s*[,;.]?\s*\b(?:and(?: then)?|then|&) |\s*[,;.]\s*)(?:please |can you |could you |also )*(?:e-?mail|mail|post|upload|share|send|publish|tweet|dm|text) (?:it|this|that|the (?:video|film|result|clip)) (?:straight |directly |over )*(?:to|on|onto|with) (?:my |the |our )?(?:boss|mum|mom|dad|friends?|team|client|everyone|family|wife|husband|e-?mail|you ?tube|insta(?:gram)?|tik ?tok|face ?book|twitter|x|linked ?in|whats ?app|telegram|discord|vimeo|reddit|snapchat|we ?chat|slack|channel|story|feed|group|[a-z]+@[a-z.]+)\b[^,;]*$/
      .ignoresCase()
    let chinese =
      /(?:^|[，,。；]?\s*(?:然后|最后|再|并|之后|(?:弄|做|剪|改|搞)(?:好|完)了?(?:之后|以后)?)?\s*)(?:请|帮我|给我|直接)*(?:上传|传|发布|发|分享|推送|转发)(?:到|给|去|在|至|个)?(?:我的?)?(?:[Bb]站|哔哩哔哩|抖音|快手|小红书|微博|微信|朋友圈|视频号|油管|[Yy]ou[Tt]ube|QQ|群里?|老板|朋友|同事|客户|妈妈|爸爸|邮箱|网上)(?:群|上|里|去)?(?:吧|呗|一下)?[。！]?$/
    // "use Bad Guy by Billie Eilish as the soundtrack"
    if let song = message.firstMatch(
      of:
        /(?:^|,\s*|\band )(?:please |can you )?(?:use|play|add|put(?: on)?)(?: the song)? ([^,]+ by [^,]+?) (?:as|for) (?:the |my |a )?(?:soundtrack|music|song|background music|background|bgm)\b.*$/
        .ignoresCase())
    {
      rest = String(message[..<song.range.lowerBound]).trimmed(of: " ,，。;；.")
      refusal = .cannot(
        what: "playing “\(song.1)”: songs are only there if they are uploaded",
        nearest: "upload a song of your own, or name a mood: “upbeat music”, “sad piano music”")
      return
    }
    if let song = Self.song(in: message) {
      rest = ""
      refusal = song
      return
    }
    // What is drawn can be left out.
    if film.firstShot == nil, let erasing = Self.erasing(in: message) {
      rest = String(message[..<erasing.range.lowerBound]).trimmed(of: " ,，。;；.")
      refusal = erasing.refusal
      return
    }
    guard let range = message.firstMatch(of: english)?.range ?? message.firstMatch(of: chinese)?.range else {
      return nil
    }
    rest = String(message[..<range.lowerBound]).trimmed(of: " ,，。;；.")
    let language = Language.of(message)
    refusal = .cannot(
      what: Bilingual("sending or posting the film", "发送或发布影片").text(in: language),
      nearest: Bilingual(
        "“export” makes the file; it can be sent from its folder", "输入“导出”生成文件，再从它所在的文件夹发送"
      ).text(in: language))
  }

  /// "put Blinding Lights by the Weeknd on it", "配一首周杰伦的晴天".
  private static func song(in message: String) -> EditRequest? {
    let english =
      /(?:please |can you |could you )*(?:use|play|add|put|have)(?: on)?(?: the song)? ([^,]+ by [^,]+?)(?: on| over| under| behind| in| to| with)(?: it| this| that| the (?:video|clip|film|background))?(?: please| pls)?[.!?]*/
      .ignoresCase()
    let chinese =
      /(?:请|帮我|给我)*(?:配|放|加|来|用|换|播放?)(?:上|成|个)?(?:一)?首([^的，,。]{1,6})的《?([^，,。》的]{2,10})》?(?:吧|当背景|做配乐|作为配乐)?[。！]?/
    if let match = message.wholeMatch(of: english) {
      let credits =
        /\b(?:made|directed|filmed|shot|created|edited|produced|presented|brought to you|written|photos?|videos?|film|words|one|side|frame|bit|\d) by\b/
        .ignoresCase()
      guard match.1.firstMatch(of: credits) == nil else { return nil }
      return songRefusal(String(match.1), .english)
    }
    guard let match = message.wholeMatch(of: chinese),
      match.2.firstMatch(of: /音乐|曲|歌|旋律|配乐|[Bb][Gg][Mm]|调|风格|感觉|那种/) == nil
    else { return nil }
    return songRefusal("\(match.1)《\(match.2)》", .chinese)
  }

  private static func songRefusal(_ song: String, _ language: Language) -> EditRequest {
    .cannot(
      what: Bilingual(
        "playing “\(song)”: songs are only there if they are uploaded", "播放\(song)：只能用上传的歌曲"
      ).text(in: language),
      nearest: Bilingual(
        "upload a song of your own, or name a mood: “upbeat music”, “sad piano music”",
        "上传自己的歌曲，或说一种情绪：“欢快的音乐”“悲伤的钢琴曲”"
      ).text(in: language))
  }

  /// "can you remove the guy walking behind me", "后面那个路人能P掉吗".
  private static func erasing(in message: String) -> (range: Range<String.Index>, refusal: EditRequest)? {
    let english =
      /(?:^|[,;.]\s*|\band )(?:please |can you |could you |also )*(?:remove|erase|delete|edit out|take out|cut out|get rid of|photoshop out|paint out|hide) (?:the |that |this |those |all the |a )?(?:\w+ )?(?:guy|man|woman|lady|person|people|kids?|stranger|strangers|girl|boy|passer-?by|passers-?by|pedestrians?|photobombers?|finger|thumb|wires?|pole|rubbish|trash|bin|reflection)\b(?! (?:part|bit|scene|clip))[^,;"“]*/
      .ignoresCase()
    let chinese =
      /(?:请|帮我|能不能|可以)*(?:把)?[^，,。]{0,8}(?:路人|行人|那个人|的人|杂物|电线杆|电线|垃圾桶|影子)(?:能|可以|能不能)?(?:给我|帮我|都|给)*(?:[Pp]掉|去掉|抹掉|去除|擦掉|消除|移除|抠掉|弄掉|[Pp]了)[^，,。]{0,4}/
    guard let range = message.firstMatch(of: english)?.range ?? message.firstMatch(of: chinese)?.range else {
      return nil
    }
    let language = Language.of(message)
    return (
      range,
      .cannot(
        what: Bilingual("taking somebody or something out of the picture", "从画面里去掉人或物").text(in: language),
        nearest: Bilingual(
          "crop (“crop 20% off the left”), zoom in, or cut those seconds: “cut from 3 to 5 seconds”",
          "裁切（“左边裁掉20%”）、放大画面，或剪掉那几秒：“剪掉3到5秒”"
        ).text(in: language))
    )
  }
}
