import Directing
import Foundation
import Testing

@Suite("Carrying out edits of the timeline")
struct TimelineEditTests {
  let editor = FilmEditor()
  let footage = TimelineCaseTests.footage
  let media = TimelineCaseTests.media

  func apply(_ message: String, to film: Film) -> (Film, String) {
    var film = film
    var told: [String] = []
    let language = Language.of(message)
    for request in EditParser(director: Director()).requests(in: message, film: film, media: media) {
      let (next, summary) = editor.apply(request, to: film)
      film = next
      told.append(summary.sentence(in: language))
    }
    return (film, told.joined(separator: " / "))
  }

  func clips(_ film: Film) -> [(String, Int, Int)] {
    film.tracks[0].segments.map { ($0.metadata.name ?? "", $0.clip?.start ?? 0, $0.durationMS) }
  }

  func expect(
    _ film: Film, _ wanted: [(String, Int, Int)], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = clips(film)
    #expect("\(found)" == "\(wanted)", sourceLocation: sourceLocation)
  }

  @Test("a cut takes a stretch out of every clip it touches, and what follows moves up") func cuts() {
    let (first, told) = apply("cut the first 3 seconds", to: footage)
    expect(first, [("a.mp4", 3000, 3000), ("b.mp4", 0, 6000), ("c.png", 0, 5000)])
    #expect(told == "Part removed: 0–3 s; Length: 17 s → 14 s.")
    let (across, _) = apply("cut from 5 to 8 seconds", to: footage)
    expect(across, [("a.mp4", 0, 5000), ("b.mp4", 2000, 4000), ("c.png", 0, 5000)])
    let (inside, _) = apply("cut from 1 to 2 seconds", to: footage)
    expect(inside, [("a.mp4", 0, 1000), ("a.mp4", 2000, 4000), ("b.mp4", 0, 6000), ("c.png", 0, 5000)])
    #expect(inside.tracks[0].segments[1].transition?.kind == .cut)
    let (kept, words) = apply("只保留最后十秒", to: footage)
    expect(kept, [("b.mp4", 1000, 5000), ("c.png", 0, 5000)])
    #expect(words == "时长：17 秒 → 10 秒。")
    let (part, _) = apply("trim clip 2 to 3 seconds", to: footage)
    expect(part, [("a.mp4", 0, 6000), ("b.mp4", 0, 3000), ("c.png", 0, 5000)])
  }

  @Test(
    "a film is brought to a length by its speed, photos with it, or refused where no clip can run so fast")
  func playsIn() {
    let (fast, told) = apply("make it last 6 seconds by speeding it up", to: footage)
    expect(fast, [("a.mp4", 0, 2118), ("b.mp4", 0, 2117), ("c.png", 0, 1765)])
    #expect(fast.durationMS == 6000)
    #expect(fast.tracks[0].segments[0].clip?.rate == 17.0 / 6)
    #expect(told == "Speed: 1× → 2.83×; Length: 17 s → 6 s.")
    let (slow, _) = apply("放慢第二段，让它变成10秒", to: footage)
    expect(slow, [("a.mp4", 0, 6000), ("b.mp4", 0, 10_000), ("c.png", 0, 5000)])
    let (same, words) = apply("speed it up so it lasts 1 second", to: footage)
    #expect(same == footage && words.contains("0.1× to 10×"))
  }

  @Test("a boomerang plays the clips, then the same from the last to the first backwards")
  func boomerang() {
    let (film, told) = apply("make it a boomerang", to: footage)
    #expect(
      film.tracks[0].segments.map { $0.metadata.name } == [
        "a.mp4", "b.mp4", "c.png", "c.png", "b.mp4", "a.mp4",
      ])
    #expect(
      film.tracks[0].segments.map { $0.clip?.isReversed == true } == [false, false, false, false, true, true])
    #expect(told == "Direction: forwards → forwards, then backwards; Length: 17 s → 34 s.")
    let (one, _) = apply("play the second clip forwards and then backwards", to: footage)
    #expect(one.tracks[0].segments.map { $0.metadata.name } == ["a.mp4", "b.mp4", "b.mp4", "c.png"])
  }

  @Test("a look for all but a part leaves that part as it is") func spared() {
    let (film, _) = apply("make it black and white, but keep the middle 4 seconds in color", to: footage)
    #expect(film.tracks[0].segments.map { $0.look?.isMonochrome == true } == [true, true, false, true, true])
    #expect(film.durationMS == footage.durationMS)
  }

  @Test("words that nobody understands never take the place of footage, nor of a clip of it")
  func notUnderstood() {
    for message in [
      "do the thing with the flux", "cut the mustard with clip 2", "frobnicate it", "slide the whatsit over",
      "没头没脑的一句话",
      "can you do it like last time", "remove the colour of clip 1's jacket and sew it",
    ] {
      let (film, told) = apply(message, to: footage)
      #expect(
        film.tracks[0].segments.compactMap(\.media) == footage.tracks[0].segments.compactMap(\.media),
        "\(message)")
      #expect(!told.isEmpty)
    }
  }

  @Test("what can't be known is asked for in one sentence, and the film stays")
  func asked() {
    for message in ["speed up the boring part", "把无聊的部分剪掉", "can you make gifs?", "convert it to a gif"] {
      let (film, told) = apply(message, to: footage)
      #expect(film == footage && !told.contains(" / "))
      #expect(
        told.contains("from 3 to 6 seconds") || told.contains("3到6秒") || told.contains("`export gif`"),
        "\(told)")
    }
  }

  @Test("a cut of a clip that runs backwards, or fast, takes the right part of its source")
  func cutsOfRetimed() {
    let (fast, _) = apply("play the first clip at 2x speed, then cut the first second", to: footage)
    #expect(fast.tracks[0].segments[0].clip == ClipPlan(inMS: 2000, speed: 2))
    #expect(fast.tracks[0].segments[0].durationMS == 2000)
    let (back, _) = apply("reverse the first clip, then cut the first second", to: footage)
    #expect(back.tracks[0].segments[0].clip == ClipPlan(isReversed: true))
    #expect(back.tracks[0].segments[0].durationMS == 5000)
    let (end, _) = apply("reverse the first clip, then trim clip 1 to 2 seconds", to: footage)
    #expect(end.tracks[0].segments[0].clip == ClipPlan(inMS: 4000, isReversed: true))
  }

  @Test("splitting and joining a clip gives it back, to the byte") func joins() {
    let (split, told) = apply("split at 4s", to: footage)
    expect(split, [("a.mp4", 0, 4000), ("a.mp4", 4000, 2000), ("b.mp4", 0, 6000), ("c.png", 0, 5000)])
    #expect(told == "Clip 1: 6 s → 4 s + 2 s.")
    #expect(apply("join the clips", to: split).0 == footage)
    let (back, _) = apply("reverse the first clip, then split at 4s", to: footage)
    #expect(apply("join the clips", to: back).0 == apply("reverse the first clip", to: footage).0)
  }

  @Test("clips are deleted, copied, moved and exchanged by their numbers") func order() {
    #expect(clips(apply("delete clips 1 and 3", to: footage).0).map(\.0) == ["b.mp4"])
    #expect(
      clips(apply("move the third clip to the front", to: footage).0).map(\.0) == ["c.png", "a.mp4", "b.mp4"])
    #expect(
      clips(apply("move the first clip after the second clip", to: footage).0).map(\.0) == [
        "b.mp4", "a.mp4", "c.png",
      ])
    #expect(clips(apply("交换第一段和第三段", to: footage).0).map(\.0) == ["c.png", "b.mp4", "a.mp4"])
    #expect(clips(apply("loop it three times", to: footage).0).count == 9)
    #expect(apply("duplicate the first clip", to: footage).0.durationMS == 23_000)
    #expect(
      apply("move the third clip to the front", to: footage).1
        == "Order: “a.mp4”, “b.mp4”, “c.png” → “c.png”, “a.mp4”, “b.mp4”.")
  }

  @Test("speed changes the length, and images have none") func speed() {
    let (fast, told) = apply("speed up 2x", to: footage)
    expect(fast, [("a.mp4", 0, 3000), ("b.mp4", 0, 3000), ("c.png", 0, 5000)])
    #expect(told == "Speed: 1× → 2×; Length: 17 s → 11 s.")
    #expect(apply("normal speed", to: fast).0 == footage)
    #expect(apply("reverse it", to: apply("reverse it", to: footage).0).0 == footage)
    let (same, refusal) = apply("reverse the third clip", to: footage)
    #expect(same == footage && refusal.contains("still picture"))
  }

  /// A film of one upload of some size.
  private func upload(_ width: Int, _ height: Int) -> Film {
    let item = MediaItem(
      name: "a.mp4", hash: "a1",
      facts: MediaFacts(kind: .video, durationMS: 12_000, width: width, height: height, hasSound: true))
    return Film(
      canvas: Canvas(width: width, height: height),
      tracks: [Film.Track(kind: .video, segments: [Film.Segment(item)])])
  }

  @Test("a film that is turned onto its side gets a canvas of that shape; a clip alone does not turn it")
  func rotation() {
    let film = upload(640, 360)
    let (turned, told) = apply("rotate 90 degrees", to: film)
    #expect(turned.canvas == Canvas(width: 360, height: 640))
    #expect(told == "Rotation: 0° → 90°; Canvas: 640×360 → 360×640.")
    #expect(apply("rotate left", to: turned).0 == film)
    #expect(apply("turn it upside down", to: film).0.canvas == film.canvas)
    // Where the canvas is upright already, a film that was shot sideways comes to fit it.
    let upright = apply("make it 9:16", to: film).0
    #expect(apply("rotate 90 degrees", to: upright).0.canvas == upright.canvas)
    var two = film
    two.tracks[0].segments.append(film.tracks[0].segments[0])
    #expect(apply("rotate the second clip 90 degrees", to: two).0.canvas == film.canvas)
    #expect(apply("rotate 90 degrees", to: two).0.canvas == turned.canvas)
    let drawn = TimelineCaseTests.drawn
    #expect(apply("rotate 90 degrees", to: drawn).0.canvas == drawn.canvas)
  }

  @Test("a still is of a moment that there is, told with how to get it")
  func still() {
    let film = upload(640, 360)
    let (set, told) = apply("save me a still from 4 seconds", to: film)
    #expect(set.stillMS == 4000)
    #expect(told.hasPrefix("Still picture at: automatic → 4 s."))
    #expect(told.contains("`export png`"))
    let (same, refused) = apply("grab a frame at 20 seconds", to: set)
    #expect(same == set)
    #expect(refused.contains("12 s long"))
  }

  @Test("turns add up to half a quarter, and go the way that is said, in a mirror image too")
  func tilts() {
    let film = upload(640, 360)
    let (tilted, told) = apply("rotate 2.5 degrees to the left", to: film)
    #expect(told == "Tilt, clockwise: 0° → -2.5°.")
    #expect(tilted.canvas == film.canvas)
    #expect(apply("rotate 2.5 degrees to the right", to: tilted).0 == film)
    #expect(apply("tilt it 44 degrees to the left", to: tilted).0 == tilted)
    let mirror = apply("mirror it", to: film).0
    let (turned, said) = apply("tilt it 5 degrees to the right", to: mirror)
    #expect(turned.tracks[0].segments[0].framing?.tilt == -5)
    #expect(said == "Tilt, clockwise: 0° → 5°.")
    #expect(
      apply("rotate 90 degrees to the right", to: mirror).0.tracks[0].segments[0].framing?.rotation == 270)
    #expect(apply("remove the rotation", to: tilted).0 == film)
  }

  @Test("a freeze frame is a clip of its own, silent, between the halves") func freeze() {
    let (film, told) = apply("freeze at 3s for 1 second", to: footage)
    expect(
      film,
      [
        ("a.mp4", 0, 3000), ("a.mp4", 2966, 1000), ("a.mp4", 3000, 3000), ("b.mp4", 0, 6000),
        ("c.png", 0, 5000),
      ])
    #expect(
      film.tracks[0].segments[1].clip?.isFrozen == true && film.tracks[0].segments[1].metadata.volume == 0)
    #expect(told == "Freeze frame at 3 s added: 1 s; Length: 17 s → 18 s.")
  }

  @Test(
    "each change is told before → after",
    arguments: [
      ("20% more contrast", "Contrast: 100% → 120%."), ("a bit brighter", "Brightness: 0% → +10%."),
      ("black and white", "Black and white: off → on."), ("rotate 90 degrees", "Rotation: 0° → 90°."),
      ("crop to square", "Canvas: 1920×1080 → 1080×1080; Fit: automatic → filled, edges cut off."),
      ("crossfade between clips, 1 second", "Transition: cut → cross-fade, 1 s."),
      ("fade out at the end", "Fade out: none → 1 s."),
      ("mute the original sound", "Original sound: 100% → 0%."),
      ("use my song as the music", "Music added: my song.mp3 (80%)."),
      ("put my logo in the top right, small", "Overlay added: “logo.png”, top right, 12% wide (0–17 s)."),
      ("make it 720p", "Canvas: 1920×1080 → 1280×720."), ("mirror it", "Mirrored left to right: off → on."),
      ("对比度提高20%", "对比度：100% → 120%。"), ("加速两倍", "速度：1× → 2×；时长：17 秒 → 11 秒。"),
      ("把第二段删掉", "已移除第 2 段：“b.mp4”（6 秒）；时长：17 秒 → 11 秒。"), ("转场用淡入淡出", "转场：直接切换 → 叠化，1 秒。"),
    ])
  func told(_ message: String, _ sentence: String) {
    #expect(apply(message, to: footage).1 == sentence)
  }

  @Test(
    "what cannot be done leaves the film as it was, and says why",
    arguments: [
      "delete the ninth clip", "cut from 40 to 50 seconds", "cut the first 17 seconds", "split at 60s",
      "move clip 7 to the front",
      "duck the music when people speak", "remove the logo", "remove the subtitles", "use the fifth photo",
      "join the clips",
      "reverse the third clip", "loop it 1000 times", "read it aloud", "删除第九段", "把第五段移到最前面",
      "make it watercolour",
    ])
  func refusals(_ message: String) {
    let (film, told) = apply(message, to: footage)
    #expect(film == footage)
    #expect(!told.isEmpty && !told.contains("→"), "\(told)")
  }

  @Test("a draft without any of it is written as before, and one with all of it survives JSON") func coding()
    throws
  {
    let film = apply(
      "speed up 2x, crop to square, add a vignette, crossfade between clips, fade out at the end, put my logo in the top right, use my song as the music, duck the music when people speak",
      to: footage
    ).0
    let data = try JSONCoding.encode(film)
    #expect(try JSONCoding.decode(data) == film)
    let plain = try JSONCoding.encode(TimelineCaseTests.drawn)
    let text = String(decoding: plain, as: UTF8.self)
    for key in [
      "\"clip\"", "\"look\"", "\"frame\"", "\"transition\"", "\"fade\"", "\"overlay\"", "\"sound\"",
      "\"source\"", "\"subtitle\"",
    ] {
      #expect(!text.contains(key))
    }
  }

  @Test("SubRip text is read with its odd forms: no hours, points, tags, missing numbers") func subRip()
    throws
  {
    let text =
      "00:01.5 --> 00:02\n<i>One</i>\ntwo {\\an8}\n\n00:00:03.250 --> 00:00:04,000\nThree\n4\n00:00:05,000 --> 00:00:06,000\nFour"
    let requests = EditParser(director: Director()).requests(in: text, film: footage)
    guard case .timeline(.setSubtitles(let cues))? = requests.first else {
      Issue.record("no subtitles: \(requests)")
      return
    }
    #expect(cues.map(\.text) == ["One\ntwo", "Three", "Four"])
    #expect(cues.map(\.range) == [1500..<2000, 3250..<4000, 5000..<6000])
  }
}
