import Directing
import Scenes
import Testing

private let small = Canvas(width: 216, height: 384)

private func sunset(_ style: Style?, seed: UInt64 = 7, loops: Bool = false) -> Shot {
  Shot(
    name: "test", durationMS: 4000, seed: seed, timeOfDay: .sunset,
    elements: [.init(.ocean), .init(.sun), .init(.clouds), .init(.boat)], camera: .push, loops: loops,
    style: style)
}

private func frame(_ renderer: SceneRenderer, _ number: Int) -> FrameBuffer {
  var buffer = FrameBuffer(canvas: renderer.canvas)
  renderer.render(frame: number, into: &buffer)
  return buffer
}

@Suite("Styles")
struct StyleTests {
  @Test("no two styles look alike on the same scene, and none looks natural")
  func distinct() {
    let styles: [Style?] = [nil] + Style.allCases.map { $0 }
    let frames = styles.map { frame(SceneRenderer(shot: sunset($0), canvas: small), 40) }
    for one in frames.indices {
      for other in frames.indices where other > one {
        #expect(
          difference(frames[one], frames[other]) > 4,
          "\(String(describing: styles[one])) and \(String(describing: styles[other]))")
      }
    }
  }

  @Test("a styled frame has the same bytes whatever was drawn before it", arguments: Style.allCases)
  func order(style: Style) {
    let renderer = SceneRenderer(shot: sunset(style), canvas: small)
    let straight = [10, 11, 12, 50].map { frame(renderer, $0) }
    let again = SceneRenderer(shot: sunset(style), canvas: small)
    for (index, number) in [50, 12, 11, 10].enumerated() {
      #expect(frame(again, number).bytes == straight[3 - index].bytes)
    }
  }

  @Test(
    "a style does not flicker: one frame differs from the next by little more than the scene does",
    arguments: Style.allCases)
  func stable(style: Style) {
    let plain = SceneRenderer(shot: sunset(nil), canvas: small)
    let natural = difference(frame(plain, 60), frame(plain, 61))
    let renderer = SceneRenderer(shot: sunset(style), canvas: small)
    let styled = difference(frame(renderer, 60), frame(renderer, 61))
    // Film and noir have grain that moves, by a few levels.
    let allowed: Double = style == .film || style == .noir ? 9 : 3
    #expect(styled < natural * 2 + allowed)
  }

  @Test("Kaiber's colours breathe with the beat: more colour on a beat than before it")
  func pulse() {
    let renderer = SceneRenderer(
      shot: sunset(.kaiber), canvas: small, pulse: Pulse(period: 1, offset: 0))
    func colour(_ frame: FrameBuffer) -> Double {
      let chroma = frame.bytes[frame.lumaCount...]
      return Double(chroma.reduce(0) { $0 + abs(Int($1) - 128) }) / Double(chroma.count)
    }
    // A tenth of a second after the beat, and just before the next.
    #expect(colour(frame(renderer, 63)) > colour(frame(renderer, 88)) * 1.08)
  }

  @Test("styles draw on any canvas, for any scene, without harm", arguments: Style.allCases)
  func hostile(style: Style) {
    for canvas in [
      Canvas(width: 16, height: 16), Canvas(width: 1024, height: 34), Canvas(width: 34, height: 1024),
      Canvas(width: 722, height: 406, framesPerSecond: 1), Canvas(width: 90, height: 160),
    ] {
      for kinds in [[], [SceneElement.Kind.underwater], [.tunnel], [.stars, .moon]] {
        let shot = Shot(
          name: "odd", durationMS: 200, seed: 3, timeOfDay: .night, elements: kinds.map { SceneElement($0) },
          style: style)
        let picture = frame(SceneRenderer(shot: shot, canvas: canvas), -5)
        #expect(picture.bytes.count == canvas.width * canvas.height * 3 / 2)
        #expect(picture.bytes[..<picture.lumaCount].allSatisfy { (16...235).contains($0) })
        #expect(picture.bytes[picture.lumaCount...].allSatisfy { (16...240).contains($0) })
      }
    }
  }

  @Test("a drawing is held: pixel art changes twelve times a second, a sketch eight")
  func held() {
    for (style, frames) in [(Style.pixel, 2), (.sketch, 3)] {
      let renderer = SceneRenderer(shot: sunset(style), canvas: small)
      let first = frame(renderer, 12).bytes
      #expect(frame(renderer, 12 + frames - 1).bytes == first)
      #expect(frame(renderer, 12 + frames).bytes != first)
    }
  }

  @Test("anime draws dark contours around what stands in the picture, in a sky without bands")
  func contours() {
    func picture(_ style: Style?) -> FrameBuffer {
      let horse = SceneElement(.horse, colour: NamedColour(name: "white", red: 255, green: 255, blue: 255))
      let shot = Shot(
        name: "test", durationMS: 4000, seed: 7, timeOfDay: .day, elements: [horse, .init(.meadow)],
        camera: .still, style: style)
      return frame(SceneRenderer(shot: shot, canvas: Canvas(width: 540, height: 960)), 40)
    }
    let (plain, anime) = (picture(nil), picture(.anime))
    func dark(_ frame: FrameBuffer) -> Int { frame.bytes[..<frame.lumaCount].count { $0 < 44 } }
    #expect(dark(anime) > dark(plain) + 600)
    // Down the clear sky no step is larger than a few levels.
    let column = 20
    let steps = (1..<200).map {
      abs(Int(anime.bytes[$0 * anime.width + column]) - Int(anime.bytes[($0 - 1) * anime.width + column]))
    }
    #expect((steps.max() ?? 99) < 5)
  }

  @Test("a large canvas and a small one show the same picture")
  func scale() {
    for style in [Style.watercolour, .oil, .paperCut, .lowPoly] {
      let large = frame(
        SceneRenderer(shot: sunset(style), canvas: Canvas(width: 1080, height: 1920)), 30)
      let little = frame(SceneRenderer(shot: sunset(style), canvas: small), 30)
      for row in stride(from: 30, to: 360, by: 60) {
        func mean(_ frame: FrameBuffer, _ factor: Int) -> Double {
          var sum = 0
          for y in (row * factor)..<((row + 12) * factor) {
            for x in 40 * factor..<180 * factor { sum += Int(frame.bytes[y * frame.width + x]) }
          }
          return Double(sum) / Double(12 * 140 * factor * factor)
        }
        #expect(abs(mean(large, 5) - mean(little, 1)) < 34)
      }
    }
  }
}
