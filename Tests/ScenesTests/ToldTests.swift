import Directing
import Scenes
import Testing

private let canvas = Canvas(width: 180, height: 320)

/// What other things in a picture bring with them: a whale the sea, the evening a sun, a train its bridge.
private let brought: Set<SceneElement.Kind> = [
  .ocean, .lake, .river, .underwater, .stars, .sun, .clouds, .bridge,
]

@Suite("What an answer tells of")
struct ToldTests {
  @Test(
    "everything that is told to be in a picture changes it",
    arguments: [
      "a kaleidoscope of flowers", "a horse in a tunnel of light", "plasma and a city",
      "birds over flowing colour",
      "a coral reef with fish, a turtle and a boat", "the sun over an underwater world",
      "a spaceship flying past saturn",
      "an astronaut on the moon", "a black hole and a comet", "a spaceship flying through a wormhole",
      "a candle by the window, rain",
      "four friends around a campfire under the stars",
      "a family on a bench by the lake at sunset, birds, a boat",
      "a city by the river at night with lanterns and fireworks", "a cat at the window, rain, a city",
      "cars, a train and a bridge over a river", "a castle on a hill, a dragon and a rainbow",
      "a lighthouse on a cliff in a storm with lightning", "deer in a foggy forest at dawn",
      "cherry blossom, a pagoda, a crane and mountains", "a ufo over a wheat field at night",
      "hot air balloons over a canyon", "a whale and a dolphin at sunset", "smoke, bubbles and a heart",
      "a cat and a couple by the fireplace",
    ])
  func isDrawn(prompt: String) {
    for shot in Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: 3).shots {
      let whole = SceneRenderer(shot: shot, canvas: canvas)
      let numbers = [0, 90, 200]
      func frames(_ renderer: SceneRenderer) -> [FrameBuffer] {
        numbers.map { number in
          var buffer = FrameBuffer(canvas: canvas)
          renderer.render(frame: number, into: &buffer)
          return buffer
        }
      }
      let with = frames(whole)
      for kind in Set(shot.elements.map(\.kind)) where !brought.contains(kind) {
        var rest = shot
        rest.elements.removeAll { $0.kind == kind }
        let without = frames(SceneRenderer(shot: rest, canvas: canvas))
        let changed = zip(with, without).map { one, other in
          (0..<one.lumaCount).count { abs(Int(one.bytes[$0]) - Int(other.bytes[$0])) > 4 }
        }
        #expect((changed.max() ?? 0) > 8, "\(prompt): \(kind) is told, but not seen")
      }
    }
  }
}
