/// Short forms, slang and words that only fill, with what they mean.
extension Colloquial {
  struct Phrase {
    let tokens: [Token]
    let plain: String
  }

  /// By the first token; the longest first.
  static let phrases: [String: [Phrase]] = {
    var phrases: [String: [Phrase]] = [:]
    for (words, plain) in english + chinese {
      for word in words.split(separator: "|") {
        let tokens = Tokenizer.tokens(of: String(word))
        guard let first = tokens.first else { continue }
        phrases[first.text, default: []].append(Phrase(tokens: tokens, plain: plain))
      }
    }
    return phrases.mapValues { $0.sorted { $0.tokens.count > $1.tokens.count } }
  }()

  private static let english: [(String, String)] = [
    ("u", "you"), ("ur", "your"), ("pls|plz|plss|plox", "please"), ("thx|tnx|ty", "thanks"), ("em", "them"),
    ("gimme", "give me"), ("lemme", "let me"), ("wanna", "want to"), ("gonna", "going to"),
    ("gotta", "have to"), ("dont", "don't"), ("cant", "can't"), ("doesnt", "doesn't"), ("isnt", "isn't"),
    ("vid", "video"), ("vids", "videos"), ("pic in pic", "picture in picture"),
    ("pic", "picture"), ("pics", "pictures"), ("lil", "little"),
    ("subs", "subtitles"), ("tunes", "music"), ("maybe|perhaps", ""), ("vol", "volume"), ("bg", "background"),
    ("bw|b/w|black n white", "black and white"), ("w/", "with"), ("w/o", "without"), ("@", "at"),
    ("1st", "first"), ("2nd", "second"), ("3rd", "third"), ("4th", "fourth"), ("5th", "fifth"),
    ("6th", "sixth"), ("7th", "seventh"), ("8th", "eighth"), ("9th", "ninth"),
    (
      "kinda|kind of|sorta|sort of|basically|literally|honestly|obviously|lol|lmao|btw|tbh|imo|real quick", ""
    ),
    ("really quick|quickly please|if possible|if you can|if u can|for me please|or so|or something|ish", ""),
    ("hey|yo|um|uh|uhm|hmm|ok so|okay so|oh and|also can you|also could you", ""),
    ("can you please|could you please|can u please|can u pls|can you pls|would you please", "please"),
    ("i want you to|i need you to|i'd like you to|go ahead and|make sure to|is it possible to", "please"),
    ("that last|this last", "the last"), ("that first|this first", "the first"),
    ("the very last", "the last"), ("the very first", "the first"),
    ("right before|just before", "before"), ("right after|just after|straight after", "after"),
    ("in between", "between"), ("transparant|see-through", "transparent"),
    ("grey scale|gray scale|b and w", "black and white"),
    ("less orange|less yellow|less warm", "cooler"), ("less blue|less cold", "warmer"),
    (
      "but not too much|but not by much|but only a bit|but just a bit|but only slightly|but just slightly|just not too much",
      "a bit"
    ),
    ("a bunch|a whole lot|a ton|by a lot|quite a bit|loads", "a lot"),
    ("smidge|smidgen|wee bit|teeny bit|tiny bit", "bit"),
    ("and i want it at|and i'd like it at|and i want it in|and i want it on", ", put it at"),
    ("and i want it|and i'd like it", ", make it"), ("see through", "transparent"),
    ("kill the|ditch the|nix the|axe the", "remove the"),
    ("up front|to the very front", "to the front"), ("and be", "and make it"),
    ("by any chance|if that's ok|if that's okay|if it's not too much trouble", ""),
    (
      "without cropping it|without cropping|with no cropping|without any cropping|without cutting anything off|but don't crop it|but don't crop|but do not crop",
      "with blurred bars"
    ),
    ("couple seconds", "couple of seconds"), ("couple secs", "couple of secs"),
  ]

  private static let chinese: [(String, String)] = [
    ("大概|大约|差不多|估计", ""), ("就行了|就行|就好了|就好|就可以了|就可以|即可|就够了|就成", ""),
    ("麻烦你|麻烦|帮忙|帮我|给我|能不能|能否|可不可以|可以不可以", ""), ("我想要把|我想把|我要把", "把"),
    ("掐了|掐掉|剪了|砍了|去了|裁了", "剪掉"), ("删了|删咯", "删掉"), ("关了|关上|弄没", "关掉"),
    ("配点|配些|来点儿", "加点"), ("点儿", "点"), ("视屏", "视频"), ("弄成|搞成|整成|转成|变作|换做", "改成"), ("弄|搞", "改"),
    ("竖的|竖着的|竖起来的", "竖屏"), ("横的|横着的", "横屏"), ("方的", "方形"),
    ("别留|不留|不要留|别有|不要有", "不要"), ("后一半", "后半段"), ("前一半", "前半段"),
    ("调亮|提亮|弄亮|加亮|打亮", "调亮"), ("压暗|弄暗|调黑", "调暗"),
    ("换个位置|换一下位置|换位置|调个位置|调个个儿|换个顺序|互换位置", "交换"),
    ("接在最后面|接到最后面|接在后面|接到最后|接在最后|拼到最后|拼在最后|加到最后面", "加到最后"),
    ("挪", "移"), ("倒着播|反着播|倒过来播|倒过来放|反过来放|倒着放", "倒放"), ("放慢动作", "慢动作"),
    ("打一行字|打行字|打上一行字|写一行字|打几个字|写几个字|加一行字|加行字|加几个字|打上字", "加标题"),
    ("慢一丢丢|慢一丁点", "稍微慢一点"), ("快一丢丢|快一丁点", "稍微快一点"), ("一丢丢|一丁点", "一点点"),
    ("慢慢没声|渐渐没声|慢慢没了|渐弱|慢慢变小|渐渐变小|慢慢消失|渐渐消失", "淡出"), ("往后", "之后"), ("往前", "之前"),
    ("最前头", "最前面"), ("后头", "后面"), ("前头", "前面"), ("那步不算|这步不算|这个不算|刚才的不算", "撤销"),
    ("退回去|退回来|退回", "撤销"), ("半速", "0.5倍速"),
    ("一丁点儿", "一点点"), ("尾巴|尾部", "结尾"),
    ("，但不要裁剪|但不要裁剪|但是不要裁剪|不裁剪画面|但别裁剪|但不裁切|但不要裁切|不要裁切画面", "模糊填充"),
    ("另外的", "其他的"), ("声儿", "声音"), ("音儿", "声音"), ("只剩下|只剩|就剩|只保留", "只留"),
    ("不要声音了|不要声了|不要声儿", "静音"), ("去水印儿", "去水印"),
  ]
}
