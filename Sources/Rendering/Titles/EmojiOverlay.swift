/// Puts emoji in colour into the places that a title left for them, each with a soft shadow like that of the text.
struct EmojiOverlay {
  /// A place in the picture, in pixels.
  struct Place: Equatable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
  }

  /// Finds the boxes that a script drew for emoji, by the colour that each has for its number.
  static func places(in pixels: [UInt8], width: Int, height: Int, count: Int) -> [Int: Place] {
    var places: [Int: Place] = [:]
    pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<height {
        for column in 0..<width {
          let at = (row * width + column) * 4
          guard pixels[at + 3] == 255 else { continue }
          let number = EmojiRooms.number(red: pixels[at], green: pixels[at + 1])
          guard number < count else { continue }
          var place = places[number] ?? Place(left: column, top: row, right: column, bottom: row)
          place.left = min(place.left, column)
          place.right = max(place.right, column + 1)
          place.bottom = max(place.bottom, row + 1)
          places[number] = place
        }
      }
    }
    return places
  }

  /// Draws an emoji over premultiplied pixels.
  static func draw(
    _ picture: EmojiPainter.Picture, at place: Place, shadow: Double, over pixels: inout [UInt8], width: Int,
    height: Int
  ) {
    let room = place
    // In the middle of its room, as large as it goes.
    let scale = min(
      Double(room.right - room.left) / Double(picture.width),
      Double(room.bottom - room.top) / Double(picture.height))
    let (wide, tall) = (Int(Double(picture.width) * scale), Int(Double(picture.height) * scale))
    guard wide > 0, tall > 0 else { return }
    let (left, top) = ((room.left + room.right - wide) / 2, (room.top + room.bottom - tall) / 2)
    let place = Place(left: left, top: top, right: left + wide, bottom: top + tall)
    var scaled = [SIMD4<Float>](repeating: .zero, count: wide * tall)
    for row in 0..<tall {
      for column in 0..<wide {
        scaled[row * wide + column] = picture.average(
          Double(column) / Double(wide), Double(row) / Double(tall), Double(column + 1) / Double(wide),
          Double(row + 1) / Double(tall))
      }
    }
    drawShadow(scaled, at: place, reach: max(1, Int(shadow)), over: &pixels, width: width, height: height)
    for row in 0..<tall where place.top + row < height {
      for column in 0..<wide where place.left + column < width {
        blend(scaled[row * wide + column], at: (place.top + row) * width + place.left + column, in: &pixels)
      }
    }
  }

  /// The emoji's coverage, a little lower, twice blurred, below what is there.
  private static func drawShadow(
    _ picture: [SIMD4<Float>], at place: Place, reach: Int, over pixels: inout [UInt8], width: Int,
    height: Int
  ) {
    let edge = reach * 2
    let (wide, tall) = (place.right - place.left + 2 * edge, place.bottom - place.top + 2 * edge)
    let inner = place.right - place.left
    var cover = [Float](repeating: 0, count: wide * tall)
    for (index, pixel) in picture.enumerated() {
      cover[(index / inner + edge) * wide + index % inner + edge] = pixel.w
    }
    for _ in 0..<2 {
      cover = blurred(cover, lines: tall, length: wide, along: 1, across: wide, reach: reach)
      cover = blurred(cover, lines: wide, length: tall, along: wide, across: 1, reach: reach)
    }
    let drop = reach / 3
    for row in 0..<tall {
      let y = place.top - edge + row + drop
      guard y >= 0, y < height else { continue }
      for column in 0..<wide {
        let x = place.left - edge + column
        guard x >= 0, x < width else { continue }
        let at = (y * width + x) * 4
        let below = cover[row * wide + column] * 0.6 * (1 - Float(pixels[at + 3]) / 255)
        pixels[at + 3] = UInt8(min(255, Float(pixels[at + 3]) + below))
      }
    }
  }

  /// The mean of each place and its neighbours within reach, along one of the two ways of a picture.
  private static func blurred(
    _ values: [Float], lines: Int, length: Int, along: Int, across: Int, reach: Int
  ) -> [Float] {
    var result = values
    for line in 0..<lines {
      var sum: Float = 0
      for index in -reach..<(length + reach) {
        if index + reach < length, index + reach >= 0 {
          sum += values[line * across + (index + reach) * along]
        }
        if index - reach - 1 >= 0, index - reach - 1 < length {
          sum -= values[line * across + (index - reach - 1) * along]
        }
        if index >= 0, index < length { result[line * across + index * along] = sum / Float(2 * reach + 1) }
      }
    }
    return result
  }

  private static func blend(_ above: SIMD4<Float>, at index: Int, in pixels: inout [UInt8]) {
    guard above.w > 0.5 else { return }
    let keep = 1 - above.w / 255
    for channel in 0..<4 {
      let value = above[channel] + Float(pixels[index * 4 + channel]) * keep
      pixels[index * 4 + channel] = UInt8(min(255, max(0, value.rounded())))
    }
  }
}
