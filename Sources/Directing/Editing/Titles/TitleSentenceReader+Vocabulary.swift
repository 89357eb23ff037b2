/// The words with which titles are asked for.
extension TitleSentenceReader {
  static let polite = [
    "please", "pls", "plz", "can you", "can u", "could you", "could u", "would you", "will you", "can we",
    "i want you to",
    "i'd like you to", "let's", "lets", "now", "then", "just", "ok", "okay", "so", "hey", "hi", "kindly",
    "next", "finally",
    "and", "first", "can i", "could i", "may i", "i would", "i'd", "i", "we", "how about", "maybe",
    "on the video",
    "on the screen", "on screen", "over the video", "to the video", "on it", "请", "帮我", "帮忙", "麻烦", "给视频",
    "给影片", "给片子", "给它",
    "给这个视频", "给这段视频", "给我", "我想要", "我想", "我要", "能不能", "可以", "可不可以", "你", "在视频上", "在视频里", "在视频中", "视频上", "视频里",
    "画面上", "画面里",
    "在画面上", "在画面里", "屏幕上", "在屏幕上", "然后", "那", "就", "先", "现在", "接着", "同时", "影片里", "在影片里", "最好", "把", ",", "，",
    "在它上面", "在上面",
    "在视频", "在画面", "在屏幕", "视频", "画面",
  ]

  static let furtherWords = ["also", "as well", "再", "还", "也", "另外", "此外", "additionally", "再给我"]

  static let verbs = [
    "add", "put", "show", "display", "write", "insert", "place", "include", "overlay", "superimpose", "type",
    "print", "have",
    "want", "need", "like", "get", "create", "make a", "make some", "stick", "put up", "put in", "throw in",
    "give it", "give the video",
    "give the film", "give this", "give the clip", "give me", "give this video", "would like", "want to add",
    "want to have",
    "want to put", "like to add", "like to have", "need to add", "write out", "add in", "drop in", "slap on",
    "want to see", "roll",
    "use", "加", "加上", "加入", "添加", "添上", "加个", "加一个", "加一行", "加一段", "插入", "放", "放上", "放个", "放一个", "写", "写上",
    "写个", "写一个", "写着", "打", "打上", "打出",
    "打个", "打一行", "显示", "显示出", "来个", "来一个", "来一行", "给个", "给一个", "做个", "做一个", "弄个", "弄一个", "输入", "配上", "配个",
    "配", "叠加", "出现", "要", "要个", "要一个", "起个", "加些", "加点", "上个",
    "叠个", "贴上", "贴个", "设置", "设个", "设置一个", "标上", "展示", "呈现",
  ]

  /// Verbs whose object is writing without a noun that says so.
  static let writing = [
    "write", "type", "print", "write out", "写", "写上", "写个", "打上", "打出", "写着", "打", "标上",
  ]

  /// Verbs that take a quotation for a title.
  static let showing = [
    "加一行", "加一句", "加一段", "打一行", "来一行", "写一行",
    "want", "would like", "like", "have", "need",
    "show", "display", "put", "add", "place", "insert", "overlay", "superimpose", "stick", "put up", "显示",
    "显示出", "加", "加上", "加入", "添加",
    "放上", "放", "配上", "叠加", "出现", "加个", "加一个", "打个", "来个", "贴上", "展示", "呈现", "放个",
  ]

  static let titleNouns = [
    "title card", "title slide", "title screen", "title text", "title overlay", "title", "titles", "heading",
    "headline", "header",
    "标题文字", "大标题", "小标题", "主标题", "标题", "片名", "题目", "标题字",
  ]

  static let textNouns = [
    "my name", "the date", "署名", "落款",
    "text overlay", "caption", "text", "words", "word", "line of text", "lettering", "text box", "writing",
    "message", "line", "captions",
    "一行文字", "一行字", "几个字", "一句话", "几个大字", "大字", "小字", "文字", "文本", "字样", "字", "一段文字", "花字", "一排字", "text文字",
  ]

  /// Names of somebody and what they are, low on the left.
  static let strapNouns: [String] =
    [
      "lower third", "lower thirds", "name strap", "name tag", "nameplate", "name plate", "chyron",
      "name caption",
    ]
    .flatMap { noun in [noun] + ["title", "text", "caption", "graphic", "banner"].map { "\(noun) \($0)" } }
    + [
      "人名条", "姓名条", "名字条", "身份条", "人名字幕条", "人名字幕", "字幕条", "下三分之一字幕条", "下三分之一标题", "下三分之一字幕", "角标人名",
    ]

  static let openingNouns = [
    "intro title", "opening title", "start title", "intro text", "opening text", "intro card", "opening card",
    "片头标题", "片头文字", "片头字", "开场标题", "开头标题",
  ]

  static let closingNouns = [
    "end title", "ending title", "closing title", "final title", "outro title", "end card", "end text",
    "closing text", "outro text", "outro", "end caption",
    "closing caption", "片尾标题", "片尾文字", "片尾字", "结尾标题", "结尾文字", "结束语",
  ]

  static let creditNouns = [
    "end credits", "ending credits", "closing credits", "rolling credits", "credits", "credit roll",
    "a credit",
    "片尾名单", "演职员表", "演职人员表", "演职员名单", "制作名单", "演员表", "片尾演职员表",
  ]

  static let subtitleNouns = [
    "subtitle text", "subtitle", "subtitles", "subtitle line", "一行字幕", "一条字幕", "一句字幕", "字幕",
  ]

  static let determiners = [
    "the", "a", "an", "some", "this", "my", "in", "simple", "nice", "new", "short", "following", "up", "一个",
    "个", "一行", "几个", "一些", "一段", "一句", "这个", "点", "些", "上", "一", "的", "下面的",
  ]

  static let furtherDeterminers = [
    "another", "a second", "second", "a third", "third", "a fourth", "one more", "a further", "further",
    "an additional", "additional", "a different",
    "第二个", "第三个", "另一个", "另外一个", "又一个", "多一个", "再一个",
  ]

  static let links = [
    "that says", "which says", "that reads", "which reads", "saying", "says", "reading", "with the words",
    "with the text", "with the word", "with text",
    "with words", "called", "named", "that say", "to say", "stating", "that states", "containing", "to read",
    "就叫", "叫做", "叫作", "叫", "写着", "写上", "写的是", "写", "内容是", "内容为", "内容", "为", "是", "上面写着", "上面写", "上书", "名字叫",
    "名为", "设为", "说",
  ]

  static let bareObjects = [
    "一行", "一句", "一段", "the words", "the word", "the text", "文字", "字样", "几个字",
  ]

  /// Words that bring a name behind a noun for one.
  static let strapLinks = [
    "with the name", "with my name", "with the words", "with the text", "with", "for", "of", "showing",
    "introducing",
  ]

  /// What brings a title for the part of the film that was spoken of before.
  static let accompanying = [
    "with", "while showing", "while displaying", "while it says", "showing", "displaying",
  ]

  static let asTitle = [
    "as the title", "as a title", "as title", "as text", "as the text", "as a caption", "as the caption",
    "as the heading", "as a heading",
    "作为标题", "做标题", "当标题",
  ]
}
