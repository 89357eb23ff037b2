import Directing
import FoundationEssentials
import Rendering
import Testing

@Suite("Logos, pictures in pictures and subtitles, seen on the pictures that come out")
struct OverlayTests {
  let uploads: Uploads

  init() throws { uploads = try Uploads() }

  @Test(
    "what stands in a lower corner stands above the subtitles of its time, and below where there are none")
  func overlaysAboveSubtitles() async throws {
    let grey = try await uploads.colour("gray", size: "128x128", seconds: 3)
    let logo = try await uploads.make(
      ["-f", "lavfi", "-i", "color=white:s=50x50:d=1", "-frames:v", "1", "-c:v", "png"], format: "image2pipe")
    var words = TitlePlan(text: "Hello", place: .bottom, durationMS: 1000)
    words.subtitle = true
    func frame(withSubtitles: Bool) async throws -> Picture {
      let film = Uploads.film(
        [Uploads.segment(grey, milliseconds: 2000)],
        text: withSubtitles
          ? [Film.Segment(durationMS: 1000, metadata: Film.Metadata(text: "Hello"), title: words)] : [],
        overlays: [
          Uploads.segment(logo, milliseconds: 2000) {
            $0.overlay = OverlayPlan(place: .bottomLeft, size: 0.25)
          }
        ], canvas: Canvas(width: 128, height: 128, framesPerSecond: 10))
      // It stays where it is when the line is gone.
      return try await uploads.frames(film)[15]
    }
    let low = try await frame(withSubtitles: false)
    #expect(low.mean(x: 8..<34, y: 94..<120) > 220)
    let lifted = try await frame(withSubtitles: true)
    #expect(lifted.mean(x: 8..<34, y: 112..<124) < 140)
    #expect(lifted.mean(x: 8..<34, y: 80..<100) > 220)
  }

  @Test("a logo stands in its corner while it is asked for, and subtitles are read while they are said")
  func overlays() async throws {
    let grey = try await uploads.colour("gray", size: "128x128", seconds: 3)
    let logo = try await uploads.make(
      ["-f", "lavfi", "-i", "color=white:s=50x50:d=1", "-frames:v", "1", "-c:v", "png"], format: "image2pipe")
    let canvas = Canvas(width: 128, height: 128, framesPerSecond: 10)
    var words = TitlePlan(text: "Hello there", place: .bottom, durationMS: 1000)
    words.subtitle = true
    let film = Uploads.film(
      [Uploads.segment(grey, milliseconds: 3000)],
      text: [
        Film.Segment(
          startMS: 1000, durationMS: 1000, metadata: Film.Metadata(text: "Hello there"), title: words)
      ],
      overlays: [
        Uploads.segment(logo, milliseconds: 1000) {
          $0.startMS = 1000
          $0.overlay = OverlayPlan(place: .topRight, size: 0.25)
        }
      ], canvas: canvas)
    let frames = try await uploads.frames(film)
    let plain = try await uploads.frames(
      Uploads.film([Uploads.segment(grey, milliseconds: 3000)], canvas: canvas))
    #expect(frames.count == 30)
    #expect(
      difference(frames[9].bytes, plain[9].bytes) == 0 && difference(frames[20].bytes, plain[20].bytes) == 0)
    for frame in [10, 15, 19] {
      #expect(frames[frame].mean(x: 96..<118, y: 10..<32) > 220)
      #expect(abs(frames[frame].mean(x: 10..<60, y: 10..<60) - 126) < 3)
      let spread = frames[frame].bytes[(90 * 128)..<(126 * 128)]
      #expect(Int(spread.max() ?? 0) - Int(spread.min() ?? 0) > 60)
    }
  }

  @Test(
    "a short clip above the film begins again until the film ends, sound and all, holds its last picture, or goes"
  )
  func overlayEndings() async throws {
    let white = try await uploads.colour("white", seconds: 3)
    // Ten frames of another grey each, the first half of them heard.
    let ramp = try await uploads.make(
      [
        "-f", "lavfi", "-i", "nullsrc=s=64x64:r=10:d=1,geq=lum='20+15*N':cb=128:cr=128", "-f", "lavfi", "-i",
        "sine=440:d=1,volume='if(lt(t,0.5),1,0)':eval=frame", "-c:v", "ffv1", "-pix_fmt", "yuv420p", "-c:a",
        "pcm_s16le",
      ], format: "matroska")
    let editor = FilmEditor()
    let item = MediaItem(
      name: "ramp.mkv", hash: ramp,
      facts: MediaFacts(kind: .video, durationMS: 1000, width: 64, height: 64, hasSound: true))
    func film(_ ending: OverlayPlan.Ending?) -> Film {
      var plan = OverlayPlan(place: .centre, size: 0.5)
      plan.ending = ending
      let film = Uploads.film([Uploads.segment(white, milliseconds: 2500)])
      return editor.apply(.timeline(.addOverlay(item, plan, nil)), to: film).0
    }
    func greys(_ frames: [Picture]) -> [Int] { frames.map { Int($0.mean(x: 26..<38, y: 26..<38).rounded()) } }
    let once = greys(try await uploads.frames(film(.leave)))
    #expect(Set(once[..<10]).count == 10 && once[10...].allSatisfy { $0 > 225 })
    let looped = try await uploads.frames(film(nil))
    #expect(greys(looped) == Array(once[..<10]) + Array(once[..<10]) + Array(once[..<5]))
    let held = greys(try await uploads.frames(film(.hold)))
    #expect(held == Array(once[..<10]) + Array(repeating: once[9], count: 15))
    var parts: [Picture] = []
    for range in [0..<700, 700..<1300, 1300..<2500] {
      parts += try await uploads.frames(film(nil), range: range)
    }
    let isWhole = parts == looped
    #expect(isWhole)
    let sound = try await uploads.sound(film(nil))
    for start in [0.0, 1, 2] {
      #expect(level(sound, start + 0.1..<start + 0.4) > 0.05)
      if start < 2 { #expect(level(sound, start + 0.6..<start + 0.9) < 0.01) }
    }
  }

  @Test("nothing in a text is a command, whatever stands in it")
  func hostileText() async throws {
    let grey = try await uploads.colour("gray", size: "128x128", seconds: 1)
    for text in ["{\\an8\\fs99}x", "'; drawtext=text=x [out]", "a:b,c\\N\\n%{pts}", "\u{202E}你好 😀"] {
      var words = TitlePlan(text: text, place: .bottom, durationMS: 1000)
      words.subtitle = true
      let film = Uploads.film(
        [Uploads.segment(grey, milliseconds: 1000)],
        text: [Film.Segment(startMS: 0, durationMS: 1000, metadata: Film.Metadata(text: text), title: words)],
        canvas: Canvas(width: 128, height: 128, framesPerSecond: 10))
      let frames = try await uploads.frames(film)
      #expect(frames.count == 10)
      #expect(abs(frames[5].mean(y: 0..<64) - 126) < 2, "\(text)")
    }
  }
}
