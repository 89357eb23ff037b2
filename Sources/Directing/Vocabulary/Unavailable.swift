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
      phrases:
        "rotate the video, rotate the picture, rotate it, 旋转画面, 旋转视频",
      what: Bilingual("rotating the picture within a prompt", "在提示词里旋转画面"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases:
        "flip, mirror the video, mirror it, mirror the picture, 翻转, 镜像",
      what: Bilingual("mirroring the picture within a prompt", "在提示词里翻转画面"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases:
        "crop, cropping, 裁切, 裁剪画面, 裁剪",
      what: Bilingual("cropping within a prompt", "在提示词里裁切画面"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases:
        "chroma key, chromakey, green screen, greenscreen, keying, remove the background, background removal, remove background, 绿幕, 抠像, 抠图, 去背景, 去除背景",
      what: Bilingual("keying out a background of a drawn scene", "对绘制的场景抠像"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases:
        "stabilise, stabilize, stabilisation, stabilization, stabilise the video, stabilize the video, 防抖, 稳定画面, 增稳",
      what: Bilingual("stabilising a drawn scene, which does not shake", "给不会抖动的绘制场景防抖"),
      nearest: Bilingual(
        "hold the camera still (“static shot”), or stabilise uploaded footage", "固定镜头，或对上传的素材防抖")),
    Unavailable(
      phrases:
        "voice over, voiceover, narration, narrate, narrator, text to speech, tts, dub, dubbing, voice, speech, dialogue, 配音, 旁白, 解说, 朗读, 人声, 语音",
      what: Bilingual("a speaking voice within a prompt", "在提示词里加配音"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases:
        "auto caption, auto captions, auto subtitle, automatic captions, automatic subtitles, transcribe, transcription, auto subtitles, 自动字幕, 语音识别, 识别字幕",
      what: Bilingual("captions from speech", "语音识别字幕"),
      nearest: Bilingual(
        "set subtitles from your words (“add subtitles: …”) or from an .srt file",
        "按你给的文字（“加字幕：……”）或 .srt 文件加字幕")),
    Unavailable(
      phrases: "sound effect, sound effects, sfx, foley, 音效", what: Bilingual("sound effects", "音效"),
      nearest: Bilingual("a music bed, such as “ambient music”", "背景音乐，例如“氛围音乐”")),
    Unavailable(
      phrases:
        "transition, transitions, crossfade, cross fade, wipe, dissolve, transition effect, 转场, 转场效果, 叠化, 擦除",
      what: Bilingual("transitions within a prompt", "在提示词里指定转场"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases: "lip sync, lipsync, face swap, faceswap, deepfake, 换脸, 对口型",
      what: Bilingual("work on faces", "换脸和对口型"), nearest: nil),
    Unavailable(
      phrases: "upscale, upscaling, super resolution, denoise, 超分, 降噪, 画质增强",
      what: Bilingual("upscaling or denoising", "超分和降噪"),
      nearest: Bilingual("export at a higher resolution", "以更高分辨率导出")),
    Unavailable(
      phrases:
        "play backwards, reverse the video, reverse it, reverse, in reverse, backwards, 倒放, 倒着放, 反向播放",
      what: Bilingual("playing backwards within a prompt", "在提示词里倒放"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases:
        "watermark, sticker, logo overlay, emoji sticker, add a logo, add my logo, 水印, 贴纸",
      what: Bilingual("stickers and watermarks without an uploaded image", "没有上传图片的贴纸和水印"),
      nearest: Bilingual("upload the image, then say “put my logo in the top right”", "先上传图片，再说“把我的标志放在右上角”")),
    Unavailable(
      phrases:
        "picture in picture, split screen, splitscreen, 画中画, 分屏",
      what: Bilingual("several pictures at once without an upload", "没有上传素材的画中画和分屏"),
      nearest: Bilingual(
        "upload a picture or video, then say “show it as picture in picture”", "先上传图片或视频，再说“做成画中画”")),
    Unavailable(
      phrases:
        "blur, blurring, sharpen, vignette, lens flare, glitch effect, 模糊, 锐化, 暗角, 故障效果",
      what: Bilingual("picture effects within a prompt", "在提示词里加画面特效"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases: "translate, translation, 翻译", what: Bilingual("translating", "翻译"),
      nearest: Bilingual("set the title to the words you give", "把标题改成你给的文字")),
    Unavailable(
      phrases:
        "fade in the music, fade out the music, music fade, fade the music, ducking, duck the music, equalizer, 淡入, 淡出, 音乐淡出, 音乐淡入",
      what: Bilingual("shaping the music within a prompt", "在提示词里控制音乐淡入淡出"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
    Unavailable(
      phrases:
        "change the font, font, typeface, italic, bold, 字体, 斜体, 粗体, 加粗",
      what: Bilingual("italic letters or another weight (titles are bold)", "斜体和别的字重（标题本来就是粗体）"),
      nearest: Bilingual(
        "another font (“serif”, “handwritten”), size, colour or place", "换字体（衬线、手写）、大小、颜色或位置")),
    Unavailable(
      phrases:
        "split the clip, split the video, split it, split clip, merge clips, merge the clips, reorder, rearrange, swap the order, 分割, 拆分, 合并, 调换顺序, 排序",
      what: Bilingual("cutting and reordering within a prompt", "在提示词里分割和重排片段"),
      nearest: Bilingual(
        "say it again when the scene is there: it is an edit of the finished clip", "等画面生成后再说一次：这是对成片的编辑")),
  ]
}
