import Directing

/// The ranges of land that a shot's words ask for, back to front.
struct LandPlan {
  let stage: Stage
  /// Whether water lies before the land, so that all of it stands on the waterline.
  let hasWater: Bool

  var layers: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    let frame = stage.composition
    let foggy = stage.has(.fog)
    let mist: Float = foggy ? 0.3 : 0
    if stage.has(.mountains) { layers += mountains(frame, mist: mist) }
    if stage.has(.hills) || (stage.has(.mountains) && !hasWater) { layers += hills(frame, mist: mist) }
    if stage.has(.dunes) { layers += dunes(frame) }
    return layers
  }

  /// Quiet grassland for things that need ground to stand on.
  var plain: [any SceneLayer] {
    let frame = stage.composition
    return bands(
      (0..<4).map { index in
        let rank = Float(index) / 3
        let crest = mix(frame.horizon, frame.height * 0.84, power(rank, 1.3))
        return TerrainRange(
          cover: index == 1 ? .woods : .grass, crest: crest - frame.height * 0.03,
          foot: min(frame.height * 1.1, crest + frame.height * 0.3),
          frequency: mix(2.2, 0.8, rank), ruggedness: 0.05, relief: 0.4, nearness: mix(0.2, 1, rank),
          hazeTop: mix(0.6, 0, power(rank, 0.6)), hazeFoot: mix(0.4, 0.03, rank),
          seed: stage.seed(650 + index), fillsGround: index == 3)
      })
  }

  /// Low dark hills that close a picture of the sky.
  var rim: [any SceneLayer] {
    let frame = stage.composition
    return bands(
      (0..<3).map { index in
        let rank = Float(index) / 2
        let crest = mix(frame.height * 0.80, frame.height * 0.93, rank)
        return TerrainRange(
          cover: .woods, crest: crest, foot: frame.height * 1.08, frequency: mix(2.6, 1.4, rank),
          ruggedness: 0.15, relief: 0.55,
          nearness: mix(0.2, 0.8, rank), hazeTop: mix(0.55, 0.05, rank), hazeFoot: mix(0.7, 0.1, rank),
          seed: stage.seed(680 + index),
          fillsGround: index == 2)
      })
  }

  private func mountains(_ frame: Composition, mist: Float) -> [any SceneLayer] {
    let element = stage.shot.element(.mountains)
    let size = Float(element?.size ?? 1)
    let base = frame.horizon + (hasWater ? 2 : frame.height * 0.06)
    let foot = base + (hasWater ? 0 : frame.height * 0.07)
    // Snow is a cover and no colour of the rock.
    let isSnowy = element?.colour?.name == "snow"
    let colour = isSnowy ? nil : stage.colour(.mountains)
    // By day haze would bleach snow and sky into one.
    let clear: Float = stage.shot.timeOfDay == .day ? 0.55 : 1
    let reach = min(frame.horizon * 0.86, frame.height * 0.3 * size.squareRoot())
    // Cold lands have a low snow line.
    let snow: Float = stage.has(.snow) ? 0.2 : isSnowy ? 0.3 : 0.58
    let far = TerrainRange(
      cover: .rock, crest: base - reach, foot: foot, frequency: 1.9, ruggedness: 0.8, relief: 0.8,
      nearness: 0.1, hazeTop: 0.3 * clear + mist * 0.6, hazeFoot: 0.86 * clear, seed: stage.seed(101),
      snowLine: snow,
      colour: colour)
    let middle = TerrainRange(
      cover: .rock, crest: base - reach * 0.62, foot: foot, frequency: 2.6, ruggedness: 0.66, relief: 0.8,
      nearness: 0.22, hazeTop: 0.14 * clear + mist, hazeFoot: 0.6 * clear + mist * 0.6, seed: stage.seed(202),
      snowLine: snow + 0.22, colour: colour)
    let near = TerrainRange(
      cover: .woods, crest: base - reach * 0.2, foot: base, frequency: 5.5, ruggedness: 0.2, relief: 0.8,
      nearness: 0.3, hazeTop: 0.12 + mist, hazeFoot: 0.3 + mist, seed: stage.seed(303))
    var layers: [any SceneLayer] = bands(hasWater ? [far, middle, near] : [far, middle])
    if mist > 0 {
      layers.insert(FogLayer.between(stage, centre: base - reach * 0.3, spread: reach * 0.4, salt: 1), at: 1)
    }
    return layers
  }

  private func hills(_ frame: Composition, mist: Float) -> [any SceneLayer] {
    let behindMountains = stage.has(.mountains)
    // Hills that are called green are green as grass is.
    let isGrassy = ["green", "dark green", "emerald"].contains(stage.shot.element(.hills)?.colour?.name ?? "")
    let colour = stage.colour(.hills).map { isGrassy ? $0.mixed(RGB(0.36, 0.46, 0.16), 0.62) : $0 }
    if hasWater {
      return bands(
        (0..<3).map { index in
          let rank = Float(index) / 2
          return TerrainRange(
            cover: index == 2 ? .woods : .grass, crest: frame.horizon - frame.height * mix(0.13, 0.05, rank),
            foot: frame.horizon + 2, frequency: mix(1.8, 3.4, rank), ruggedness: 0.12, relief: 0.7,
            nearness: mix(0.1, 0.3, rank), hazeTop: mix(0.62, 0.12, rank) + mist,
            hazeFoot: mix(0.8, 0.3, rank) + mist * 0.6,
            seed: stage.seed(400 + index), colour: colour)
        })
    }
    let count = behindMountains ? 3 : 6
    let first = frame.horizon - frame.height * (behindMountains ? -0.03 : 0.09)
    let last = frame.height * 0.9
    func crest(_ index: Int) -> Float {
      first + (last - first) * power(Float(index) / Float(count - 1), 1.25)
    }
    let ranges = (0..<count).map { index in
      let rank = Float(index) / Float(count - 1)
      let next = first + (last - first) * power(Float(index + 1) / Float(count - 1), 1.25)
      let foot = index == count - 1 ? frame.height * 1.1 : min(frame.height * 1.1, next + frame.height * 0.1)
      return TerrainRange(
        cover: behindMountains || (index * 7 + stage.seed(1)) % 3 == 0 ? .woods : .grass, crest: crest(index),
        foot: foot,
        frequency: mix(2.4, 1.1, rank), ruggedness: 0.1, relief: 0.6, nearness: mix(0.12, 1, rank),
        hazeTop: mix(behindMountains ? 0.42 : 0.72, 0.0, power(rank, 0.55)) + mist * (1 - rank),
        hazeFoot: mix(0.9, 0.1, power(rank, 0.6)) + mist * (1 - rank) * 0.5, seed: stage.seed(500 + index),
        fillsGround: index == count - 1, colour: colour)
    }
    var layers: [any SceneLayer] = []
    for (index, band) in bands(ranges).enumerated() {
      layers.append(band)
      if mist > 0, index < count - 1 {
        layers.append(
          FogLayer.between(
            stage, centre: crest(index) + frame.height * 0.11, spread: frame.height * 0.07, salt: index + 3))
      }
    }
    return layers
  }

  private func dunes(_ frame: Composition) -> [any SceneLayer] {
    let count = 5
    let first = frame.horizon - frame.height * 0.03
    return bands(
      (0..<count).map { index in
        let rank = Float(index) / Float(count - 1)
        let crest = first + (frame.height * 0.82 - first) * power(rank, 1.5)
        return TerrainRange(
          cover: .sand, crest: crest,
          foot: min(frame.height * 1.1, crest + frame.height * mix(0.12, 0.32, rank)),
          frequency: mix(2.6, 0.9, rank), ruggedness: 0, relief: 0.6, nearness: mix(0.12, 1, rank),
          hazeTop: mix(0.6, 0, power(rank, 0.6)), hazeFoot: mix(0.5, 0.04, rank),
          seed: stage.seed(600 + index),
          fillsGround: index == count - 1, colour: stage.colour(.dunes))
      })
  }

  private func bands(_ ranges: [TerrainRange]) -> [any SceneLayer] {
    inParallel(ranges.count) { ranges[$0].band(stage: stage) }
  }
}
