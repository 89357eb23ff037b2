/// The set phrases in which a request is wrapped: "would you mind", "when you get a chance".
///
/// Their words mean other things outside of them ("mind upload" is a film), so they are taken off as a whole
/// and are not words of the lexicon.
enum PoliteFrame {
  /// A request without the phrases around it. A clause that was nothing else becomes empty.
  static func removed(from tokens: [Token]) -> [Token] {
    var rest = tokens[...]
    while let length = longestMatch(openings, at: rest) { rest = rest.dropFirst(length) }
    while let length = longestMatch(endings, endOf: rest) { rest = rest.dropLast(length) }
    return Array(rest)
  }

  private static func longestMatch(_ phrases: [String: [[String]]], at tokens: ArraySlice<Token>) -> Int? {
    guard let first = tokens.first, let candidates = phrases[first.text] else { return nil }
    return candidates.first { phrase in
      phrase.count <= tokens.count && zip(phrase, tokens).allSatisfy { $0 == $1.text }
    }?.count
  }

  private static func longestMatch(_ phrases: [String: [[String]]], endOf tokens: ArraySlice<Token>) -> Int? {
    guard let last = tokens.last, let candidates = phrases[last.text] else { return nil }
    return candidates.first { phrase in
      phrase.count < tokens.count && zip(phrase, tokens.suffix(phrase.count)).allSatisfy { $0 == $1.text }
    }?.count
  }

  private static func phrases(_ text: String) -> [[String]] {
    text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      .filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  private static let openings = Dictionary(
    grouping: phrases(
      """
      i should like to, i should like, would you mind, do you mind, would you be able to, would you be so kind as to, would you be so kind to,
      any chance you could, any chance you can, any chance of, any chance i could, any chance i can get,
      any chance i can, any chance to, any way you could, any way to, any way i can, any way i could,
      is there a way to, is there any way to, is there a way i can, is there any way i can, is it ok to,
      is it okay to, is it possible to, would it be possible to, do me a favor, do me a favour,
      i was wondering if, i was wondering if you could, i was wondering if i could, i wonder if you could,
      wondering if you could, just wondering, just curious, quick question, one question, i was hoping to,
      i was hoping you could, i'm hoping to, i'm looking to, i am looking to, i'm trying to, i am trying to,
      im trying to, i'm tryna, im tryna, tryna, trying to, i'm gonna, im gonna, imma, ima, finna, i'm about to,
      i'd appreciate it if you could, i would appreciate it if you could, it would be great if you could,
      it'd be great if you could, would be great if you could, i think you can, i think we can, i think it's time to,
      i think i'm ready to, i guess we can, i guess you can, i believe we can, we should be able to, feel free to,
      you can go ahead to, i'd be grateful if you could, i would be grateful if you could, if possible,
      if you can, if you could, if you don't mind, when you can, whenever you can, when you get a chance,
      when you have a moment, when you have a minute, whenever you're ready, whenever you are ready,
      when you're ready, as soon as possible, out of curiosity, at this point, at this stage, one last thing,
      one more thing, last thing, ok so, oh and, by the way, btw, i forgot, i just want to, i just wanna,
      i simply want to, i only want to, we'd love to, we would love to, i would love to, i'd love to, please be so kind to,
      may i ask, may i ask you to, can i ask you to, could i ask you to, can i just, let's go with,
      for the love of god, action, command, task, request, intent, instruction, todo, run, exec, execute, next up, i'm ready for you to, remind me, just to check, to be sure, for my information,
      dear sir, dear madam, dear assistant, my friend, hey there, hi there, hello there, good morning,
      good afternoon, good evening, good day, long story short, in the meantime, do you know, do you happen to know,
      you know, i want to know, i wanna know, i'd like to know, i would like to know, i need to know,
      can you tell me, could you tell me, please tell me, tell me, please advise, advise, kindly advise, please confirm, let me know, let us know, any idea, any clue,
      got any idea, to finish, to wrap up, the last step is to, last step, next step, final step
      """), by: { $0[0] })

  private static let endings = Dictionary(
    grouping: phrases(
      """
      when you can, whenever you can, when you get a chance, when you have a moment, when you have a minute,
      when you have a second, when you get a sec, when you have time, whenever you're ready, when you're ready,
      if you can, if you could, if you don't mind, if you dont mind, if that's ok, if that's okay, if possible,
      if that's possible, if it's not too much trouble, if it's ready, if it is ready, as soon as possible,
      as soon as you can, at your convenience, at your earliest convenience, at once, at the moment,
      at this moment, at this point, right this second, this instant, by any chance, for a sec, real quick,
      of course, in advance, for now, my friend, thank you so much, thanks so much, thanks a lot, thanks a million,
      much appreciated, would you, will you, could you, can you, would you please, will you please, if you would,
      by now, as of now, as of today, in total, in my opinion, i guess, i think, i suppose, or what, or something,
      or not, or nah, you know, no rush, no hurry, do you know, on my end, on my side, over here, in the end
      """), by: { $0[$0.count - 1] })
}
