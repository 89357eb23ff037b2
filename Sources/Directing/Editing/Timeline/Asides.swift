/// What people say to the studio beside what they ask of it: greetings, praise, what happened when it was filmed, whom it is for.
enum Asides {
  /// A message about footage without its asides; as it was where nothing else stands in it.
  static func removed(from message: String) -> String {
    guard message.utf8.count <= 600, !message.contains("-->"), EditMessage.behindColon(message) == nil else {
      return message
    }
    let clauses = clauses(of: message)
    guard clauses.count > 1 else { return message }
    var kept: [(words: String, mark: String)] = []
    var isOfText = false
    for clause in clauses {
      if !isOfText, isAside(clause.words) {
        // What ends a sentence ends it all the same.
        if !kept.isEmpty, let mark = clause.mark.first, ".!?。！？".contains(mark) {
          kept[kept.count - 1].mark =
            String(mark == "?" || mark == "？" ? "." : mark) + clause.mark.dropFirst()
        }
      } else {
        kept.append(clause)
        // What stands behind it may be the words of a title.
        isOfText =
          isOfText
          || clause.words.firstMatch(of: texts) != nil
            && !clause.words.contains(where: { "\"“「『".contains($0) })
      }
    }
    guard kept.count < clauses.count, kept.contains(where: { $0.words.contains(where: \.isLetter) }) else {
      return message
    }
    kept[kept.count - 1].mark = kept[kept.count - 1].mark.trimmed(of: " ,，;；.。")
    return kept.map { $0.words + $0.mark }.joined().trimmingBlanks
  }

  /// Whether a clause asks for nothing and says nothing of the film that a request could refer to.
  static func isAside(_ clause: String) -> Bool {
    let words = clause.trimmingBlanks.replacing("’", with: "'")
    guard !words.isEmpty, words.utf8.count <= 120, !words.contains(where: { "\"“”「」『』:：".contains($0) })
    else {
      return false
    }
    if words.wholeMatch(of: greeting) != nil || words.wholeMatch(of: chineseGreeting) != nil { return true }
    guard words.firstMatch(of: request) == nil, words.firstMatch(of: chineseRequest) == nil else {
      return false
    }
    return words.wholeMatch(of: statement) != nil || words.wholeMatch(of: chineseStatement) != nil
  }

  /// Whether a clause that was not understood asks for nothing: no word of it does, and there is no number, no text and no name of
  /// a part of the film that might have been meant.
  static func isRemark(_ clause: String) -> Bool {
    let words = clause.trimmingBlanks.replacing("’", with: "'")
    let tells =
      /[0-9%\u{E000}"“”「」]|\b(?:no|not|without|half|third|quarter|fifth|first|last|start|beginning|end|middle|left|right|top|bottom|smooth|both|same|sharp|feel|look|vibe|style|one|two|three|four|five|ten|if)\b|[一二两三四五六七八九十半]|最后|前面|后面|中间|不要|别|左|右|上面|下面|感觉|风格|那种/
      .ignoresCase().wordBoundaryKind(.simple)
    let opens =
      words.firstMatch(
        of:
          /^(?:(?:and|but|because|cos|so|as|since) )*(?:i|we|he|she|they|it|its|it's|this|that|that's|thats|there|there's|theres|my|our|his|her|the|you)\b/
          .ignoresCase().wordBoundaryKind(.simple)) != nil
    guard words.utf8.count <= 160, words.firstMatch(of: tells) == nil, words.firstMatch(of: request) == nil,
      words.firstMatch(of: makes) == nil
    else { return false }
    return words.unicodeScalars.contains { $0.value > 0x2E80 }
      ? words.firstMatch(of: chineseAsks) == nil : opens
  }

  private static var makes: Regex<Substring> {
    /\b(?:make|makes|use|set|give|get|show|do|have|bring|take|let|change|go|pan|tilt|mix|apply|insert|move|colou?rs?)\b/
      .ignoresCase().wordBoundaryKind(.simple)
  }

  private static var chineseAsks: Regex<Substring> {
    /[剪删加配换改调转裁切静放写印抠替播导存弄变做]|打[上个字]|去掉|要|想|需|希望|请|帮|把|给|音乐|标题|字幕/
  }

  // A regex is no Sendable value, so each is made where it is used.

  private static var greeting: Regex<Substring> {
    /(?:(?:and|cos|because) )?(?:it'?s|its|that'?s|thats|this is) (?:where|when|why) (?:i|we|he|she|they|the|my|our|it|you)\b.*|(?:(?:oh|and|so|ok|okay|well|hi|hey|hello|yo) )*(?:(?:hi+|hey+|hello|hiya|yo|good (?:morning|afternoon|evening|day)|(?:morning|evening|afternoon)|greetings)(?: (?:there|mate|all|everyone|guys|team|again|folks|friend))*|hows? (?:it|things|you)(?:'s)? ?(?:going|doing)|how'?s (?:it going|things)|how are you(?: doing)?(?: today)?|(?:i )?hope (?:you|ur|your|u|this|all|everyone)\b.*|dear (?:sir|editor|team|all|madam|friend|studio|ai)s?(?: or madam)?|(?:kind |best |warm )?regards(?: [a-z]+)?|cheers(?: [a-z]+)?|(?:many )?thanks(?: (?:a lot|so much|in advance|again|mate))?|thank you(?: (?:so much|very much|in advance|again))?|sorry(?: (?:to|for|about) .*)?|(?:my |it'?s my |the )?(?:first|1st) time (?:using|trying|doing|here|on)\b.*|(?:lovely|nice|great|cool|awesome|amazing|brilliant) (?:app|tool|program|thing|work|job|stuff)(?: (?:this|that|btw))*|(?:this|your|ur) (?:app|tool|thing|program) (?:is|rocks|rules)\b.*|love (?:this|the|your) (?:app|tool|thing)|(?:lol|haha|hehe|lmao|omg|wow|ugh|argh|hmm|oops|whoops|phew)[a-z]*|(?:please )?(?:don'?t|do not) ask(?: me)?(?: why)?|long story|no offen[cs]e|(?:it )?(?:doesn'?t|does not) matter (?:which|what|how|if|where)\b.*|(?:i )?(?:don'?t|do not) (?:care|mind) (?:which|what|how|if|where)\b.*|(?:right|anyway|alright|basically))/
      .ignoresCase().wordBoundaryKind(.simple)
  }

  private static var chineseGreeting: Regex<Substring> {
    /(?:哈喽|哈啰|你好|您好|嗨|嘿|在吗|在不在|早上好|下午好|晚上好|早|大家好|亲)[呀啊哈哟呢~～]*|(?:我)?(?:是)?第一次(?:用|来|使用|试).{0,8}|(?:哈哈|嘿嘿|嘻嘻|呵呵|哎呀|哎|唉|天哪|我去)[哈嘿嘻呵]*|谢谢[你您]?[啦了哈呀]?|麻烦(?:你|您)?了|辛苦(?:你|您)?[啦了]|拜托(?:你|您)?[啦了]?/
  }

  private static var statement: Regex<Substring> {
    /(?:(?:cos|cuz|coz|because|as|since|and|but|so|btw|tbh|basically|actually) )*(?:(?:i|we|he|she|they) (?:just |really |accidentally |kinda |sort of |always |also |still )*(?:cough|sneez|sw[eo]a?r|held|hold|filmed|film|shot|recorded|record|took|made|said|say|talk|laugh|look|fell|trip|dropp|forgot|messed|bump|was|were|had|got|go|went|know|think|bought|found|start|tr(?:y|ied)|use|used|work|had)[a-z]*\b.*|(?:i'?m|i am|we'?re|we are|i was) (?:just |really )*(?:making|doing|preparing|working|sending|giving|trying|new|not (?:very |really )?good|a (?:beginner|teacher|student)|talking|reaching|fumbling|looking)\b.*|(?:it'?s|its|it is|this is|that'?s|thats|thast|it was) (?:meant|for (?:a|an|my|our|the)|because|cos|cuz|where|when|filmed|shot|from (?:my|our|a|the|when)|supposed|of (?:my|our)|about (?:my|our)|just (?:me|us|for|a joke)|my|our|a (?:joke|surprise|present|gift|video of))\b.*|(?:there'?s|theres|there is|there was|there are) (?:an?|some|my) [^,]+ in (?:the )?(?:shot|frame|view|picture|way|it|there)|no idea .*|not sure (?:why|how|what)\b.*)/
      .ignoresCase().wordBoundaryKind(.simple)
  }

  private static var request: Regex<Substring> {
    /\b(?:please|pls|plz|can (?:you|u|we|i)|could|would|should|must|wanna|want|wants|need|needs|like|prefer|let'?s|lets|add|put|cut|trim|chop|crop|remove|delete|rid|turn|rotate|flip|mirror|mute|slow|slower|speed|faster|fade|zoom|export|save|render|title|titled|text|caption|captions|music|song|subtitles?|write|saying|keep|only|lose|ditch|brighten|darken|brighter|darker|louder|quieter|blur|sharpen|stabili[sz]e|steady|reverse|loop|freeze|split|swap|replace|undo|redo|too|low|loud|quiet|dark|bright|blurry|shaky|wobbly|sideways|upside|crooked|askew|mirrored|backwards?|can'?t (?:see|hear)|louder|seconds?|secs?|\d+ ?s|\d+%)\b/
      .ignoresCase().wordBoundaryKind(.simple)
  }

  private static var texts: Regex<Substring> {
    /\b(?:titles?|titled|text|captions?|subtitles?|says?|saying|write|writes|called|reads?|narrate|voice-?over)\b|标题|字幕|文字|写|打上|打字|配音|朗读|念|旁白/
      .ignoresCase()
  }

  private static var chineseStatement: Regex<Substring> {
    /(?:因为|其实|刚才|当时|那时候|那里|那会儿)?(?:我|他|她|我们|他们|在|有人|还没)(?:.{0,10}(?:了|着|过|错|准备|角度|镜头|手机|咳嗽|说话|调整).{0,6})|(?:没什么|没)(?:别的)?意思.*|老板(?:非要|要的|要求的|说的).*/
  }

  private static var chineseRequest: Regex<Substring> {
    /[剪删加配换改调转裁切静放倒停写打印抠替播导存去掉]|(?:想|要|需|希|请|帮|能|可以|太|不够|音乐|标题|字幕|声音|画面|黑|亮|暗|快|慢|抖|歪|反)/
  }

  /// The clauses with the marks behind them, outside of quotation marks and numbers.
  private static func clauses(of message: String) -> [(words: String, mark: String)] {
    var clauses: [(words: String, mark: String)] = []
    var words = ""
    var mark = ""
    var closing: Character?
    let characters = Array(message)
    for (index, character) in characters.enumerated() {
      if let end = closing {
        words.append(character)
        if character == end { closing = nil }
        continue
      }
      let isBetweenNumbers =
        index > 0 && index + 1 < characters.count && characters[index - 1].isNumber
        && characters[index + 1].isNumber
      let isMark =
        ",，。!！?？;；～~\n".contains(character) && !isBetweenNumbers
        || character == "." && (index + 1 == characters.count || characters[index + 1].isWhitespace)
      if isMark || !mark.isEmpty && character.isWhitespace {
        mark.append(character)
        continue
      }
      if !mark.isEmpty {
        clauses.append((words, mark))
        (words, mark) = ("", "")
      }
      words.append(character)
      closing = ["“": "”", "「": "」", "『": "』", "\"": "\""][character]
    }
    clauses.append((words, mark))
    return clauses.filter { !$0.words.isEmpty }
  }
}
