import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Testing

@Suite("What is done to pictures, seen on the pictures that come out")
struct LookTests {
  let uploads: Uploads

  init() throws { uploads = try Uploads() }

  private func picture(
    _ media: String, canvas: Canvas = Uploads.canvas, at moment: Int = 0,
    _ change: (inout Film.Segment) -> Void
  ) async throws -> Picture {
    let film = Uploads.film([Uploads.segment(media, milliseconds: 2000, change)], canvas: canvas)
    return try #require(try await uploads.frames(film, range: moment..<moment + 100).first)
  }

  private func look(_ media: String, _ change: (inout LookPlan) -> Void) async throws -> Picture {
    try await picture(media) {
      var plan = LookPlan()
      change(&plan)
      $0.look = plan
    }
  }

  @Test("brightness, contrast, saturation, warmth, monochrome and vintage change what their names say")
  func colours() async throws {
    let brown = try await uploads.colour("0x805030")
    let plain = try await look(brown) { _ in }
    #expect(try await look(brown) { $0.brightness = 0.4 }.mean() > plain.mean() + 20)
    #expect(try await look(brown) { $0.brightness = -0.4 }.mean() < plain.mean() - 20)
    let bars = try await uploads.make(
      ["-f", "lavfi", "-i", "testsrc=s=64x64:r=10:d=2", "-c:v", "ffv1"], format: "matroska")
    func spread(_ picture: Picture) -> Double {
      let mean = picture.mean()
      return picture.bytes[..<4096].reduce(0.0) { $0 + abs(Double($1) - mean) } / 4096
    }
    let before = try await look(bars) { _ in }
    #expect(spread(try await look(bars) { $0.contrast = 0.5 }) < spread(before) * 0.7)
    func colour(_ picture: Picture) -> Double {
      abs(picture.chroma.red - 128) + abs(picture.chroma.blue - 128)
    }
    #expect(colour(try await look(brown) { $0.saturation = 2 }) > colour(plain) * 1.5)
    let warm = try await look(brown) { $0.warmth = 0.8 }
    #expect(warm.chroma.red > plain.chroma.red + 8 && warm.chroma.blue < plain.chroma.blue - 8)
    #expect(colour(try await look(brown) { $0.isMonochrome = true }) < 2)
    let vintage = try await look(brown) { $0.isVintage = true }
    #expect(difference(vintage.bytes, plain.bytes) > 1)
  }

  @Test("blur softens an edge, sharpening steepens it, a vignette darkens the corners, grain moves")
  func textures() async throws {
    let edge = try await uploads.make(
      [
        "-f", "lavfi", "-i",
        "color=black:s=64x64:r=10:d=2,drawbox=x=32:y=0:w=32:h=64:color=gray:t=fill,gblur=1", "-c:v", "ffv1",
      ], format: "matroska")
    func step(_ picture: Picture) -> Int {
      (24..<40).map { abs(picture.luma($0 + 1, 32) - picture.luma($0, 32)) }.max() ?? 0
    }
    let plain = try await look(edge) { _ in }
    #expect(step(try await look(edge) { $0.blur = 1 }) < step(plain))
    #expect(step(try await look(edge) { $0.sharpen = 1 }) > step(plain))
    let grey = try await uploads.colour("gray")
    let dark = try await look(grey) { $0.vignette = 1 }
    #expect(dark.luma(1, 1) < dark.luma(32, 32) - 30)
    var plan = LookPlan()
    plan.grain = 0.6
    let frames = try await uploads.frames(
      Uploads.film([Uploads.segment(grey, milliseconds: 500) { $0.look = plan }]))
    #expect(difference(frames[0].bytes, frames[1].bytes) > 1)
  }

  @Test("the green of a screen becomes clear and the rest stays")
  func key() async throws {
    let screen = try await uploads.make(
      [
        "-f", "lavfi", "-i", "color=0x00ff00:s=64x64:r=10:d=2,drawbox=x=16:y=16:w=32:h=32:color=white:t=fill",
        "-c:v",
        "ffv1", "-pix_fmt", "yuv420p",
      ], format: "matroska")
    let green = LookPlan.Key(colour: NamedColour(name: "green", red: 0, green: 255, blue: 0))
    let keyed = try await look(screen) { $0.key = green }
    #expect(keyed.luma(4, 4) < 24)
    #expect(keyed.luma(32, 32) > 225)
    // Above another picture it lets that one be seen.
    let red = try await uploads.colour("red")
    let below = try #require(
      try await uploads.frames(Uploads.film([Uploads.segment(red, milliseconds: 1000)])).first)
    let film = Uploads.film(
      [Uploads.segment(red, milliseconds: 1000)],
      overlays: [
        Uploads.segment(screen, milliseconds: 1000) {
          $0.overlay = OverlayPlan(place: .centre, size: 0.9)
          $0.look = LookPlan()
          $0.look?.key = green
        }
      ])
    let both = try #require(try await uploads.frames(film).first)
    #expect(abs(both.luma(10, 10) - below.luma(10, 10)) < 6)
    #expect(both.luma(32, 32) > 220)
  }

  @Test("a wide picture in an upright film is padded, blurred or filled; turned, mirrored and cropped")
  func framing() async throws {
    let upright = Canvas(width: 64, height: 128, framesPerSecond: 10)
    // Left half black, right half white, a grey band at the top.
    let wide = try await uploads.make(
      [
        "-f", "lavfi", "-i",
        "color=black:s=128x64:r=10:d=2,drawbox=x=64:y=0:w=64:h=64:color=white:t=fill,drawbox=x=0:y=0:w=128:h=12:color=gray:t=fill",
        "-c:v", "ffv1", "-pix_fmt", "yuv420p",
      ], format: "matroska")
    func framed(_ canvas: Canvas, _ change: (inout FramingPlan) -> Void) async throws -> Picture {
      try await picture(wide, canvas: canvas) {
        var plan = FramingPlan()
        change(&plan)
        $0.framing = plan
      }
    }
    let pad = try await framed(upright) { $0.fit = .pad }
    #expect(pad.mean(y: 0..<40) < 18)
    #expect(pad.luma(60, 70) > 220)
    let blur = try await framed(upright) { $0.fit = .blur }
    #expect(blur.mean(x: 50..<64, y: 0..<30) > 60)
    let fill = try await framed(upright) { $0.fit = .fill }
    #expect(fill.mean(x: 40..<64, y: 100..<128) > 220)
    let flat = Canvas(width: 128, height: 64, framesPerSecond: 10)
    let mirrored = try await framed(flat) { $0.isFlipped = true }
    #expect(mirrored.luma(20, 40) > 220 && mirrored.luma(100, 40) < 30)
    let upsideDown = try await framed(flat) { $0.isUpsideDown = true }
    #expect(abs(upsideDown.luma(20, 60) - 126) < 12 && upsideDown.luma(20, 20) < 30)
    // Clockwise: what was on the left is on top.
    let turned = try await framed(upright) { $0.rotation = 90 }
    #expect(turned.luma(30, 20) < 30 && turned.luma(30, 110) > 220)
    let right = try await framed(Uploads.canvas) {
      $0.crop = FramingPlan.Crop(x: 0.5, y: 0.25, width: 0.5, height: 0.75)
    }
    #expect(right.mean() > 220)
  }

  @Test("a still shows the moment that is asked for, and the film's last picture where that has gone by")
  func still() async throws {
    let ramp = try await uploads.ramp()
    var film = Uploads.film([Uploads.segment(ramp, milliseconds: 4000)])
    for (moment, luma) in [(1400, 90.0), (9000, 215), (Int.max, 215), (-5, 20)] {
      film.stillMS = moment
      let path = uploads.folder.file("still-\(moment).png")
      try await uploads.renderer.render(film, output: RenderOutput(format: .png), to: path)
      let picture = try await uploads.make(["-i", path, "-c:v", "png"], format: "image2pipe")
      let shown = Uploads.film([Uploads.segment(picture, milliseconds: 200)])
      let frame = try #require(try await uploads.frames(shown).first)
      #expect(abs(frame.mean() - luma) < 4, "\(moment)")
    }
  }

  @Test("a tilted picture turns clockwise about its middle, keeps its shape, and shows no empty corner")
  func tilt() async throws {
    // White above the middle, grey below.
    let halves = try await uploads.make(
      [
        "-f", "lavfi", "-i", "color=gray:s=128x64:r=10:d=2,drawbox=x=0:y=0:w=128:h=32:color=white:t=fill",
        "-c:v",
        "ffv1", "-pix_fmt", "yuv420p",
      ], format: "matroska")
    let flat = Canvas(width: 128, height: 64, framesPerSecond: 10)
    for (tilt, low, high) in [(10.0, 120, 8), (-10, 8, 120), (200, 120, 8)] {
      let tilted = try await picture(halves, canvas: flat) {
        $0.framing = FramingPlan()
        $0.framing?.tilt = tilt
      }
      // The edge goes down on the right where it is turned clockwise.
      #expect(tilted.luma(low, 37) > 220 && tilted.luma(high, 27) < 140, "\(tilt)")
      for (x, y) in [(0, 0), (127, 0), (0, 63), (127, 63)] { #expect(tilted.luma(x, y) > 110, "\(tilt)") }
    }
  }

  @Test("a move goes in slowly, and a pan from one side to the other")
  func moves() async throws {
    let wide = try await uploads.make(
      [
        "-f", "lavfi", "-i", "color=black:s=64x64:r=10:d=2,drawbox=x=48:y=0:w=16:h=64:color=white:t=fill",
        "-c:v", "ffv1",
      ], format: "matroska")
    func frames(_ move: FramingPlan.Move) async throws -> [Picture] {
      try await uploads.frames(
        Uploads.film([
          Uploads.segment(wide, milliseconds: 2000) {
            $0.framing = FramingPlan()
            $0.framing?.move = move
          }
        ]))
    }
    let zoom = try await frames(FramingPlan.Move(from: 1, to: 2))
    #expect(zoom[0].luma(60, 32) > 200 && zoom[19].luma(60, 32) < 40)
    let pan = try await frames(FramingPlan.Move(from: 2, to: 2, fromX: -1, toX: 1))
    #expect(pan[0].mean() < 30 && pan[19].mean() > 90)
  }

  @Test("stabilising takes the shake out")
  func stabilise() async throws {
    let shaky = try await uploads.make(
      [
        "-f", "lavfi", "-i",
        "testsrc2=s=240x240:r=10:d=3,crop=160:160:x='40+14*sin(n*2.1)':y='40+14*cos(n*1.7)'", "-c:v", "ffv1",
        "-pix_fmt", "yuv420p",
      ], format: "matroska")
    func unrest(_ isStabilised: Bool) async throws -> Double {
      let film = Uploads.film(
        [
          Uploads.segment(shaky, milliseconds: 2500) {
            $0.look = LookPlan()
            $0.look?.isStabilised = isStabilised
            $0.look?.contrast = 1
          }
        ], canvas: Canvas(width: 160, height: 160, framesPerSecond: 10))
      let frames = try await uploads.frames(film)
      #expect(frames.count == 25)
      return zip(frames, frames.dropFirst()).reduce(0) { $0 + difference($1.0.bytes, $1.1.bytes) } / 24
    }
    let before = try await unrest(false)
    let after = try await unrest(true)
    #expect(after < before * 0.85)
  }

  @Test("a fade begins and ends in black, or in white")
  func fades() async throws {
    let grey = try await uploads.colour("gray")
    func frames(_ fade: FadePlan) async throws -> [Picture] {
      try await uploads.frames(Uploads.film([Uploads.segment(grey, milliseconds: 2000) { $0.fade = fade }]))
    }
    let black = try await frames(FadePlan(inMS: 500, outMS: 500))
    #expect(black[0].mean() < 24 && black[19].mean() < 50)
    #expect(abs(black[10].mean() - 126) < 3)
    #expect(try await frames(FadePlan(inMS: 500, isWhite: true))[0].mean() > 220)
  }

  @Test(
    "each transition shows both clips in its midst, and no moment of the film moves",
    arguments: TransitionPlan.Kind.allCases)
  func transitions(_ kind: TransitionPlan.Kind) async throws {
    let black = try await uploads.colour("black")
    let white = try await uploads.colour("white")
    let film = Uploads.film([
      Uploads.segment(black, milliseconds: 2000),
      Uploads.segment(white, milliseconds: 2000) {
        $0.transition = TransitionPlan(kind: kind, durationMS: 1000)
      },
    ])
    let frames = try await uploads.frames(film)
    #expect(frames.count == 40)
    #expect(frames[19].mean() < 20 && frames[31].mean() > 230)
    switch kind {
    case .cut: #expect(frames[20].mean() > 230)
    // Half the time into the colour, half out of it.
    case .dipToBlack:
      #expect(frames[24].mean() < 20 && frames[25].mean() < 70)
      #expect((70...180).contains(frames[27].mean()))
    case .dipToWhite:
      #expect((60...180).contains(frames[22].mean()))
      #expect(frames[25].mean() > 215 && frames[28].mean() > 230)
    case .crossfade: #expect((90...170).contains(frames[25].mean()))
    default:
      let picture = frames[25].bytes[..<4096]
      #expect(picture.contains { $0 < 40 } && picture.contains { $0 > 210 })
    }
  }
}
