import Directing

/// Snow in depth: fine dust far away, flakes that sway, and a few large soft ones before the lens.
struct SnowLayer {
  static func make(_ stage: Stage) -> any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.snow)
    let size = Float(element?.size ?? 1)
    let count = element?.count ?? Int(460 + 520 * stage.energy)
    let speed = Float(element?.speed ?? 1)
    let colour = stage.colour(.snow) ?? RGB(0.97, 0.98, 1)
    let wind = (stage.energy * 1.1 + 0.12) * (element?.heading == .left ? -1 : 1)
    let unit = frame.unit
    let seed = stage.seed(0x5A0)
    return MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).map { number in
        let index = moment.kin(of: number)
        let rank = hash(index, seed, 1)
        let depth = power(rank, 2.2)
        let lens = rank > 0.975
        let fall = mix(70, 330, depth) * unit * speed
        let reach = frame.height * 1.12
        let place = moment.place(of: number, among: count, rate: fall / reach, offset: hash(index, seed, 2))
        let y = place * reach - frame.height * 0.06
        let sway =
          moment.swing(rate: 0.16 + 0.22 * hash(index, seed, 4), offset: hash(index, seed, 5))
          * mix(12, 46, depth) * unit
          + 0.3 * frame.width * moment.wander(at: place, offset: hash(index, seed, 7))
        let drift = (place - 0.5) * wind * reach * 0.5
        var x = hash(index, seed, 3) * frame.width * 1.6 + drift + sway + moment.camera.turn
        x = x - (x / (frame.width * 1.6)).rounded(.down) * frame.width * 1.6 - frame.width * 0.3
        let radius = (lens ? mix(9, 17, hash(index, seed, 6)) : mix(0.9, 5.2, depth)) * unit * size
        return Marks.Mark(
          x: x, y: y, radius: radius * 0.55, softness: radius * (lens ? 1.6 : 1.1) + 0.6, colour: colour,
          opacity: lens ? 0.26 : mix(0.5, 0.92, depth))
      }
    }
  }
}
