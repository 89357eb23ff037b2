import LineEditing

/// Draws a picture in half blocks, two pixels to a cell: for terminals that know no pictures, where chafa is not installed.
package enum HalfBlocks {
  /// The rows of a picture, each ending with a line feed.
  ///
  /// - Parameter isFull: Whether all colours are there, else 256.
  package static func draw(_ image: PixelImage, isFull: Bool) -> String {
    var text = ""
    for row in 0..<((image.height + 1) / 2) {
      var run = ""
      var runCodes = ""
      for column in 0..<image.width {
        let (glyph, codes) = cell(image.colour(column, row * 2), image.colour(column, row * 2 + 1), isFull)
        if codes != runCodes {
          text += TerminalSequence.styled(run, runCodes)
          (run, runCodes) = ("", codes)
        }
        run += glyph
      }
      text += TerminalSequence.styled(run, runCodes) + "\n"
    }
    return text
  }

  private typealias Colour = (red: UInt8, green: UInt8, blue: UInt8)

  private static func cell(_ upper: Colour?, _ lower: Colour?, _ isFull: Bool) -> (String, codes: String) {
    switch (upper, lower) {
    case (nil, nil): (" ", "")
    case (let upper?, nil): ("▀", "38;" + code(upper, isFull))
    case (nil, let lower?): ("▄", "38;" + code(lower, isFull))
    case (let upper?, let lower?): ("▀", "38;\(code(upper, isFull));48;\(code(lower, isFull))")
    }
  }

  private static func code(_ colour: Colour, _ isFull: Bool) -> String {
    isFull ? "2;\(colour.red);\(colour.green);\(colour.blue)" : "5;\(indexed(colour))"
  }

  /// The nearest of xterm's 256 colours: of the cube of six steps, or of the 24 greys.
  package static func indexed(_ colour: (red: UInt8, green: UInt8, blue: UInt8)) -> Int {
    let steps = [0, 95, 135, 175, 215, 255]
    func step(_ value: UInt8) -> Int {
      steps.indices.min { abs(steps[$0] - Int(value)) < abs(steps[$1] - Int(value)) } ?? 0
    }
    let parts = [Int(colour.red), Int(colour.green), Int(colour.blue)]
    let cube = [step(colour.red), step(colour.green), step(colour.blue)]
    let grey = min(23, max(0, (parts.reduce(0, +) / 3 - 8 + 5) / 10))
    func distance(_ other: [Int]) -> Int {
      zip(parts, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let greyDistance = distance(Array(repeating: 8 + grey * 10, count: 3))
    return greyDistance < distance(cube.map { steps[$0] })
      ? 232 + grey : 16 + cube[0] * 36 + cube[1] * 6 + cube[2]
  }
}
