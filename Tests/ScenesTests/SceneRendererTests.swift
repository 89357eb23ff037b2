import Directing
import Scenes
import Testing

/// Small pictures are enough to see what matters here.
private let small = Canvas(width: 144, height: 256)

private func shot(
  _ elements: [SceneElement], at time: TimeOfDay = .day, seed: UInt64 = 7, milliseconds: Int = 4000,
  tint: NamedColour? = nil,
  energy: Double = 0.4, camera: CameraMove = .push, loops: Bool = false
) -> Shot {
  Shot(
    name: "test", durationMS: milliseconds, seed: seed, timeOfDay: time, elements: elements, tint: tint,
    energy: energy,
    camera: camera, loops: loops)
}

private func frame(_ shot: Shot, _ number: Int = 30, canvas: Canvas = small) -> FrameBuffer {
  var buffer = FrameBuffer(canvas: canvas)
  SceneRenderer(shot: shot, canvas: canvas).render(frame: number, into: &buffer)
  return buffer
}

/// Mean luma of some rows and columns.
private func brightness(_ frame: FrameBuffer, rows: Range<Int>? = nil, columns: Range<Int>? = nil) -> Double {
  let rows = rows ?? 0..<frame.height
  let columns = columns ?? 0..<frame.width
  var sum = 0
  for row in rows { for column in columns { sum += Int(frame.bytes[row * frame.width + column]) } }
  return Double(sum) / Double(rows.count * columns.count)
}

/// Mean difference of two frames' bytes.
private func difference(_ one: FrameBuffer, _ other: FrameBuffer) -> Double {
  var sum = 0
  for index in one.bytes.indices { sum += abs(Int(one.bytes[index]) - Int(other.bytes[index])) }
  return Double(sum) / Double(one.bytes.count)
}

/// Share of luma samples that differ clearly: more than grain can.
private func changedShare(_ one: FrameBuffer, _ other: FrameBuffer) -> Double {
  var count = 0
  for index in 0..<one.lumaCount where abs(Int(one.bytes[index]) - Int(other.bytes[index])) > 4 { count += 1 }
  return Double(count) / Double(one.lumaCount)
}

@Suite("Scenes")
struct SceneRendererTests {
  @Test("a shot has as many frames as its length at its rate, and at least one")
  func frameCounts() {
    #expect(SceneRenderer(shot: shot([.init(.ocean)], milliseconds: 10_000), canvas: small).frameCount == 300)
    let slow = Canvas(width: 16, height: 16, framesPerSecond: 1)
    #expect(SceneRenderer(shot: shot([], milliseconds: 200), canvas: slow).frameCount == 1)
  }

  @Test("the same shot gives the same bytes, from one renderer twice and from two")
  func sameBytes() {
    let sunset = shot([.init(.ocean), .init(.sun), .init(.birds)], at: .sunset)
    let renderer = SceneRenderer(shot: sunset, canvas: small)
    var first = FrameBuffer(canvas: small)
    var second = FrameBuffer(canvas: small)
    renderer.render(frame: 40, into: &first)
    renderer.render(frame: 3, into: &second)
    renderer.render(frame: 40, into: &second)
    #expect(first.bytes == second.bytes)
    #expect(frame(sunset, 40).bytes == first.bytes)
  }

  @Test(
    "leaving out what something nearer hides changes no byte",
    arguments: [
      "a city at night", "a waterfall in a forest", "a deer in a foggy forest at dawn",
      "snow-capped mountains over a lake by day", "a castle on a hill above a lake at dusk",
      "neon signs in a rainy city at night", "a campfire in a forest under the stars",
      "rain on a window, city lights at night",
    ])
  func hiddenParts(prompt: String) {
    // No whole number of blocks of columns.
    let canvas = Canvas(width: 538, height: 960)
    let board = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: 20)
    let renderer = SceneRenderer(shot: board.shots[0], canvas: canvas)
    for number in [0, 101, 250] {
      var seen = FrameBuffer(canvas: canvas)
      var whole = FrameBuffer(canvas: canvas)
      renderer.render(frame: number, into: &seen)
      renderer.renderHidden(frame: number, into: &whole)
      #expect(seen.bytes == whole.bytes)
    }
  }

  @Test("another seed gives another picture of the same thing")
  func seeds() {
    let one = frame(shot([.init(.mountains), .init(.lake)], seed: 1))
    let two = frame(shot([.init(.mountains), .init(.lake)], seed: 2))
    #expect(changedShare(one, two) > 0.1)
  }

  @Test(
    "rows drawn in any pieces and order give the bytes of the whole frame",
    arguments: [
      [SceneElement.Kind.ocean, .boat, .rain], [.city, .snow], [.forest, .stars, .fog], [.flow],
      [.mountains, .lake, .aurora],
    ])
  func rowsInPieces(kinds: [SceneElement.Kind]) {
    let scene = shot(kinds.map { SceneElement($0) }, at: .dusk)
    let renderer = SceneRenderer(shot: scene, canvas: small)
    var whole = FrameBuffer(canvas: small)
    renderer.render(frame: 17, into: &whole)
    var pieces = FrameBuffer(canvas: small)
    for rows in [200..<256, 0..<2, 50..<121, 2..<50, 121..<200] {
      renderer.render(frame: 17, into: &pieces, rows: rows)
    }
    #expect(pieces.bytes == whole.bytes)
  }

  @Test("a picture moves: half a second on, it is another", arguments: SceneElement.Kind.allCases)
  func moves(kind: SceneElement.Kind) {
    let scene = shot([.init(kind)], at: .dusk)
    #expect(difference(frame(scene, 20), frame(scene, 50)) > 0.25)
  }

  @Test(
    "every kind that can be drawn changes the picture against the same shot without it",
    arguments: SceneRenderer.drawable.sorted { $0.rawValue < $1.rawValue })
  func everyKindShows(kind: SceneElement.Kind) {
    // Over water, so that the horizon and ground of both pictures are alike; water itself is set against hills.
    // What lives on the sea floor is set in the sea.
    let ground: SceneElement.Kind =
      [.coral, .jellyfish, .turtle].contains(kind) ? .underwater : Ground.isWater(kind) ? .hills : .ocean
    let time: TimeOfDay = kind == .sun || kind == .rainbow ? .day : .night
    var most = 0.0
    // Lightning and fireworks are not there all the time.
    for number in stride(from: 5, to: 115, by: kind == .lightning ? 2 : 28) {
      let without = frame(shot([.init(ground)], at: time, camera: .still), number)
      let with = frame(shot([.init(ground), .init(kind)], at: time, camera: .still), number)
      most = max(most, changedShare(with, without))
      if most > 0.02 { break }
    }
    #expect(most > (kind == .birds || kind == .boat ? 0.0005 : 0.001))
  }

  @Test("the brightest spot of a sunset is where the renderer says the sun is")
  func sunStandsWhereItIsSaid() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let scene = shot([.init(.ocean), .init(.sun)], at: .sunset, seed: seed)
      let renderer = SceneRenderer(shot: scene, canvas: small)
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
      let renderer = SceneRenderer(shot: shot([.init(.ocean)], at: time, camera: .still), canvas: small)
      let first = try #require(renderer.sunPosition(frame: 0))
      let last = try #require(renderer.sunPosition(frame: renderer.frameCount - 1))
      #expect(sinks ? last.y > first.y : last.y < first.y)
      #expect(first.y < Double(small.height) / 2 && last.y < Double(small.height) / 2 + 2)
    }
  }

  @Test("a sun that the prompt puts on the left or right stands there")
  func sunPlace() throws {
    let left = SceneRenderer(
      shot: shot([.init(.sun, place: -0.8), .init(.ocean)], at: .sunset), canvas: small)
    let right = SceneRenderer(
      shot: shot([.init(.sun, place: 0.8), .init(.ocean)], at: .sunset), canvas: small)
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

  @Test("storm makes higher seas than calm: more contrast in the water")
  func energy() {
    func roughness(_ energy: Double) -> Double {
      let picture = frame(shot([.init(.ocean)], at: .overcast, energy: energy))
      var sum = 0
      for row in 180..<250 {
        for column in 1..<picture.width {
          sum += abs(
            Int(picture.bytes[row * picture.width + column])
              - Int(picture.bytes[row * picture.width + column - 1]))
        }
      }
      return Double(sum)
    }
    #expect(roughness(1) > roughness(0) * 1.2)
  }

  @Test(
    "a looping shot ends where it began",
    arguments: [
      SceneElement.Kind.ocean, .snow, .rain, .stars, .flow, .clouds, .lanterns, .birds, .plasma, .fog,
      .fireflies,
    ])
  func loops(kind: SceneElement.Kind) {
    let scene = shot([.init(kind)], at: .dusk, loops: true)
    let renderer = SceneRenderer(shot: scene, canvas: small)
    var first = FrameBuffer(canvas: small)
    var after = FrameBuffer(canvas: small)
    var middle = FrameBuffer(canvas: small)
    renderer.render(frame: 0, into: &first)
    renderer.render(frame: renderer.frameCount, into: &after)
    renderer.render(frame: renderer.frameCount / 3, into: &middle)
    // The grain differs from frame to frame by design: about half a level.
    #expect(difference(first, after) < 1.2)
    #expect(difference(first, middle) > difference(first, after))
  }

  @Test("every light and every canvas shape gives a picture with contrast", arguments: TimeOfDay.allCases)
  func shapes(time: TimeOfDay) {
    for canvas in [
      small, Canvas(width: 256, height: 144), Canvas(width: 160, height: 160),
      Canvas(width: 160, height: 200),
    ] {
      for kinds in [[SceneElement.Kind.ocean], [.mountains, .forest], [.city]] {
        let picture = frame(shot(kinds.map { SceneElement($0) }, at: time), canvas: canvas)
        let luma = picture.bytes[..<picture.lumaCount]
        #expect((luma.max() ?? 0) - (luma.min() ?? 0) > 40)
      }
    }
  }

  @Test("odd shots draw without harm: nothing in them, all in them, 500 of each, no speed, one frame")
  func hostileShots() {
    let all = SceneElement.Kind.allCases
    let odd: [Shot] = [
      shot([]), shot(all.map { SceneElement($0) }, at: .night),
      shot(all.reversed().map { SceneElement($0, count: 500, size: 2.5, speed: 0) }),
      shot(
        all.map { SceneElement($0, count: 1, size: 0.4, speed: 3, place: -1, heading: .left) },
        milliseconds: 200, energy: 1, loops: true),
    ]
    let canvases = [
      Canvas(width: 16, height: 16), Canvas(width: 4096, height: 64), Canvas(width: 16, height: 1024),
      Canvas(width: 18, height: 22, framesPerSecond: 1),
    ]
    for canvas in canvases {
      for scene in odd {
        let picture = frame(scene, 0, canvas: canvas)
        #expect(picture.bytes.count == canvas.width * canvas.height * 3 / 2)
      }
    }
    for kind in all {
      let lone = SceneElement(kind, count: 500, size: 2.5, speed: 0, place: 1)
      _ = frame(shot([lone], at: .night, energy: 0), 100_000, canvas: Canvas(width: 64, height: 48))
      _ = frame(
        shot([lone], at: .day, energy: 1, camera: .handheld, loops: true), -5,
        canvas: Canvas(width: 30, height: 64))
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

  @Test("a buffer of another size is replaced by one that fits")
  func wrongBuffer() {
    var buffer = FrameBuffer(width: 20, height: 20)
    SceneRenderer(shot: shot([.init(.ocean)]), canvas: small).render(frame: 0, into: &buffer)
    #expect(buffer.width == small.width && buffer.height == small.height)
  }
}

/// Which kinds bring water with them.
private enum Ground {
  static func isWater(_ kind: SceneElement.Kind) -> Bool {
    [.ocean, .lake, .river, .boat, .island, .lighthouse, .beach, .bridge].contains(kind)
  }
}
