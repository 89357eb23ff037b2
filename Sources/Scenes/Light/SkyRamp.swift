/// The colours of a clear sky from the horizon (0) to the top of the picture (1).
struct SkyRamp: Sendable {
  private let heights: [Float]
  private let colours: [RGB]

  /// Stops in rising order.
  init(_ stops: [(Float, UInt32)]) {
    heights = stops.map(\.0)
    colours = stops.map { RGB(hex: $0.1) }
  }

  /// The colour at a height; below 0 and above 1 as at the ends. Smooth across the stops, so that none shows as a line.
  func colour(at height: Float) -> RGB {
    let place = clamp(height, heights[0], heights[heights.count - 1])
    var upper = 1
    while upper < heights.count - 1, heights[upper] < place { upper += 1 }
    let lower = upper - 1
    let span = heights[upper] - heights[lower]
    let t = (place - heights[lower]) / span
    // Monotone cubic through the stops.
    func channel(_ get: (RGB) -> Float) -> Float {
      func slope(_ index: Int) -> Float {
        if index == 0 || index == heights.count - 1 { return 0 }
        let before = (get(colours[index]) - get(colours[index - 1])) / (heights[index] - heights[index - 1])
        let after = (get(colours[index + 1]) - get(colours[index])) / (heights[index + 1] - heights[index])
        return before * after <= 0 ? 0 : 2 * before * after / (before + after)
      }
      let (a, b) = (get(colours[lower]), get(colours[upper]))
      let (t2, t3) = (t * t, t * t * t)
      return a * (2 * t3 - 3 * t2 + 1) + slope(lower) * span * (t3 - 2 * t2 + t) + b * (3 * t2 - 2 * t3)
        + slope(upper) * span * (t3 - t2)
    }
    return RGB(channel(\.red), channel(\.green), channel(\.blue))
  }
}
