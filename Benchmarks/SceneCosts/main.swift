// What a frame of each prompt's scene costs, layer by layer, as a table for people: the least processor time of one
// thread over some frames; and for how many milliseconds it is prepared, on all cores, which for the first one includes
// what all scenes share.
//
// Usage: SceneCosts PROMPT…

import Directing
import Foundation
import Scenes

/// Places in a shot, so that what comes and goes is met; at each some frames in a row, which share what is painted for
/// several of them at once.
let (places, run) = (6, 4)
let canvas = Canvas(width: 1080, height: 1920)

for prompt in CommandLine.arguments.dropFirst() {
  let board = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: nil)
  guard let shot = board.shots.first else { continue }
  let begin = ContinuousClock.now
  let renderer = SceneRenderer(shot: shot, canvas: canvas)
  let preparation = ContinuousClock.now - begin
  var parts: [(name: String, milliseconds: Double)] = []
  for place in 0..<places {
    let first = renderer.frameCount * place / places / run * run
    // The frame before is drawn for what it leaves behind.
    _ = renderer.costs(frame: max(0, first - 1))
    var means: [(name: String, milliseconds: Double)] = []
    for frame in first..<(first + run) {
      for (index, cost) in renderer.costs(frame: frame).enumerated() {
        if frame == first { means.append((cost.name, 0)) }
        guard index < means.count, means[index].name == cost.name else { continue }
        means[index].milliseconds += cost.milliseconds / Double(run)
      }
    }
    if place == 0 { parts = means }
    for (index, mean) in means.enumerated() where index < parts.count && parts[index].name == mean.name {
      parts[index].milliseconds = min(parts[index].milliseconds, mean.milliseconds)
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
  let ready = Int(preparation / .milliseconds(1))
  print("| \(prompt) | \(String(format: "%.1f", whole)) | \(ready) | \(list.joined(separator: " · ")) |")
}
