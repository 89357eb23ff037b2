extension Vocabulary {
  /// The shape, rate and length of the film, and words about films that are no part of a scene.
  static let film: [Entry] = [
    Entry(
      "portrait mode, portrait format, portrait orientation, portrait video, vertical, upright, tiktok, reel, reels, instagram reel, youtube short, youtube shorts, shorts, instagram story, snapchat, 竖屏, 竖版, 竖向, 抖音, 快手, 短视频平台, 视频号, 手机屏幕",
      .aspect(.portrait)),
    Entry(
      "landscape mode, landscape format, landscape orientation, landscape video, horizontal, widescreen, wide screen, youtube, youtube video, tv screen, 横屏, 横版, 横向, 宽屏, 油管, 电视屏幕, b站, 哔哩哔哩",
      .aspect(.landscape)),
    Entry(
      "square format, square video, square mode, square aspect, square aspect ratio, square canvas, square frame, 方形, 正方形, 方形视频",
      .aspect(.square)),
    Entry("instagram post, instagram feed", .aspect(.fourByFive)),
    Entry("vibes, feels", .filler),
    Entry(
      "intro, outro, opener, promo, teaser, commercial, advert, advertisement, ad, ad for, advert for, promo for, podcast, 广告, 宣传片, 片头曲",
      .filmWord),
    Entry("instagram, facebook, linkedin, twitter, whatsapp, social media, 微信, 微博, 朋友圈", .filmWord),
    Entry("小红书", .aspect(AspectRatio(3, 4))),
    Entry("cinemascope, ultrawide, ultra wide, 电影画幅, 超宽屏", .aspect(AspectRatio(21, 9))),
    Entry("square", .aspectIfSaid(.square)), Entry("portrait", .aspectIfSaid(.portrait)),
    Entry("landscape", .aspectIfSaid(.landscape), .scene),
    Entry(
      "format, orientation, aspect ratio, aspect, ratio, canvas, screen, 画幅, 比例, 宽高比, 画面比例, 屏幕, 尺寸",
      .aspectNoun, .filmWord),
    Entry(
      "seamless loop, seamless looping, perfect loop, seamlessly looping, endless loop, infinite loop, loop, looping, looped, loops seamlessly, loopable, loop seamlessly, 循环, 无缝循环, 循环播放, 无限循环, 可循环, 首尾相接",
      .loops),
    Entry(
      "4k, 8k, 2k, 1080p, 720p, 2160p, 1440p, 480p, hd, full hd, uhd, ultra hd, hdr, high resolution, hi res, high definition, high quality, best quality, 高清, 超清, 超高清, 蓝光, 高画质, 高质量, 分辨率, mp4, mov, webm, gif",
      .resolution),
    Entry(
      "video, clip, film, movie, animation, animated, footage, short, short film, reel of, scene of, shot of, view of, image, picture, photo, frame, content, social content, rendering, visual, prompt, text prompt, my text prompt, my prompt, style, in the style of, art style, in style, 3d, 2d, cgi, pixar style, 视频, 短片, 影片, 动画, 片段, 短视频, 画面, 镜头, 场景, 影像, 作品, 提示词, 文字, 风格, 动图, 电影, 画风, 画质, 文本提示, 文案, ai, ai视频, 一段视频",
      .filmWord),
    Entry(
      "mood, look, vibe, feel, view, background, backdrop, scenery, world, place, atmosphere, setting, environment, vista, panorama view, scape, nature, 风景, 景色, 背景, 世界, 氛围, 景观, 景象, 美景, 大自然, 自然",
      .scene),
    Entry("scene, 场面", .scene, .filmWord),
    Entry(
      "color, colour, tone, hue, palette, tint, filter, color grade, light, lighting, 色调, 颜色, 色彩, 光线, 滤镜",
      .sky, .adjective),
    Entry(
      "export, download, save, share, make, create, generate, produce, render, draw, show, design, build, craft, animate, paint me, imagine, visualise, visualize, give me, show me, turn, i want, i would like, i'd like, i need, want, need, let me see, help me, film of, 生成, 制作, 创建, 创作, 做, 画, 来, 拍, 展示, 我想要, 我要, 我想, 想要, 需要, 给我, 帮我, 给我来, 帮我做, 帮我生成, 制作一个, 做一个, 弄一个, 弄, 合成, 出一个, 来一段, 来一个, 拍一个, 描绘, 呈现",
      .command),
  ]

  /// Words for the music bed.
  static let music: [Entry] = [
    Entry(
      "music, soundtrack, bgm, background music, song, tune, melody, audio, sound, music bed, score, backing track, audio track, music track, beat, jingle, theme music, 音乐, 配乐, 背景音乐, 背景乐, 乐曲, 曲子, 伴奏, 声音, 歌曲, 旋律, 音轨, 歌",
      .musicNoun),
    Entry(
      "no music, without music, no sound, without sound, no audio, without audio, no soundtrack, no bgm, silent, silence, soundless, music free, mute, muted, 不要音乐, 无音乐, 没有音乐, 无声, 静音, 不加音乐, 不要配乐, 无配乐, 不要背景音乐, 没有背景音乐, 不需要音乐, 不要声音, 没有声音, 无背景音乐",
      .noMusic),
    Entry("轻音乐, 纯音乐, 古典乐, 爵士乐, 交响乐, 电子乐, 电子音乐, 流行音乐, 氛围音乐, 环境音乐, 管弦乐, 欢快的音乐, 动感音乐", .musicNoun),
    Entry("lofi, lo fi, lofi hip hop, lo fi hip hop, chillhop, chill hop, 低保真", .mood(.lofi, isSure: true)),
    Entry("chill, chilled, laid back, 慵懒", .mood(.lofi, isSure: false), .energy(0.2)),
    Entry("ambient, 氛围音乐, 环境音乐", .mood(.ambient, isSure: false)),
    Entry(
      "cinematic, orchestral, orchestra, symphonic, 电影感配乐, 电影感的音乐, 电影感音乐, 电影感的配乐, 史诗感的音乐, 管弦, 交响, 管弦乐, 交响乐",
      .mood(.cinematic, isSure: false)
    ),
    Entry("upbeat, uplifting, 欢快的音乐, 动感音乐", .mood(.upbeat, isSure: false), .energy(0.6)),
    Entry("synthwave, synth wave, retrowave, outrun, 合成器浪潮", .mood(.synthwave, isSure: true)),
    // A look first; with no other music it is heard as well.
    Entry("vaporwave, vapor wave, vapourwave, 蒸汽波", .mood(.synthwave, isSure: false)),
    Entry(
      "piano music, solo piano, soft piano, piano piece, piano melody, piano soundtrack, 钢琴曲, 钢琴音乐, 钢琴配乐",
      .mood(.piano, isSure: true), .musicNoun),
    Entry("piano, 钢琴", .mood(.piano, isSure: false), .undrawable(nil)),
    Entry("jazz, jazzy, hip hop, hiphop, trip hop, bossa nova, r&b, soul music, 爵士, 爵士乐, 嘻哈", .genre(.lofi)),
    Entry("classical, acoustic, guitar, violin, harp, 古典, 古典乐, 吉他, 小提琴, 古筝, 民谣", .genre(.piano)),
    Entry(
      "rock, pop, funk, dance, disco, k pop, country, folk, 摇滚, 流行, 舞曲, 迪斯科, 流行音乐",
      .genre(.upbeat)),
    Entry(
      "techno, electronic, edm, house music, trance, electro, dubstep, 电子, 电子乐, 电音, 电子音乐", .genre(.synthwave)),
    Entry(
      "epic music, trailer music, film score, movie score, tense music, suspenseful music, suspense music, thriller music, action music, 史诗音乐, 大片配乐, 紧张的音乐, 紧张音乐, 紧张的配乐, 激昂的音乐, 激昂音乐, 激昂的配乐, 热血的音乐, 大气的音乐, 大气音乐, 大气的配乐",
      .mood(.cinematic, isSure: true), .musicNoun),
    Entry(
      "silly music, funny music, goofy music, 轻快的音乐, 轻快音乐, 轻快的配乐, 活泼的音乐, 搞笑的音乐, 滑稽的音乐",
      .mood(.upbeat, isSure: true),
      .musicNoun),
    Entry("trailer, suspense, 大片, 悬疑", .genre(.cinematic)),
    Entry("meditation, new age, drone music, sleep, 冥想, 助眠, 轻音乐, 纯音乐", .genre(.ambient)),
  ]

  /// Words for the title.
  static let titles: [Entry] = [
    Entry(
      "lyric, lyric video, lyrics video, lyric clip, song lyric, lyric line, quote, quote video, quote of the day, daily quote, saying of the day, motivational quote, inspirational quote, 歌词, 歌词视频, 歌词版, 语录, 金句, 名言, 每日一句, 文案",
      .lyrics, .filmWord),
    Entry(
      "title, caption, heading, headline, text overlay, title card, lettering, overlay text, opening title, on screen text, 标题, 字幕, 片名, 片头, 大标题, 题目",
      .titleNoun),
    Entry("text, word, 文字, 字, 文本, 字样", .titleNoun, .filmWord),
    Entry(
      "titled, entitled, 标题是, 标题为, 标题叫, 标题叫做, 标题叫作, 标题写, 标题写上, 片名叫做, 名字叫做, 文案是, 文字写, 文字写上, 字幕写, 题为, 名为, 取名, 取名为, 片名是, 片名为, 片名叫, 字幕写着, 字幕是, 文字是, 标题写着, 名字叫, 名叫",
      .titled),
    Entry("called, named", .titled, .filler),
    Entry(
      "says, saying, say, reads, reading, that says, that reads, which says, saying that, 写着, 写上, 写道, 打上, 显示, 上面写着",
      .says
    ),
    Entry(
      "no title, without title, without a title, no titles, no text, without text, without any text, no caption, no captions, no words, untitled, textless, text free, 无标题, 不要标题, 没有标题, 不加标题, 不要字幕, 无字幕, 没有字幕, 不要文字, 无文字, 没有文字, 不需要标题",
      .noTitle),
    Entry(
      "at the top, on top, at top, to the top, top of the screen, top of the frame, upper third, 顶部, 上方, 顶端, 最上面, 上面, 画面上方",
      .textPlace(.top)),
    Entry(
      "at the bottom, at bottom, to the bottom, bottom of the screen, lower third, in the lower third, bottom, 底部, 下方, 底端, 最下面, 下面, 画面下方",
      .textPlace(.bottom)),
    Entry("top", .textPlace(.top)),
    Entry(
      "in the centre, in the center, centred, centered, to the centre, to the center, in the middle, center, centre, middle, 居中, 中央, 正中, 正中间, 中间",
      .textPlace(.centre)),
  ]
}
