import Directing

/// Draws titles once, through FFmpeg's libass, and turns them into layers that a frame takes in a fraction of a
/// millisecond.
struct TitleRasteriser: Sendable {
  let tools: MediaTools
  let canvas: Canvas

  /// Clear of the sides, as a share of the width.
  static let sideMargin = 0.08
  /// Clear of top and bottom, as a share of the height.
  static let edgeMargin = 0.12

  /// A title as it is seen in some frames of the film; nil when it has no ink.
  func layer(of plan: TitlePlan, frames: Range<Int>) async throws(RenderError) -> TitleLayer? {
    guard let bitmap = try await bitmap(of: plan) else { return nil }
    return TitleLayer(bitmap: bitmap, frames: frames, canvas: canvas, animation: plan.animation ?? .rise)
  }

  /// The emoji of subtitles, in the room that ``SubtitleScript`` leaves for them.
  ///
  /// - Parameters:
  ///   - lines: all lines of the film: a part has those emoji in colour that the whole has.
  ///   - frames: the frames that will be asked for.
  func emoji(
    ofSubtitles lines: [(frames: Range<Int>, text: String)], frames: Range<Int>
  ) async throws(RenderError) -> [TitleLayer] {
    let pictures = try await EmojiPainter(tools: tools).pictures(ofSubtitles: lines.map(\.text))
    guard !pictures.isEmpty else { return [] }
    var bitmaps: [String: TitleBitmap] = [:]
    var layers: [TitleLayer] = []
    for line in lines where line.frames.overlaps(frames) {
      let script = SubtitleScript(
        width: canvas.width, height: canvas.height, framesPerSecond: canvas.framesPerSecond, lines: [line],
        rooms: pictures.mapValues(\.aspect))
      let roomed = script.roomed
      guard !roomed.isEmpty else { continue }
      if bitmaps[line.text] == nil {
        let boxes = try await draw(script.roomsAlone, rows: canvas.height)
        var pixels = [UInt8](repeating: 0, count: boxes.count)
        lay(roomed, pictures, into: boxes, shadow: 1, over: &pixels)
        bitmaps[line.text] = TitleBitmap(
          pixels: pixels, width: canvas.width, rows: 0..<canvas.height)
      }
      guard let bitmap = bitmaps[line.text] else { continue }
      layers.append(TitleLayer(bitmap: bitmap, frames: line.frames, canvas: canvas, animation: .none))
    }
    return layers
  }

  /// Lays emoji into the boxes that were drawn for them.
  private func lay(
    _ roomed: [String], _ pictures: [String: EmojiPainter.Picture], into boxes: [UInt8], shadow: Double,
    over pixels: inout [UInt8]
  ) {
    let places = EmojiOverlay.places(
      in: boxes, width: canvas.width, height: canvas.height, count: roomed.count)
    for (number, text) in roomed.enumerated() {
      guard let picture = pictures[text], let place = places[number] else { continue }
      EmojiOverlay.draw(
        picture, at: place, shadow: shadow, over: &pixels, width: canvas.width, height: canvas.height)
    }
  }

  /// The picture of a title; nil when it has no ink.
  private func bitmap(of plan: TitlePlan) async throws(RenderError) -> TitleBitmap? {
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    let room = (width: width * (1 - 2 * Self.sideMargin), height: height * (1 - 2 * Self.edgeMargin))
    // A word or two may be large; they carry the picture.
    let letters = plan.text.unicodeScalars.reduce(0.0) {
      $0 + ($1.value >= 0x2E80 ? 1.8 : $1.value == 0x200B ? 0 : 1)
    }
    let isShort = plan.place.row == .middle && plan.place.column == .centre && !plan.text.contains("\n")
    let wished = min(width, height) * 0.1 * plan.size * (isShort ? min(1.5, max(1, 17 / max(1, letters))) : 1)
    let share = plan.place.row == .middle ? 0.8 : 0.5
    let layout = TitleLayout(
      text: plan.text, fontSize: wished, width: room.width * (plan.place.column == .centre ? 1 : 0.6),
      height: room.height * share)
    guard layout.lines.contains(where: { !$0.isEmpty }) else { return nil }
    var size = layout.fontSize
    let emoji = try await pictures(in: layout.lines)
    for _ in 0..<4 {
      let (pixels, rows) = try await draw(layout.lines, size: size, plan: plan, emoji: emoji)
      guard let ink = TitleBitmap.ink(in: pixels, width: canvas.width, height: rows.count) else { return nil }
      let excess = max(Double(ink.columns.count) / room.width, Double(ink.rows.count) / room.height)
      if excess <= 1 || size < 6 { return TitleBitmap(pixels: pixels, width: canvas.width, rows: rows) }
      size = size / excess * 0.98
    }
    return nil
  }

  /// The pictures of the emoji in a title, as far as they can be drawn in colour here.
  private func pictures(in lines: [String]) async throws(RenderError) -> [String: EmojiPainter.Picture] {
    let emoji = lines.flatMap { EmojiText.pieces(of: $0).filter(\.isEmoji).map(\.text) }
    guard !emoji.isEmpty, emoji.count <= EmojiRooms.most else { return [:] }
    return try await EmojiPainter(tools: tools).pictures(of: emoji)
  }

  /// The rows of the canvas that hold a title, and which they are.
  private func draw(
    _ lines: [String], size: Double, plan: TitlePlan, emoji: [String: EmojiPainter.Picture]
  ) async throws(RenderError) -> (pixels: [UInt8], rows: Range<Int>) {
    let rows = emoji.isEmpty ? usualRows(of: lines.count, size: size, plan: plan) : 0..<canvas.height
    let script = script(lines, size: size, plan: plan, emoji: emoji, rows: rows)
    var pixels = try await draw(script.text, rows: rows.count)
    guard emoji.isEmpty else {
      let boxes = try await draw(script.roomsAlone, rows: rows.count)
      lay(script.roomed, emoji, into: boxes, shadow: size * 0.09, over: &pixels)
      return (pixels, rows)
    }
    guard let ink = TitleBitmap.ink(in: pixels, width: canvas.width, height: rows.count, above: 0) else {
      return (pixels, rows)
    }
    let isWhole =
      (ink.rows.lowerBound > 0 || rows.lowerBound == 0)
      && (ink.rows.upperBound < rows.count || rows.upperBound == canvas.height)
    if isWhole { return (pixels, rows) }
    // Marks may be piled up over any height.
    let all = 0..<canvas.height
    let whole = self.script(lines, size: size, plan: plan, emoji: emoji, rows: all)
    return (try await draw(whole.text, rows: all.count), all)
  }

  /// Rows in which the lines of a title have room with their shadow: the fewer, the sooner it is drawn.
  private func usualRows(of lines: Int, size: Double, plan: TitlePlan) -> Range<Int> {
    let block = Double(lines) * size * 1.1
    let middle = anchor(of: plan).row
    let top =
      switch plan.place.row {
      case .top: middle
      case .middle: middle - block / 2
      case .bottom: middle - block
      }
    let first = max(0, Int(top - size)) & ~1
    return first..<max(first, min(canvas.height, Int(top + block + size)))
  }

  /// Where a title stands: the key of a number pad that says how, its column and its row.
  private func anchor(of plan: TitlePlan) -> (alignment: Int, column: Double, row: Double) {
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    let (lowest, row) =
      switch plan.place.row {
      case .top: (7, height * Self.edgeMargin)
      case .middle: (4, height * 0.47)
      case .bottom: (1, height * (1 - Self.edgeMargin))
      }
    let (alignment, column) =
      switch plan.place.column {
      case .left: (lowest, width * Self.sideMargin)
      case .centre: (lowest + 1, (width / 2).rounded(.down))
      case .right: (lowest + 2, width * (1 - Self.sideMargin))
      }
    return (alignment, column, row)
  }

  /// What libass is told to draw on some rows of the canvas.
  private func script(
    _ lines: [String], size: Double, plan: TitlePlan, emoji: [String: EmojiPainter.Picture], rows: Range<Int>
  ) -> TitleScript {
    let anchor = anchor(of: plan)
    let colour = plan.colour.map { (red: $0.red, green: $0.green, blue: $0.blue) } ?? (255, 255, 255)
    return TitleScript(
      lines: lines, fontSize: size, width: canvas.width, height: rows.count, column: anchor.column,
      row: anchor.row - Double(rows.lowerBound), alignment: anchor.alignment, colour: colour,
      font: plan.font ?? .sans, rooms: emoji.mapValues(\.aspect))
  }

  /// What libass makes of a script for so many rows, as premultiplied red, green, blue and alpha.
  private func draw(_ script: String, rows: Int) async throws(RenderError) -> [UInt8] {
    // The script comes through standard input: no file is written, and no text of a user stands in an argument.
    let program = MediaProgram(
      ffmpeg: tools,
      arguments: [
        "-hide_banner", "-nostdin", "-loglevel", "error", "-f", "lavfi", "-i",
        "color=c=black@0:s=\(canvas.width)x\(rows):r=1:d=1,format=rgba", "-vf",
        "subtitles=f=pipe\\\\:0:alpha=1", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
      ])
    let size = canvas.width * rows * 4
    let (pixels, ending) = try await program.collect(input: Array(script.utf8), limit: size)
    try ending.check()
    guard pixels.count == size else { throw .encoderFailed(detail: "the title could not be drawn") }
    return pixels
  }
}
