import PrivateFiles

/// Draws emoji in colour, which libass can't: by Pango's own viewer, where it and a colour font are installed.
struct EmojiPainter: Sendable {
  let tools: MediaTools

  /// The most different emoji of one title, and of all subtitles; more are drawn by libass, in one colour.
  static let most = 24
  static let mostOfSubtitles = 120
  /// The most pixels of a drawn emoji, across or down.
  private static let largest = 1024
  private static let limits = ResourceLimits(cpuSeconds: 20, addressSpace: 4 << 30, fileSize: 16 << 20)

  /// An emoji as premultiplied red, green, blue and alpha.
  struct Picture: Sendable {
    let width: Int
    let height: Int
    let pixels: [UInt8]

    /// The room that it takes, width against height: a narrow one has as much as others.
    var aspect: Double { max(1, Double(width) / Double(max(1, height))) }

    /// The colour at a place of the unit square, its neighbours weighed by how much of the picture a step covers.
    func average(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> SIMD4<Float> {
      let columns =
        Int(
          left * Double(width))..<max(
          Int(left * Double(width)) + 1, Int((right * Double(width)).rounded(.up)))
      let rows =
        Int(
          top * Double(height))..<max(
          Int(top * Double(height)) + 1, Int((bottom * Double(height)).rounded(.up)))
      var sum = SIMD4<Float>.zero
      var weights: Float = 0
      for row in rows where row >= 0 && row < height {
        let tall = Self.overlap(row, top * Double(height), bottom * Double(height))
        for column in columns where column >= 0 && column < width {
          let weight = tall * Self.overlap(column, left * Double(width), right * Double(width))
          let at = (row * width + column) * 4
          sum +=
            SIMD4(Float(pixels[at]), Float(pixels[at + 1]), Float(pixels[at + 2]), Float(pixels[at + 3]))
            * weight
          weights += weight
        }
      }
      return weights > 0 ? sum / weights : .zero
    }

    /// How much of a pixel lies between two places.
    private static func overlap(_ index: Int, _ low: Double, _ high: Double) -> Float {
      Float(max(0, min(high, Double(index + 1)) - max(low, Double(index))))
    }
  }

  /// The pictures of emoji; those that can't be drawn in colour here are not among them.
  func pictures(of emoji: [String], most: Int = Self.most) async throws(RenderError) -> [String: Picture] {
    guard let viewer = MediaTools.program("pango-view") else { return [:] }
    var pictures: [String: Picture] = [:]
    let scratch = try TemporaryFolder.scratch()
    for text in emoji where pictures[text] == nil && pictures.count < most {
      // No text of a user stands in an argument.
      let words = try scratch.keep(Array(text.utf8), named: "emoji-\(pictures.count).txt")
      let drawn = scratch.path + "/emoji-\(pictures.count).png"
      let program = MediaProgram(
        path: viewer,
        arguments: [
          "--no-display", "-q", "--background=transparent", "--margin=0", "--font=Noto Color Emoji 96",
          "--output=" + drawn, words,
        ], limits: Self.limits)
      let (_, ending) = try await program.collect(limit: 0)
      guard ending.isSuccess, let picture = try await read(drawn), picture.hasColour else { return pictures }
      pictures[text] = picture.cropped
    }
    return pictures
  }

  /// The pictures of the emoji in all lines of subtitles.
  func pictures(ofSubtitles texts: [String]) async throws(RenderError) -> [String: Picture] {
    let emoji = texts.map { text in EmojiText.pieces(of: text).filter(\.isEmoji).map(\.text) }
    return try await pictures(
      of: emoji.filter { $0.count <= EmojiRooms.most }.flatMap(\.self), most: Self.mostOfSubtitles)
  }

  private func read(_ path: String) async throws(RenderError) -> Picture? {
    let side = Self.largest
    let program = MediaProgram(
      ffmpeg: tools,
      arguments: [
        "-hide_banner", "-nostdin", "-loglevel", "error", "-f", "png_pipe", "-i", "file:" + path, "-vf",
        "format=gbrap,premultiply=inplace=1,format=rgba,pad=\(side):\(side):0:0:black@0", "-frames:v", "1",
        "-f",
        "rawvideo", "-pix_fmt", "rgba", "pipe:1",
      ], limits: Self.limits)
    let (pixels, ending) = try await program.collect(limit: side * side * 4)
    guard ending.isSuccess, pixels.count == side * side * 4 else { return nil }
    return Picture(width: side, height: side, pixels: pixels)
  }
}

extension EmojiPainter.Picture {
  /// Whether anything in it is neither clear nor black, as a font of one colour would draw it.
  var hasColour: Bool {
    stride(from: 0, to: pixels.count, by: 4).contains { max(pixels[$0], pixels[$0 + 1], pixels[$0 + 2]) > 24 }
  }

  /// Without the clear edges.
  var cropped: Self {
    guard let ink = TitleBitmap.ink(in: pixels, width: width, height: height, above: 0) else { return self }
    var cut: [UInt8] = []
    for row in ink.rows {
      cut +=
        pixels[((row * width + ink.columns.lowerBound) * 4)..<((row * width + ink.columns.upperBound) * 4)]
    }
    return Self(width: ink.columns.count, height: ink.rows.count, pixels: cut)
  }
}
