/// A wish for somebody's own voice, which the studio does not have: "clone my voice", "用我的声音配音".
enum VoiceCloning {
  /// Why it cannot be done, and what can; nil if a message asks for no such thing.
  static func refusal(of message: String) -> EditRequest? {
    guard message.utf8.count <= 400, asks(unquoted(message).lowercased()) else { return nil }
    let language = Language.of(message)
    return .cannot(
      what: Bilingual("cloning a voice", "克隆某个人的声音").text(in: language),
      nearest: Bilingual(
        "a synthetic voice that reads your words (“read aloud: …”), or upload your own recording as the sound",
        "用合成语音朗读你的文字（“朗读：……”），或上传自己的录音作为声音"
      ).text(in: language))
  }

  /// What stands in no quotation and behind no colon.
  private static func unquoted(_ message: String) -> String {
    let head = EditMessage.behindColon(message).map { String(message.dropLast($0.count)) } ?? message
    let reader = TitleSentenceReader(head)
    var (index, result) = (0, "")
    while index < reader.scanner.end {
      if let quote = reader.quotation(at: index) {
        index = quote.end
      } else {
        result.append(reader.scanner.characters[index])
        index += 1
      }
    }
    return result
  }

  private static func asks(_ message: String) -> Bool {
    let english = [
      #/\b(?:clon(?:e|ing|ed)|mimic|imitat(?:e|ing)|replicat(?:e|ing)|impersonat(?:e|ing)|deepfak(?:e|ing))\b(?: [a-z'’]+){0,4} voices?\b/#,
      #/\bvoice[- ]?clon(?:e|ing|es)\b/#, #/\bcop(?:y|ies) of [a-z'’]+ voice\b/#,
      #/\b(?:in|with|using) my (?:own )?voice\b(?! ?(?:recording|memo|note|file|track|clip|over))/#,
      #/\b(?:sounds?|speaks?|talks?) (?:exactly |just )?like me\b/#,
    ]
    if english.contains(where: { message.contains($0) }) { return true }
    let chinese = [
      #/(?:克隆|复刻|模仿)[^，。,；]{0,8}(?:声音|嗓音|音色|声线|嗓子)/#, #/(?:声音|嗓音|音色|声线)(?:的)?(?:克隆|复刻)/#,
      #/用我(?:自己)?的(?:声音|嗓音|音色|声线)(?:来|去)?(?:说|念|读|朗读|配音|旁白|解说|讲)/#,
    ]
    return chinese.contains { message.contains($0) }
  }
}
