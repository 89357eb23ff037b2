import Directing
import MediaFormats

/// What a film is to become: the `output` of the render call.
///
/// Decoding forgives what clients differ in: `resolution` may be `1080`, `"1080p"`, `"4k"` or `"1080x1920"`, an
/// unknown quality is high, and a missing format is MP4. An unknown format is an error.
public struct RenderOutput: Codable, Sendable, Equatable {
  /// The file format.
  public var format: MediaFormat
  /// Size against looks.
  public var quality: RenderQuality
  /// The shorter side of the picture in pixels, 144 to 2160, so that "1080p" of an upright film is 1080×1920;
  /// nil keeps the canvas.
  public var resolution: Int?
  /// Frames a second, 1 to 60; nil keeps the canvas's.
  public var framesPerSecond: Int?
  /// Whether the file is a part that is to be joined with others: pictures and sound without loss, in AVI, of the size and
  /// rate that the format has. No call of the wire asks for it.
  public var isPart = false

  /// Makes an output; numbers are clamped to their ranges.
  public init(
    format: MediaFormat = .mp4, quality: RenderQuality = .high, resolution: Int? = nil,
    framesPerSecond: Int? = nil
  ) {
    self.format = format
    self.quality = quality
    self.resolution = resolution.map { min(2160, max(144, $0)) }
    self.framesPerSecond = framesPerSecond.map { min(60, max(1, $0)) }
  }

  enum CodingKeys: String, CodingKey {
    case format, quality, resolution
    case framesPerSecond = "fps"
  }

  /// Reads the wire's form, forgiving as the type says.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var format = MediaFormat.mp4
    if let word = try container.decodeIfPresent(String.self, forKey: .format) {
      guard let known = MediaFormat(word: word) else {
        throw DecodingError.dataCorruptedError(
          forKey: .format, in: container, debugDescription: "unknown format \(word)")
      }
      format = known
    }
    let quality = (try? container.decode(String.self, forKey: .quality)).flatMap(RenderQuality.init)
    var resolution = (try? container.decode(Double.self, forKey: .resolution)).flatMap(Self.pixels)
    if resolution == nil, let word = try? container.decode(String.self, forKey: .resolution) {
      resolution = Self.shorterSide(of: word)
    }
    let rate = (try? container.decode(Double.self, forKey: .framesPerSecond)).flatMap(Self.pixels)
    self.init(
      format: format, quality: quality ?? .high, resolution: resolution, framesPerSecond: rate)
  }

  /// The shorter side that a word such as `1080p`, `4k`, `1080x1920` or `full hd` names; nil if it names none.
  public static func shorterSide(of word: String) -> Int? {
    let plain = word.lowercased().filter { !$0.isWhitespace }
    switch plain {
    case "8k", "4k", "uhd", "4kuhd": return 2160
    case "2k", "qhd": return 1440
    case "fullhd", "fhd": return 1080
    case "hd": return 720
    case "sd": return 480
    default: break
    }
    let numbers = plain.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    return numbers.prefix(2).min()
  }

  private static func pixels(_ number: Double) -> Int? {
    number.isFinite && number >= 1 && number < 1e6 ? Int(number) : nil
  }
}

extension RenderOutput {
  /// The canvas that a film is drawn on for this output: same shape, its shorter side as asked for, even sizes.
  ///
  /// Animated pictures are drawn smaller (480 for GIF, 540 for WebP) and slower unless the output says otherwise,
  /// because these formats hold every frame almost whole.
  package func canvas(for canvas: Canvas) -> Canvas {
    let shorter = min(canvas.width, canvas.height)
    let usual: (side: Int, rate: Int) =
      switch format {
      case .gif: (min(shorter, 480), min(canvas.framesPerSecond, 15))
      case .webp: (min(shorter, 540), min(canvas.framesPerSecond, 20))
      default: (shorter, canvas.framesPerSecond)
      }
    let side = resolution ?? usual.side
    let rate = framesPerSecond ?? usual.rate
    guard side != shorter else {
      return Canvas(width: canvas.width, height: canvas.height, framesPerSecond: rate)
    }
    // To the nearest even number: 16:9 at 480 lines is 854×480.
    func scaled(_ length: Int) -> Int { (length * side + shorter) / (2 * shorter) * 2 }
    // A very long canvas must still fit the encoders: 4096 is the canvas's own limit.
    let longer = max(scaled(canvas.width), scaled(canvas.height))
    guard longer > 4096 else {
      return Canvas(width: scaled(canvas.width), height: scaled(canvas.height), framesPerSecond: rate)
    }
    func fitted(_ length: Int) -> Int { (length * 4096 / max(canvas.width, canvas.height)) & ~1 }
    return Canvas(width: fitted(canvas.width), height: fitted(canvas.height), framesPerSecond: rate)
  }
}
