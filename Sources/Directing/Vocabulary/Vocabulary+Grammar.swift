extension Vocabulary {
  /// The words between the words.
  static let grammar: [Entry] = [
    Entry("a, an", .article),
    Entry(
      "the, this, that, these, those, my, our, your, his, her, their, its, it, them, 这, 那, 这个, 那个, 它, 它们, 其",
      .filler, .article),
    Entry(
      "个, 一个, 只, 条, 朵, 颗, 艘, 座, 棵, 轮, 片, 辆, 栋, 盏, 匹, 架, 道, 场, 抹, 位, 幅, 株, 滴, 列, 间, 枚, 束, 叶, 头, 名, 团, 堆, 支, 根, 尾, 双, 扇",
      .measure),
    Entry(
      "no, not, without, never, excluding, free of, minus, with no, nor, don't show, do not show, avoid, 没有, 无, 不要, 没, 不含, 别, 不带, 不出现, 不需要, 去除, 排除",
      .negation),
    Entry(
      "nobody, no one, no people, without people, no humans, no person, nobody in sight, 无人, 没有人, 空无一人, 没人",
      .negation, .undrawable(nil), .boundary),
    Entry(
      "over, above, in, on, at, under, beneath, below, behind, before, beside, near, by, through, along, around, across, between, among, against, beyond, inside, outside, into, onto, from, off, amid, amidst, past, toward, towards, within, upon, next to, in front of, in the heart of, at the heart of, as, while, when, where, after, during, until, 在, 上, 下, 里, 中, 旁, 上空, 之上, 上方, 旁边, 前, 后, 之间, 之中, 之下, 前面, 后面, 下面, 对面, 周围, 附近, 穿越, 映照, 于, 从, 向, 往, 倒映, 当, 里面, 外面",
      .boundary),
    Entry(
      "with, of, for, to, featuring, including, containing, having, has, have, 有, 带, 带有, 配, 配上, 加, 以及, 伴着, 伴随, 充满, 布满, 长满, 开满, 挂着, 带着, 关于, 围绕, 用, 使用, 以",
      .linker, .boundary),
    Entry("and, plus, &, as well as, along with, 和, 与, 及, 并, 并且, 同时, 还有, 跟, 而, 且", .and),
    // Who greets, and who is greeted, are not in the picture.
    Entry(
      "from our family, from our family to yours, to your family, to your family and friends, to you and your family, you and your family, from my family, our family to yours, to all my friends, to my friends, dear friends, my dear friend, to the best mom, to the best mum, to the best dad, best mom ever, best dad ever, 祝大家, 祝你, 祝您, 祝朋友们, 全家幸福, 阖家幸福, 阖家欢乐, 家人们好, 朋友们好",
      .filler),
    Entry("or, 或, 或者", .or),
    Entry("is, are, was, be, being, becomes, looks, 是, 呈, 呈现出, 显得, 为", .copula),
    Entry(
      "then, and then, after that, afterwards, next, followed by, finally, later, subsequently, at last, cut to, cuts to, cutting to, fade to, fades to, fading to, fade into, fades into, transition to, transitions to, transitioning to, dissolve to, dissolves to, turning into, turns into, which turns into, and finally, and after that, 然后, 接着, 随后, 之后, 最后, 再然后, 接下来, 紧接着, 其次, 切换到, 切到, 转到, 转场到, 过渡到, 变成, 继而, 而后, →, ➡, ➜, ⇒, ⟶, ->, =>",
      .then),
    Entry("scene, shot, clip, part, section, act, 镜头, 场景, 画面, 幕, 分镜", .sceneMarker),
    Entry(
      "first, firstly, first of all, to begin with, start with, starts with, starting with, begins with, beginning with, opens with, opening with, second scene, 首先, 先, 先是, 开头, 开始, 一开始, 起初",
      .filler),
    Entry(
      "instead, what, why, how, end, beginning, ending, start, side, edge, please, can you, could you, would you, just, also, only, very, really, quite, so, too, too much, a bit, a little, slightly, somewhat, much, a lot, again, now, ok, okay, hi, hello, hey, thanks, thank you, let's, let us, let, i'm, i, me, us, we, you, he, she, they, some kind of, kind of, sort of, like, such, which, who, there, here, about, long, total, in total, lasting, lasts, duration, length, runtime, out, up, down, away, both, each, every, all, any, other, own, same, than, but, if, will, would, should, can, could, may, might, do, does, did, done, had, get, gets, got, per, via, everything, something, anything, thing, things, maybe, perhaps, it's, that's, there's, 请, 的, 地, 得, 了, 着, 过, 一下, 吧, 呢, 吗, 啊, 呀, 很, 非常, 特别, 十分, 极其, 最, 都, 也, 还, 就, 会, 要, 能, 可以, 能不能, 可不可以, 我, 你, 您, 他, 她, 我们, 大家, 让, 使, 把, 将, 给, 一点, 点, 些, 一种, 一样, 今天, 现在, 所有, 全部, 时长, 长度, 长, 总长, 每秒, 左右, 大约, 约, 那种, 并排, 整个, 一直, 正在, 正, 起, 来自, 全, 各, 每",
      .filler),
    Entry(
      "beautiful, pretty, nice, amazing, stunning, gorgeous, wonderful, perfect, short, long exposure, new, old, ancient, young, fresh, clear, clean, crystal, empty, full, deep, high, low, thick, thin, hot, cold, warm, cool, icy, frozen, dry, wet, colorful, colourful, rainbow colored, rainbow coloured, pastel, abstract looking, wooden, stone, glass, metal, natural, open, modern, futuristic, realistic, photorealistic, hyperrealistic, detailed, highly detailed, intricate, minimal, minimalist, minimalistic, artistic, stylised, stylized, painterly, cute, adorable, cool looking, aesthetic, loud, famous, busy, crowded, late, early, last, main, final, several different, different, various, random, simple, sparse, dense, lush, rocky, remote, hidden, secret, sleepy, sleeping, rustic, idyllic, sharp, smooth, slow moving, fast moving, heavy, strong, weak, rich, dusty, muddy, paper, royal, wild animal like, ornate, silent night like, luxury, luxurious, elegant, premium, sleek, sci fi, fantasy, steampunk, solar, lunar, arctic, antarctic, japanese, chinese, african, american, european, italian, french, 美丽, 漂亮, 美, 好看, 精美, 清澈, 透明, 新, 老, 古老, 旧, 高, 低, 深, 浅, 厚, 薄, 热, 冷, 温暖, 暖, 寒冷, 五彩, 五颜六色, 彩色, 七彩, 斑斓, 五彩缤纷, 缤纷, 斑驳, 真实, 写实, 逼真, 简约, 极简, 可爱, 茂密, 茂盛, 盛开, 绽放, 燃烧, 飘荡, 流淌, 奔腾, 拍打, 倒影, 空旷, 辽阔, 广阔, 无边, 一望无际, 遍地, 未来, 科幻, 中国风, 丰富, 细腻, 清新, 繁华, 繁忙, 现代, 传统, 古典风, 木质, 长长, 厚厚, 圆圆, 闪亮",
      .adjective),
    // Words that only look as if they held one that is drawn.
    Entry(
      "starfish, seahorse, star wars, pop star, rock star, movie star, sunglasses, sunblock, moonwalk, 海报, 海鲜, 海豹, 火锅, 花生, 山羊, 云南, 云计算, 花费, 雪糕, 月饼, 风筝, 风扇, 鱼香, 花瓶, 车站, 火车站, 地铁站, 机场, 天使, 水果, 鸟巢, 花样",
      .undrawable(nil)),
    Entry(
      "sunday, monday, tuesday, wednesday, thursday, friday, saturday, rainbow six, seafood, 月份, 月底, 山寨, 天天, 聊天, 天气, 天空中有, 国家, 专家, 作家, 火热, 火爆, 火了, 风度, 风趣, 花钱, 人生, 人间, 人类, 人工智能, 人心, 人情, 个人, 别人, 感人, 迷人, 动人, 惊人, 心情, 心动, 中心, 小心, 信心, 放心, 关心, 内心, 初心, 用心, 安心, 心灵, 心理, 真心, 核心, 马上, 马虎, 风光, 风味, 风情, 作风, 明星, 星期, 歌星, 象征, 印象, 对象, 现象, 气象, 想象, 形象, 日常, 日记, 节日, 假日, 今日, 平日, 日子, 光阴, 时光, 目光, 眼光, 阳台, 车间, 狼狈, 山东, 山西, 江苏, 河北, 湖南, 湖北, 海外, 青海, 明天, 昨天, 每天, 家人, 三天两头, 天真, 雷同, 云端, 周日, 水平, 江湖, 河南, 海南, 上下",
      .filler),
  ]
}
