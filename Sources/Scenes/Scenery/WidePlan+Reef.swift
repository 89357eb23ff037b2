import Directing

/// The floor of the sea.
extension WidePlan {
  /// A reef on the sea floor.
  var coral: any SceneLayer {
    let frame = frame
    let seed = stage.seed(0xC02A)
    let own = stage.colour(.coral)
    let palette =
      own.map { [$0, $0.mixed(RGB(1), 0.3)] }
      ?? [
        RGB(0.95, 0.42, 0.36), RGB(0.98, 0.66, 0.30), RGB(0.80, 0.36, 0.66), RGB(0.96, 0.80, 0.52),
        RGB(0.42, 0.66, 0.48),
      ]
    let water = stage.colour(.underwater) ?? RGB(0.08, 0.34, 0.46)
    let tall = frame.height * 0.37
    return band(
      top: frame.height - tall, height: tall + frame.height * 0.08, nearness: 0.9, haze: 0, hazeFoot: 0,
      ground: water * 0.25
    ) { canvas, width, _ in
      let foot = tall + frame.height * 0.08
      func branch(
        _ from: P, _ turn: Float, _ length: Float, _ wide: Float, _ depth: Int, _ colour: RGB, _ salt: Int
      ) {
        let to = from + P(cosine(turns: turn), sine(turns: turn)) * length
        canvas.stroke(from, to, wide, wide * 0.8, colour)
        canvas.ellipse(to, P(wide, wide) * 0.42, colour.mixed(RGB(1), depth == 0 ? 0.3 : 0))
        guard depth > 0 else { return }
        for arm in 0..<3 {
          branch(
            to, turn + (Float(arm) - 1) * 0.085 + (hash(salt, depth, arm) - 0.5) * 0.06, length * 0.74,
            wide * 0.74, depth - 1, colour, salt &* 3 &+ arm)
        }
      }
      for layer in 0..<2 {
        let back = layer == 0
        var rock: [P] = [P(-4, foot + 4)]
        for step in 0...50 {
          let t = Float(step) / 50
          rock.append(
            P(
              t * width,
              foot - tall * (back ? 0.66 : 0.42)
                * (0.7 + 0.6 * Noise.line(t * 5 + Float(layer) * 9, octaves: 4, seed: seed))))
        }
        rock.append(P(width + 4, foot + 4))
        let tone = RGB(0.34, 0.36, 0.40).mixed(water, back ? 0.62 : 0.36)
        canvas.fill(rock) { x, y in
          tone * (0.6 + 0.6 * SharedTiles.billow.sample(x * 0.7 / frame.unit, y / frame.unit))
        }
        for plant in 0..<(back ? 12 : 11) {
          let t = (Float(plant) + hash(plant, seed, layer)) / (back ? 12 : 11)
          let root = P(t * width, rock[min(51, 1 + Int(t * 50))].y + 8)
          let colour = (palette[(plant + layer) % palette.count] * 0.85).mixed(water, back ? 0.55 : 0.16)
          let size = frame.unit * (back ? 0.9 : 1.4) * (0.7 + 0.6 * hash(plant, seed, layer + 5))
          switch Int(hash(plant, seed, layer + 8) * 3) {
          case 0: branch(root, -0.25, 46 * size, 17 * size, 3, colour, plant)
          case 1:
            for fan in 0..<17 {
              let turn = -0.25 + (Float(fan) / 16 - 0.5) * 0.34
              canvas.stroke(
                root, root + P(cosine(turns: turn), sine(turns: turn)) * 128 * size, 9 * size, 4 * size,
                colour * (0.8 + 0.3 * hash(fan, plant)))
            }
          default:
            for tube in 0..<6 {
              let x = root.x + (Float(tube) - 2.5) * 21 * size
              let high = (60 + 70 * hash(tube, plant, seed)) * size
              canvas.stroke(
                P(x, root.y), P(x + (Float(tube) - 2.5) * 6 * size, root.y - high), 17 * size, 23 * size,
                colour)
              canvas.ellipse(
                P(x + (Float(tube) - 2.5) * 6 * size, root.y - high), P(11.5, 5.5) * size, colour * 0.4)
            }
          }
        }
      }
    }
  }
}
