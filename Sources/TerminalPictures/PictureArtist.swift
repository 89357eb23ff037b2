import Glibc
import LineEditing
import Presentation
import PrivateFiles

/// Draws pictures for a terminal: by chafa, which knows terminals better than we do, else in half blocks.
///
/// Everything is optional here: without FFmpeg, in too little room, or when a helper fails, there is no picture and no word
/// about it.
public struct PictureArtist: Sendable {
  private let ffmpeg: HelperProgram?
  private let chafa: HelperProgram?
  private let temporary: String

  /// More than any picture for a terminal takes.
  private static let largest = 16 << 20

  /// Looks for the helpers.
  ///
  /// - Parameter environment: `PATH`, and `TMPDIR` for a file that lives as long as chafa draws.
  public init(environment: [String: String]) {
    let searchPath = environment["PATH"] ?? ""
    ffmpeg = HelperProgram("ffmpeg", searchPath: searchPath)
    chafa = HelperProgram("chafa", searchPath: searchPath)
    temporary = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Where chafa is, if it is installed.
  public var chafaPath: String? { chafa?.path }
  /// Whether frames can be taken of files.
  public var takesFrames: Bool { ffmpeg != nil }

  /// Four frames of a film side by side, or a still picture.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - format: Its format, such as `mp4`.
  ///   - durationMS: Its length in milliseconds; 0 for a still picture.
  ///   - box: The room for it.
  ///   - traits: What the terminal understands.
  /// - Returns: What to print, ending with a line; nil when there is no picture.
  public func strip(
    of path: String, format: String, durationMS: Int, in box: PictureBox, for traits: TerminalTraits
  ) async -> String? {
    let extractor = FrameExtractor(path: path, format: format, durationMS: durationMS)
    let isFilm = durationMS > 0 && !["png", "jpg", "webp"].contains(format)
    return await draw(extractor, count: isFilm ? 4 : 1, in: box, for: traits)
  }

  /// A picture that came over the wire.
  ///
  /// - Parameters:
  ///   - picture: The bytes of a PNG, JPEG or WebP file.
  ///   - box: The room for it.
  ///   - traits: What the terminal understands.
  public func poster(_ picture: [UInt8], in box: PictureBox, for traits: TerminalTraits) async -> String? {
    guard let format = Self.format(of: picture) else { return nil }
    return await withFile(picture) { path in
      await draw(FrameExtractor(path: path, format: format, durationMS: 0), count: 1, in: box, for: traits)
    }
  }

  private static func format(of picture: [UInt8]) -> String? {
    if picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
    if picture.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
    return picture.starts(with: Array("RIFF".utf8)) && picture.dropFirst(8).starts(with: Array("WEBP".utf8))
      ? "webp" : nil
  }

  // MARK: Drawing

  private func draw(
    _ extractor: FrameExtractor, count: Int, in box: PictureBox, for traits: TerminalTraits
  ) async -> String? {
    guard let ffmpeg, let way = traits.pictures, box.columns >= PictureBox.narrowest - 2, box.rows >= 3 else {
      return nil
    }
    if let chafa {
      let frame = box.frame(of: count, gap: 1)
      guard
        let arguments = extractor.arguments(count: count, frame: frame, gap: box.cellWidth, codec: "png"),
        let png = await ffmpeg.output(arguments, limit: Self.largest),
        let drawn = await draw(png, by: chafa, way, in: box, isFull: traits.colours == .full)
      else { return nil }
      return drawn
    }
    guard traits.colours != .few else { return nil }
    // Two square pixels to a cell.
    var cells = box
    (cells.cellWidth, cells.cellHeight) = (1, 2)
    let frame = cells.frame(of: count, gap: 1)
    guard let arguments = extractor.arguments(count: count, frame: frame, gap: 1, codec: "pam"),
      let pam = await ffmpeg.output(arguments, limit: Self.largest), let image = PixelImage(pam: pam)
    else { return nil }
    return HalfBlocks.draw(image, isFull: traits.colours == .full)
  }

  private func draw(
    _ png: [UInt8], by chafa: HelperProgram, _ way: TerminalTraits.PictureWay, in box: PictureBox,
    isFull: Bool
  ) async -> String? {
    guard let size = Self.size(ofPNG: png) else { return nil }
    let columns = min(box.columns, (size.width + box.cellWidth - 1) / box.cellWidth)
    let rows = min(box.rows, (size.height + box.cellHeight - 1) / box.cellHeight)
    guard let terminal = SizedTerminal(box) else { return nil }
    // A picture of pixels has a palette of its own, however few colours the text has.
    let colours = isFull || way != .symbols ? "full" : "256"
    let output = await withFile(png) { path in
      await chafa.output(
        [
          "-f", way.rawValue, "-s", "\(columns)x\(rows)", "-c", colours, "--animate=off",
          "--scale=max", "--", path,
        ], errors: terminal.descriptor, limit: Self.largest)
    }
    withExtendedLifetime(terminal) {}
    guard let output else { return nil }
    let text = String(decoding: output, as: UTF8.self)
    if way == .symbols {
      // chafa may switch the cursor off and on around its drawing; of symbols only colours and glyphs are wanted.
      let lines = text.split(separator: "\n").map { Self.coloursAlone($0) }
      return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
    }
    let data = text.filter { !$0.isNewline }
    return data.isEmpty ? nil : TerminalSequence.picture(data, rows: rows)
  }

  /// A line with its SGR sequences and no others.
  private static func coloursAlone(_ line: Substring) -> String {
    var result = ""
    for piece in StyledScanner(String(line)) {
      switch piece {
      case .character(let character, _): result.append(character)
      case .style(let style): result += style
      case .newline, .tab, .carriageReturn, .sequence: break
      }
    }
    return result
  }

  /// The size that a PNG file tells in its first chunk.
  private static func size(ofPNG bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count > 24 else { return nil }
    func number(_ place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(16), number(20))
    return (1...20_000).contains(width) && (1...20_000).contains(height) ? (width, height) : nil
  }

  /// Runs `body` with a file of these bytes that nobody else can read, and takes it away.
  private func withFile<Result>(_ bytes: [UInt8], _ body: (String) async -> Result?) async -> Result? {
    guard let folder = try? TemporaryFolder(in: temporary),
      let path = try? folder.write(bytes, named: "picture")
    else { return nil }
    return await body(path)
  }
}
