/// Messages about somebody's own footage: what is said by the way, what asks for nothing, and that no drawn film takes its place.
extension EditParser {
  /// The requests without the clauses that were not understood and ask for nothing: in a message about footage that did ask
  /// for something else, they say why.
  static func withoutRemarks(_ requests: [EditRequest], film: Film?) -> [EditRequest] {
    guard let film, film.firstShot == nil, requests.contains(where: { !$0.isRefused && !$0.isAnswer }) else {
      return requests
    }
    return requests.filter { request in
      guard EditReading.isOfWordsAlone(request), case .cannot(let words, _) = request else { return true }
      return !Asides.isRemark(words)
    }
  }

  /// Whether a message speaks of editing, so that no new film takes the place of somebody's footage.
  static func keepsFootage(_ message: String, of film: Film) -> Bool {
    guard film.firstShot == nil, message.utf8.count <= 400, newFilm(in: message) == nil,
      promptBehindColon(message) == nil
    else { return false }
    if speaksToSomebody(message) { return true }
    return message.contains(
      /\b(?:text|title|caption|bold|font|subtitles?|swap|replace|crop|trim|mute|volume|fade|transition|too (?:dark|bright|loud|quiet|slow|fast|long|short)|quieter|louder|saturat\w*|contrast|vignette|grain|fps|music|sound|audio|voice|talking|quiet|in the back ?g?round|green (?:screen|background)|top left|top right|bottom left|bottom right|colou?r grad\w*)\b|^(?:请)?(?:帮我|给我)?把|抹掉|去掉|弄成|字幕|标题|转场|裁剪|裁掉|静音|音量|调亮|调暗|对比度|饱和度|左上角|右上角|左下角|右下角|绿幕|倒放|太[亮暗快慢长短]/
        .ignoresCase())
  }

  /// A message about footage without slips of the keyboard and without what is said by the way.
  static func tidied(_ message: String, film: Film?) -> String {
    guard let film, film.firstShot == nil, !film.videoSegments.isEmpty, promptBehindColon(message) == nil
    else {
      return message
    }
    return Asides.removed(from: Misspelling.certainlyCorrected(message) ?? message)
  }

  /// Whether a message is a wish rather than the description of a picture: it names the one who asks, the one who is asked, or
  /// what there is.
  private static func speaksToSomebody(_ message: String) -> Bool {
    let wishesForFilm =
      /\b(?:make|create|generate|draw|animate)\b.*\b(?:video|film|movie|animation|scene)s? (?:of|about|with|showing)\b|(?:画|生成|制作|做)(?:一)?(?:个|段|部|幅).*(?:视频|影片|动画|短片)/
      .ignoresCase()
    guard message.firstMatch(of: wishesForFilm) == nil else { return false }
    return message.contains(
      /\b(?:i|i'?m|me|my|mine|we|our|us|you|u|ur|your|please|pls|plz|it'?s?|this|that|these|those|can|could|would|should|hi|hey|hello|hiya|thanks|video|clip|footage|put|add|make|cut|keep|remove|turn|change|set|give|get|want|need|don'?t)\b|[我你您帮给把别请吗呢吧啊加换配改弄]|一下|打字|写[上着个一“「]|这个|那个/
        .ignoresCase())
  }
}
