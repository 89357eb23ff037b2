// What a frame of each prompt's scene costs, layer by layer, as a table for people: the least processor time of one
// thread over some frames.
//
// Usage: SceneCosts PROMPT…

import Directing
import Foundation
import Scenes

/// Frames all over the shot, so that what comes and goes is met.
let frames = 12
let canvas = Canvas(width: 1080, height: 1920)

for prompt in CommandLine.arguments.dropFirst() {
  let board = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: nil)
  guard let shot = board.shots.first else { continue }
  let renderer = SceneRenderer(shot: shot, canvas: canvas)
  var parts: [(name: String, milliseconds: Double)] = []
  for step in 0..<frames {
    // Neighbours share what is painted for several frames at once, as in a film.
    for (index, cost) in renderer.costs(frame: renderer.frameCount * step / frames / 4 * 4 + 2).enumerated() {
      if index < parts.count, parts[index].name == cost.name {
        parts[index].milliseconds = min(parts[index].milliseconds, cost.milliseconds)
      } else if step == 0 {
        parts.append((cost.name, cost.milliseconds))
      }
    }
  }
  // Layers of one kind stand together.
  var kinds: [(name: String, count: Int, milliseconds: Double)] = []
  for part in parts {
    if let place = kinds.firstIndex(where: { $0.name == part.name }) {
      kinds[place].count += 1
      kinds[place].milliseconds += part.milliseconds
    } else {
      kinds.append((part.name, 1, part.milliseconds))
    }
  }
  let whole = kinds.reduce(0) { $0 + $1.milliseconds }
  let list = kinds.sorted { $0.milliseconds > $1.milliseconds }.filter { $0.milliseconds >= 0.05 }
    .map { "\($0.name)\($0.count > 1 ? " ×\($0.count)" : "") \(String(format: "%.1f", $0.milliseconds))" }
  print("| \(prompt) | \(String(format: "%.1f", whole)) | \(list.joined(separator: " · ")) |")
}
