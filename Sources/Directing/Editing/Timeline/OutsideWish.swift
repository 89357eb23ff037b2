/// A wish for what happens to the film elsewhere: "… and email it to my boss", "传到B站". The studio makes films and sends none.
struct OutsideWish {
  /// What is said of it; nothing is changed.
  let refusal: EditRequest
  /// The message without it; empty if it asks for nothing else.
  let rest: String

  /// Reads a message about a film that there is; nil if it asks for nothing of the kind.
  init?(_ message: String) {
    guard message.utf8.count <= 400, !message.contains(where: { "\"“”「」".contains($0) }) else { return nil }
    let english =
      /(?:^|\s*[,;.]?\s*\b(?:and(?: then)?|then|&) |\s*[,;.]\s*)(?:please |can you |could you |also )*(?:e-?mail|mail|post|upload|share|send|publish|tweet|dm|text) (?:it|this|that|the (?:video|film|result|clip)) (?:straight |directly |over )*(?:to|on|onto|with) (?:my |the |our )?(?:boss|mum|mom|dad|friends?|team|client|everyone|family|wife|husband|e-?mail|you ?tube|insta(?:gram)?|tik ?tok|face ?book|twitter|x|linked ?in|whats ?app|telegram|discord|vimeo|reddit|snapchat|we ?chat|slack|channel|story|feed|group|[a-z]+@[a-z.]+)\b[^,;]*$/
      .ignoresCase()
    let chinese =
      /(?:^|[，,。；]?\s*(?:然后|最后|再|并|之后|弄好了?|做好了?)?\s*)(?:请|帮我|给我|直接)*(?:上传|传|发布|发|分享|推送|转发)(?:到|给|去|在|至)(?:我的?)?(?:[Bb]站|哔哩哔哩|抖音|快手|小红书|微博|微信|朋友圈|视频号|油管|[Yy]ou[Tt]ube|QQ|群里?|老板|朋友|同事|客户|妈妈|爸爸|邮箱|网上)(?:群|上|里|去)?(?:吧|呗|一下)?[。！]?$/
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
}
