import Directing
import Scenes
import Testing

@Suite("Light and colour of scenes")
struct SceneLightTests {
  @Test("the brightest spot of a sunset is where the renderer says the sun is")
  func sunStandsWhereItIsSaid() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let scene = shot([.init(.ocean), .init(.sun)], at: .sunset, seed: seed)
      let renderer = SceneRenderer(shot: scene, canvas: smallCanvas)
      let sun = try #require(renderer.sunPosition(frame: 60))
      let picture = frame(scene, 60)
      let (x, y) = (Int(sun.x), Int(sun.y))
      let disc = brightness(picture, rows: (y - 3)..<(y + 3), columns: (x - 3)..<(x + 3))
      #expect(disc > 200)
      #expect(disc > brightness(picture, rows: 0..<60) + 60)
    }
  }

  @Test("the evening sun sinks, the morning sun climbs, and both keep to the upper half")
  func sunMoves() throws {
    for (time, sinks) in [(TimeOfDay.sunset, true), (.dawn, false)] {
      let renderer = SceneRenderer(shot: shot([.init(.ocean)], at: time, camera: .still), canvas: smallCanvas)
      let first = try #require(renderer.sunPosition(frame: 0))
      let last = try #require(renderer.sunPosition(frame: renderer.frameCount - 1))
      #expect(sinks ? last.y > first.y : last.y < first.y)
      #expect(first.y < Double(smallCanvas.height) / 2 && last.y < Double(smallCanvas.height) / 2 + 2)
    }
  }

  @Test("a sun that the prompt puts on the left or right stands there")
  func sunPlace() throws {
    let left = SceneRenderer(
      shot: shot([.init(.sun, place: -0.8), .init(.ocean)], at: .sunset), canvas: smallCanvas)
    let right = SceneRenderer(
      shot: shot([.init(.sun, place: 0.8), .init(.ocean)], at: .sunset), canvas: smallCanvas)
    #expect(try #require(left.sunPosition(frame: 0)).x < 60)
    #expect(try #require(right.sunPosition(frame: 0)).x > 84)
  }

  @Test("night is darker than dusk, and dusk than day")
  func lightOfDay() {
    let levels = [TimeOfDay.night, .dusk, .day].map { brightness(frame(shot([.init(.hills)], at: $0))) }
    #expect(levels[0] + 15 < levels[1])
    #expect(levels[1] + 15 < levels[2])
  }

  @Test("a purple sea is more purple than a plain one")
  func colourOfAnElement() {
    let purple = NamedColour(name: "purple", red: 130, green: 40, blue: 190)
    let plain = frame(shot([.init(.ocean)]))
    let coloured = frame(shot([.init(.ocean, colour: purple)]))
    func red(_ frame: FrameBuffer) -> Double {
      // V of the lower third.
      let quarter = frame.lumaCount / 4
      let plane = frame.bytes[(frame.lumaCount + quarter)...].suffix(quarter / 3)
      return Double(plane.reduce(0) { $0 + Int($1) }) / Double(plane.count)
    }
    #expect(red(coloured) > red(plain) + 6)
  }

  @Test("a tint colours the whole picture")
  func tint() {
    let plain = frame(shot([.init(.mountains)]))
    let tinted = frame(
      shot([.init(.mountains)], tint: NamedColour(name: "red", red: 230, green: 30, blue: 30)))
    let chroma = plain.lumaCount / 4
    func mean(_ frame: FrameBuffer) -> Double {
      Double(frame.bytes.suffix(chroma).reduce(0) { $0 + Int($1) }) / Double(chroma)
    }
    #expect(mean(tinted) > mean(plain) + 10)
  }

  @Test("every light and every canvas shape gives a picture with contrast", arguments: TimeOfDay.allCases)
  func shapes(time: TimeOfDay) {
    for canvas in [
      smallCanvas, Canvas(width: 256, height: 144), Canvas(width: 160, height: 160),
      Canvas(width: 160, height: 200),
    ] {
      for kinds in [[SceneElement.Kind.ocean], [.mountains, .forest], [.city]] {
        let picture = frame(shot(kinds.map { SceneElement($0) }, at: time), canvas: canvas)
        let luma = picture.bytes[..<picture.lumaCount]
        #expect((luma.max() ?? 0) - (luma.min() ?? 0) > 40)
      }
    }
  }

  @Test("luma and chroma stay within the limits of television levels")
  func limitedRange() {
    for time in TimeOfDay.allCases {
      let picture = frame(shot([.init(.ocean), .init(.sun), .init(.fireworks)], at: time))
      #expect(picture.bytes[..<picture.lumaCount].allSatisfy { (16...235).contains($0) })
      #expect(picture.bytes[picture.lumaCount...].allSatisfy { (16...240).contains($0) })
    }
  }
}
