import Directing
import Scenes
import Testing

@Suite("Scenes")
struct SceneRendererTests {
  @Test("a shot has as many frames as its length at its rate, and at least one")
  func frameCounts() {
    #expect(
      SceneRenderer(shot: shot([.init(.ocean)], milliseconds: 10_000), canvas: smallCanvas).frameCount == 300)
    let slow = Canvas(width: 16, height: 16, framesPerSecond: 1)
    #expect(SceneRenderer(shot: shot([], milliseconds: 200), canvas: slow).frameCount == 1)
  }

  @Test("the same shot gives the same bytes, from one renderer twice and from two")
  func sameBytes() {
    let sunset = shot([.init(.ocean), .init(.sun), .init(.birds)], at: .sunset)
    let renderer = SceneRenderer(shot: sunset, canvas: smallCanvas)
    var first = FrameBuffer(canvas: smallCanvas)
    var second = FrameBuffer(canvas: smallCanvas)
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
    let renderer = SceneRenderer(shot: scene, canvas: smallCanvas)
    var whole = FrameBuffer(canvas: smallCanvas)
    renderer.render(frame: 17, into: &whole)
    var pieces = FrameBuffer(canvas: smallCanvas)
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
    let renderer = SceneRenderer(shot: scene, canvas: smallCanvas)
    var first = FrameBuffer(canvas: smallCanvas)
    var after = FrameBuffer(canvas: smallCanvas)
    var middle = FrameBuffer(canvas: smallCanvas)
    renderer.render(frame: 0, into: &first)
    renderer.render(frame: renderer.frameCount, into: &after)
    renderer.render(frame: renderer.frameCount / 3, into: &middle)
    // The grain differs from frame to frame by design: about half a level.
    #expect(difference(first, after) < 1.2)
    #expect(difference(first, middle) > difference(first, after))
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

  @Test("a buffer of another size is replaced by one that fits")
  func wrongBuffer() {
    var buffer = FrameBuffer(width: 20, height: 20)
    SceneRenderer(shot: shot([.init(.ocean)]), canvas: smallCanvas).render(frame: 0, into: &buffer)
    #expect(buffer.width == smallCanvas.width && buffer.height == smallCanvas.height)
  }
}

/// Which kinds bring water with them.
private enum Ground {
  static func isWater(_ kind: SceneElement.Kind) -> Bool {
    [.ocean, .lake, .river, .boat, .island, .lighthouse, .beach, .bridge].contains(kind)
  }
}
