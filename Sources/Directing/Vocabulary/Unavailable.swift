/// What editors elsewhere do and the studio doesn't, with the nearest thing that it does.
struct Unavailable: Sendable {
  /// The phrases that ask for it.
  let phrases: String
  /// What it is.
  let what: Bilingual
  /// The nearest that the studio can do, or nil.
  let nearest: Bilingual?

  static let all: [Unavailable] = [
    Unavailable(
      phrases: "rotate, rotating, 旋转", what: Bilingual("rotating the picture", "旋转画面"),
      nearest: Bilingual("change the shape of the picture, such as “16:9”", "改变画面比例，例如“16:9”")),
    Unavailable(
      phrases: "flip, mirror the video, mirror it, mirror the picture, 翻转, 镜像",
      what: Bilingual("flipping the picture", "翻转画面"),
      nearest: Bilingual("send things the other way, such as “birds flying left”", "改变方向，例如“鸟向左飞”")),
    Unavailable(
      phrases: "crop, cropping, 裁切, 裁剪画面, 裁剪", what: Bilingual("cropping", "裁切画面"),
      nearest: Bilingual(
        "change the shape of the picture (“make it square”) or push the camera in", "改变画面比例（“改成方形”）或推近镜头")),
    Unavailable(
      phrases:
        "chroma key, chromakey, green screen, greenscreen, keying, remove the background, background removal, remove background, 绿幕, 抠像, 抠图, 去背景, 去除背景",
      what: Bilingual("keying out a background", "抠像"),
      nearest: Bilingual("draw another scene in its place", "换成另一个场景")),
    Unavailable(
      phrases:
        "stabilise, stabilize, stabilisation, stabilization, stabilise the video, stabilize the video, 防抖, 稳定画面, 增稳",
      what: Bilingual("stabilising footage", "画面防抖"),
      nearest: Bilingual("hold the camera still (“static shot”)", "固定镜头")),
    Unavailable(
      phrases:
        "voice over, voiceover, narration, narrate, narrator, text to speech, tts, dub, dubbing, voice, speech, dialogue, 配音, 旁白, 解说, 朗读, 人声, 语音",
      what: Bilingual("a speaking voice", "配音"),
      nearest: Bilingual("set the words as a title, over music", "把文字做成标题，并配上音乐")),
    Unavailable(
      phrases:
        "auto caption, auto captions, automatic captions, automatic subtitles, transcribe, transcription, auto subtitles, 自动字幕, 语音识别, 识别字幕",
      what: Bilingual("captions from speech", "语音识别字幕"),
      nearest: Bilingual("set a title with the words you give", "按你给的文字加标题")),
    Unavailable(
      phrases: "sound effect, sound effects, sfx, foley, 音效", what: Bilingual("sound effects", "音效"),
      nearest: Bilingual("a music bed, such as “ambient music”", "背景音乐，例如“氛围音乐”")),
    Unavailable(
      phrases:
        "transition, transitions, crossfade, cross fade, wipe, dissolve, transition effect, 转场, 转场效果, 叠化, 擦除",
      what: Bilingual("transitions between shots", "镜头转场"),
      nearest: Bilingual("cut from one shot to the next", "镜头之间直接切换")),
    Unavailable(
      phrases: "lip sync, lipsync, face swap, faceswap, deepfake, 换脸, 对口型",
      what: Bilingual("work on faces", "换脸和对口型"), nearest: nil),
    Unavailable(
      phrases: "upscale, upscaling, super resolution, denoise, 超分, 降噪, 画质增强",
      what: Bilingual("upscaling or denoising", "超分和降噪"),
      nearest: Bilingual("export at a higher resolution", "以更高分辨率导出")),
    Unavailable(
      phrases: "play backwards, reverse the video, reverse it, reverse, in reverse, backwards, 倒放, 倒着放, 反向播放",
      what: Bilingual("playing backwards", "倒放"),
      nearest: Bilingual("send things the other way, such as “birds flying left”", "改变方向，例如“鸟向左飞”")),
    Unavailable(
      phrases: "watermark, sticker, logo overlay, emoji sticker, add a logo, add my logo, 水印, 贴纸",
      what: Bilingual("stickers and watermarks", "贴纸和水印"),
      nearest: Bilingual("set words as a title at the bottom", "在底部加文字标题")),
    Unavailable(
      phrases: "picture in picture, split screen, splitscreen, 画中画, 分屏",
      what: Bilingual("several pictures at once", "画中画和分屏"),
      nearest: Bilingual("show the scenes one after another", "让场景依次出现")),
    Unavailable(
      phrases:
        "blur, blurring, sharpen, vignette, lens flare, glitch effect, 模糊, 锐化, 暗角, 故障效果",
      what: Bilingual("picture effects", "画面特效"),
      nearest: Bilingual("add fog, or tint the picture", "加雾，或调整色调")),
    Unavailable(
      phrases: "translate, translation, 翻译", what: Bilingual("translating", "翻译"),
      nearest: Bilingual("set the title to the words you give", "把标题改成你给的文字")),
    Unavailable(
      phrases:
        "fade in the music, fade out the music, music fade, fade the music, ducking, duck the music, equalizer, 淡入, 淡出, 音乐淡出, 音乐淡入",
      what: Bilingual("shaping the music over time", "音乐淡入淡出"),
      nearest: Bilingual("set how loud the music is (“music 30%”)", "调整音乐音量（“音量30%”）")),
    Unavailable(
      phrases: "change the font, font, typeface, italic, bold, 字体, 斜体, 粗体, 加粗",
      what: Bilingual("choosing a font", "更换字体"),
      nearest: Bilingual("change the title's size, colour or place", "改变标题的大小、颜色或位置")),
    Unavailable(
      phrases:
        "split the clip, split the video, split it, split clip, merge clips, merge the clips, reorder, rearrange, swap the order, 分割, 拆分, 合并, 调换顺序, 排序",
      what: Bilingual("cutting and reordering clips", "分割和重排片段"),
      nearest: Bilingual("remove a scene, or add one at the end", "删除一个镜头，或在结尾加一个镜头")),
  ]
}
