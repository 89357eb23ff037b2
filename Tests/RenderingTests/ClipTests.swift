import Directing
import FoundationEssentials
import Rendering
import Testing

@Suite("Clips of uploads, on the pictures that come out")
struct ClipTests {
  let uploads: Uploads

  init() throws { uploads = try Uploads() }

  private static func isSame(_ one: [Picture], _ other: [Picture]) -> Bool { one == other }

  /// Which frame of the ramp each picture shows.
  private func sources(_ segment: Film.Segment, range: Range<Int>? = nil) async throws -> [Int] {
    try await uploads.frames(Uploads.film([segment]), range: range).map {
      Int((($0.mean() - 20) / 5).rounded())
    }
  }

  @Test("a trimmed clip shows the frames of its part")
  func trim() async throws {
    let ramp = try await uploads.ramp()
    let clip = Uploads.segment(ramp, milliseconds: 1000) { $0.clip = ClipPlan(inMS: 1500) }
    #expect(try await sources(clip) == Array(15..<25))
    #expect(try await sources(clip, range: 300..<700) == Array(18..<22))
  }

  @Test("twice the speed shows every second frame, half the speed each one twice")
  func speed() async throws {
    let ramp = try await uploads.ramp()
    let fast = Uploads.segment(ramp, milliseconds: 2000) { $0.clip = ClipPlan(speed: 2) }
    let seen = try await sources(fast)
    #expect(seen.count == 20)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $1 - $0 == 2 })
    let slow = Uploads.segment(ramp, milliseconds: 2000) { $0.clip = ClipPlan(inMS: 1000, speed: 0.5) }
    let slower = try await sources(slow)
    #expect(slower.first == 10 && slower.count == 20)
    #expect(zip(slower, slower.dropFirst(2)).allSatisfy { $1 - $0 == 1 })
  }

  @Test("a clip that plays backwards ends with its first frame, also when it is asked for in parts")
  func reverse() async throws {
    let ramp = try await uploads.ramp()
    let clip = Uploads.segment(ramp, milliseconds: 2000) { $0.clip = ClipPlan(inMS: 500, isReversed: true) }
    #expect(try await sources(clip) == Array((5..<25).reversed()))
    #expect(try await sources(clip, range: 500..<900) == [19, 18, 17, 16])
  }

  @Test("a frozen clip shows one frame, and says nothing")
  func freeze() async throws {
    let media = try await uploads.make(
      [
        "-f", "lavfi", "-i", "nullsrc=s=64x64:r=10:d=4,geq=lum='20+5*N':cb=128:cr=128", "-f", "lavfi", "-i",
        "sine=440:d=4", "-c:v", "ffv1", "-pix_fmt", "yuv420p",
      ], format: "matroska")
    let clip = Uploads.segment(media, milliseconds: 1000) { $0.clip = ClipPlan(inMS: 2200, isFrozen: true) }
    #expect(try await sources(clip) == Array(repeating: 22, count: 10))
    await #expect(throws: RenderError.nothingToRender("the film has no sound")) {
      _ = try await uploads.sound(Uploads.film([clip]))
    }
  }

  @Test("a drawn scene is trimmed, turned round and slowed like an upload")
  func drawn() async throws {
    let whole = Uploads.drawn(2000)
    let frames = try await uploads.frames(Uploads.film([whole]))
    var part = whole
    part.durationMS = 500
    part.clip = ClipPlan(inMS: 1000)
    #expect(Self.isSame(try await uploads.frames(Uploads.film([part])), Array(frames[10..<15])))
    var back = whole
    back.clip = ClipPlan(isReversed: true)
    #expect(Self.isSame(try await uploads.frames(Uploads.film([back])), frames.reversed()))
    var still = whole
    still.clip = ClipPlan(inMS: 700, isFrozen: true)
    #expect(
      Self.isSame(try await uploads.frames(Uploads.film([still])), Array(repeating: frames[7], count: 20)))
  }

  @Test(
    "parts of a film of uploads, scenes, effects, transitions, overlays, titles and subtitles are the whole, frame by frame"
  )
  func parts() async throws {
    let ramp = try await uploads.ramp("90x60")
    let logo = try await uploads.make(
      ["-f", "lavfi", "-i", "testsrc=s=40x40:d=1", "-frames:v", "1", "-c:v", "png"], format: "image2pipe")
    var words = TitlePlan(text: "Hello", place: .bottom, durationMS: 1500)
    words.subtitle = true
    let film = Uploads.film(
      [
        Uploads.drawn(1000),
        Uploads.segment(ramp, milliseconds: 1500) {
          $0.transition = TransitionPlan(kind: .crossfade, durationMS: 400)
          $0.clip = ClipPlan(inMS: 300, speed: 1.5)
          $0.look = LookPlan()
          $0.look?.grain = 0.5
          $0.look?.contrast = 1.2
        },
        Uploads.drawn(800, seed: 5), Uploads.drawn(800, seed: 9),
        Uploads.segment(logo, milliseconds: 1200) {
          $0.transition = TransitionPlan(kind: .wipeLeft, durationMS: 300)
          $0.fade = FadePlan(outMS: 500)
        },
        Uploads.segment(ramp, milliseconds: 1000) {
          $0.clip = ClipPlan(inMS: 1000, isReversed: true)
          $0.framing = FramingPlan()
          $0.framing?.move = FramingPlan.Move(from: 1, to: 1.5)
        },
      ],
      text: [
        Film.Segment(startMS: 600, durationMS: 1500, metadata: Film.Metadata(text: "Hello"), title: words),
        Film.Segment(
          startMS: 0, durationMS: 2000, metadata: Film.Metadata(text: "Title"),
          title: TitlePlan(text: "Title", durationMS: 2000)),
      ],
      overlays: [
        Uploads.segment(logo, milliseconds: 3000) {
          $0.startMS = 1200
          $0.overlay = OverlayPlan(place: .topRight, size: 0.3, opacity: 0.7)
        }
      ], canvas: Canvas(width: 96, height: 128, framesPerSecond: 10))
    let whole = try await uploads.frames(film)
    #expect(whole.count == 63)
    var joined: [Picture] = []
    for range in [
      0..<1100, 1100..<1250, 1250..<2000, 2000..<3900, 3900..<4300, 4300..<5100, 5100..<5900, 5900..<6300,
    ] {
      joined += try await uploads.frames(film, range: range)
    }
    #expect(joined.count == whole.count)
    let different = zip(joined, whole).enumerated().filter {
      $1.0 != $1.1
    }.map { "\($0.offset): \(difference($0.element.0.bytes, $0.element.1.bytes))" }
    #expect(different == [])
  }

  @Test("parts of camera footage, whose frames lie elsewhere than the film's, are the whole, frame by frame")
  func footage() async throws {
    let footage = try await uploads.make(
      [
        "-f", "lavfi", "-i", "testsrc2=s=160x90:r=30000/1001:d=5", "-c:v", "libx264", "-preset", "veryfast",
        "-g", "60",
        "-bf", "3", "-pix_fmt", "yuv420p", "-output_ts_offset", "1.4",
      ], format: "mpegts")
    let film = Uploads.film(
      [
        Uploads.segment(footage, milliseconds: 1200) { $0.clip = ClipPlan(inMS: 700, speed: 0.7) },
        Uploads.drawn(700, seed: 3),
        Uploads.segment(footage, milliseconds: 1300) {
          $0.transition = TransitionPlan(kind: .dipToBlack, durationMS: 600)
          $0.clip = ClipPlan(inMS: 1900)
          $0.look = LookPlan()
          $0.look?.blur = 0.5
          $0.look?.vignette = 0.4
          $0.look?.warmth = 0.3
        },
        Uploads.segment(footage, milliseconds: 900) {
          $0.transition = TransitionPlan(kind: .slideLeft, durationMS: 450)
          $0.clip = ClipPlan(inMS: 2500, isReversed: true)
          $0.fade = FadePlan(inMS: 300)
        },
        Uploads.segment(footage, milliseconds: 80) {
          $0.transition = TransitionPlan(kind: .crossfade, durationMS: 400)
          $0.clip = ClipPlan(inMS: 100, isFrozen: true)
        },
        Uploads.segment(footage, milliseconds: 600) {
          $0.transition = TransitionPlan(kind: .circle, durationMS: 400)
        },
      ], canvas: Canvas(width: 96, height: 96, framesPerSecond: 24))
    let whole = try await uploads.frames(film)
    #expect(whole.count == 115)
    // Ranges that begin and end within clips, within transitions and at their edges.
    let edges = [0, 400, 1200, 1900, 2050, 2500, 3200, 3300, 3650, 4100, 4150, 4200, 4260, 4500, 4780]
    var joined: [Picture] = []
    for (start, end) in zip(edges, edges.dropFirst()) {
      joined += try await uploads.frames(film, range: start..<end)
    }
    #expect(joined.count == whole.count)
    let different = zip(joined, whole).enumerated().filter { $1.0 != $1.1 }.map {
      "\($0.offset): \(difference($0.element.0.bytes, $0.element.1.bytes))"
    }
    #expect(different == [])
  }
}
