import Directing

/// What flies higher than air, or without wings.
extension AircraftLayers {
  var ufo: [any SceneLayer] {
    let frame = frame
    let element = stage.shot.element(.ufo)
    let count = min(7, element?.count ?? 1)
    let seed = stage.seed(0x0F0)
    let light = stage.colour(.ufo) ?? RGB(0.55, 1, 0.75)
    let metal = RGB(0.55, 0.58, 0.64) * (daylight + RGB(0.18))
    var canvas = SpriteCanvas(width: 380, height: 150)
    canvas.ellipse(P(190, 58), P(74, 50), light * 0.75, opacity: 0.75)
    canvas.ellipse(P(172, 42), P(22, 14), turns: -0.08, RGB(1), opacity: 0.6)
    canvas.fill(SpriteCanvas.ellipse(P(190, 88), P(182, 36))) { x, y in
      metal * (1.3 - (y - 52) / 62) * (0.9 + 0.25 * (x - 190) / 182)
    }
    canvas.ellipse(P(190, 96), P(120, 18), metal * 0.4)
    for lamp in 0..<9 {
      let t = Float(lamp) / 8 * 2 - 1
      canvas.ellipse(P(190 + t * 150, 92 + 17 * (1 - t * t)), P(8, 5), RGB(1, 0.92, 0.6))
    }
    let sprite = canvas.sprite()
    @Sendable func spot(_ index: Int, _ moment: Moment) -> (P, Float) {
      let near = count == 1 ? 1 : mix(0.45, 1, hash(index, seed, 1))
      let home =
        count == 1 ? 0.5 + Float(element?.place ?? 0) * 0.3 : 0.15 + 0.7 * (Float(index) + 0.5) / Float(count)
      return (
        P(
          frame.width * home + 90 * frame.unit * moment.swing(rate: 0.06, offset: hash(index, seed, 2))
            + moment.camera.turn,
          frame.height * (0.3 + (count == 1 ? 0 : 0.14 * (hash(index, seed, 3) - 0.5))) + 22 * frame.unit
            * moment.swing(rate: 0.16, offset: hash(index, seed, 4)) + moment.camera.tilt),
        frame.unit * near * Float(element?.size ?? 1)
      )
    }
    let ground = frame.height * 0.9
    let beam = SoftGroup(
      layers: [
        ConeLayer(colour: light) { moment in
          let (place, scale) = spot(0, moment)
          return (
            place.x, place.y + 30 * scale, ground, 46 * scale, 190 * scale,
            0.36 + 0.06 * moment.swing(rate: 0.5)
          )
        }
      ], isOpaque: false)
    let lamps = MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).flatMap { index -> [Marks.Mark] in
        let (place, scale) = spot(index, moment)
        return (0..<9).map { lamp in
          let t = Float(lamp) / 8 * 2 - 1
          let on = power(0.5 + 0.5 * moment.swing(rate: 0.8, offset: Float(lamp) / 9), 3)
          return Marks.Mark(
            x: place.x + t * 150 * scale, y: place.y + (17 + 17 * (1 - t * t)) * scale, radius: 5 * scale,
            softness: 4, colour: light, opacity: on, isLight: true, halo: 60 * scale, haloStrength: 0.6 * on)
        }
      }
    }
    let hull = PropLayer(sprites: [sprite], anchor: 75) { moment in
      (0..<count).map { index in
        let (place, scale) = spot(index, moment)
        return PropLayer.Pose(
          x: place.x, y: place.y, scale: scale, lean: 8 * scale * moment.swing(rate: 0.12))
      }
    }
    return [beam, hull, lamps]
  }

  var satellite: any SceneLayer {
    var canvas = SpriteCanvas(width: 460, height: 200)
    let metal = RGB(0.82, 0.80, 0.74)
    let cell = stage.colour(.satellite) ?? RGB(0.10, 0.22, 0.48)
    for side in [-1, 1] as [Float] {
      canvas.stroke(P(230, 100), P(230 + side * 70, 100), 6, 6, metal * 0.6)
      for panel in 0..<3 {
        let left = 230 + side * (64 + Float(panel) * 52) - (side < 0 ? 48 : 0)
        canvas.rectangle(left, 62, 48, 76, metal)
        for row in 0..<4 {
          for column in 0..<3 {
            canvas.rectangle(
              left + 2 + Float(column) * 15.3, 64 + Float(row) * 18.4, 13.6, 16.4,
              cell * (0.8 + 0.5 * hash(row, column, panel)))
          }
        }
      }
    }
    canvas.fill([P(196, 66), P(264, 66), P(264, 136), P(196, 136)]) { x, _ in
      RGB(0.88, 0.70, 0.34) * (0.6 + 0.55 * (x - 196) / 68)
    }
    canvas.ellipse(P(230, 40), P(44, 15), metal)
    canvas.ellipse(P(230, 36), P(36, 10), metal * 0.6)
    canvas.stroke(P(230, 40), P(230, 12), 3, 2, metal)
    return crossing(
      .satellite, [canvas.sprite()], anchor: 100, height: 190, tall: 200, pace: 14, rate: 0, level: 0.4)
  }
}
