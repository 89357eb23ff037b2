import Directing
import Scenes
import Testing

private let canvas = Canvas(width: 180, height: 320)

private struct Scene {
  let renderer: SceneRenderer

  init(_ shot: Shot) { renderer = SceneRenderer(shot: shot, canvas: canvas) }

  func callAsFunction(_ number: Int) -> FrameBuffer {
    var buffer = FrameBuffer(canvas: canvas)
    renderer.render(frame: number, into: &buffer)
    return buffer
  }
}

/// Share of the luma samples that differ by more than so much.
private func share(_ one: FrameBuffer, _ other: FrameBuffer, above least: Int = 10) -> Double {
  let count = (0..<one.lumaCount).count { abs(Int(one.bytes[$0]) - Int(other.bytes[$0])) > least }
  return Double(count) / Double(one.lumaCount)
}

@Suite("The first frame and the loop")
struct FirstFrameTests {
  @Test(
    "what a prompt names is in the picture from its first frame, of which the poster is made, to its last",
    arguments: [
      ("three horses running along the beach at sunset", SceneElement.Kind.horse, 0.004),
      ("a father and son walking on the beach", .people, 0.004),
      ("two wolves in the snow", .wolf, 0.004), ("four people walking in a city street", .people, 0.004),
      ("two dogs in a canyon", .dog, 0.004), ("three cyclists on a road", .cyclist, 0.004),
      ("cars on a highway at night", .car, 0.004), ("five runners in a park", .runner, 0.004),
      ("two people with umbrellas in a rainy city street", .umbrella, 0.004),
      ("an airplane over the city", .airplane, 0.002), ("two helicopters over the city", .helicopter, 0.001),
      ("three birds over the sea", .birds, 0.0003), ("two boats on a lake", .boat, 0.001),
      ("a train in the mountains", .train, 0.002), ("fireworks over the city", .fireworks, 0.003),
      ("meteor shower over the desert", .meteors, 0.0002), ("three whales in the sea", .whale, 0.001),
      ("a ufo over a field", .ufo, 0.001), ("two dolphins in the sea", .dolphin, 0.0005),
      ("two hot air balloons", .balloon, 0.002), ("a rocket launch", .rocket, 0.002),
      ("two swans on a lake", .swan, 0.001), ("a comet over mountains", .comet, 0.0005),
      ("a satellite in space", .satellite, 0.002), ("three fish", .fish, 0.001),
      ("two turtles under water", .turtle, 0.001), ("three sharks under water", .shark, 0.001),
      ("a helicopter over the sea", .helicopter, 0.001), ("a sailing ship at sea", .ship, 0.002),
      ("two trucks on a road", .truck, 0.003), ("a flock of birds over hills", .birds, 0.0003),
    ])
  func subject(prompt: String, kind: SceneElement.Kind, least: Double) throws {
    for seed in [1, 2] as [UInt64] {
      let shot = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: seed).shots[0]
      try #require(shot.element(kind) != nil)
      var without = shot
      without.elements.removeAll { $0.kind == kind }
      // The camera follows what is the subject: without it, it stands.
      without.camera = .still
      var still = shot
      still.camera = .still
      let (with, empty) = (Scene(still), Scene(without))
      for number in [0, 75, 150, 225, 299] {
        let seen = share(with(number), empty(number))
        #expect(seen > least, "\(prompt), seed \(seed), frame \(number): \(seen)")
      }
    }
  }

  @Test(
    "in a seamless loop what moves goes on its way, and the last frame leads into the first",
    arguments: [
      "seamless loop of soap bubbles", "snow falling over pines, seamless loop",
      "sky lanterns over a lake, seamless loop", "cherry blossom petals falling, seamless loop",
      "autumn leaves falling, seamless loop", "golden particles, seamless loop",
      "dandelion seeds in the wind, seamless loop", "underwater, seamless loop",
      "three horses on the beach, seamless loop", "cars on a highway at night, seamless loop",
      "five fish under water, seamless loop", "rain on a city street at night, seamless loop",
      "smoke rising, seamless loop",
    ])
  func loops(prompt: String) {
    let shot = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: 5).shots[0]
    #expect(shot.loops)
    let frame = Scene(shot)
    let last = frame.renderer.frameCount - 1
    // A step of time is as large at the seam as anywhere else.
    let steps = [60, 150, 220].map { share(frame($0), frame($0 + 1)) }
    let seam = share(frame(last), frame(0))
    #expect(seam <= (steps.max() ?? 0) * 1.5 + 0.004, "\(prompt): \(seam) at the seam, \(steps) elsewhere")
    #expect(share(frame(0), frame(last / 2), above: 3) > 0.004, "\(prompt) stands still")
  }

  @Test("bubbles in a seamless loop rise, every one of them")
  func bubblesRise() {
    var shot = Director(drawable: SceneRenderer.drawable)
      .storyboard(for: "one soap bubble, seamless loop", seed: 5).shots[0]
    shot.camera = .still
    var black = shot
    black.elements[0].colour = NamedColour(name: "black", red: 0, green: 0, blue: 0)
    let (coloured, dark) = (Scene(shot), Scene(black))
    func middle(_ number: Int) -> Double {
      let (one, other) = (coloured(number), dark(number))
      let rows = (0..<one.lumaCount).filter { abs(Int(one.bytes[$0]) - Int(other.bytes[$0])) > 8 }.map {
        $0 / canvas.width
      }
      return Double(rows.reduce(0, +)) / Double(max(1, rows.count))
    }
    let heights = stride(from: 0, to: 300, by: 30).map(middle)
    // It goes round once: all steps but the one from the top to the foot go upward.
    let downward = zip(heights, heights.dropFirst()).count { $0 < $1 - 1 }
    #expect(downward <= 2, "\(heights)")
    #expect((heights.max() ?? 0) - (heights.min() ?? 0) > 100)
  }
}
