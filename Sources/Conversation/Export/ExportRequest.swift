import Glibc
import MediaFormats
import NemoVideo

/// What an export asks for, checked before anything is rendered.
public struct ExportRequest: Sendable, Equatable {
  let options: RenderOptions
  let destination: ExportDestination

  /// The resolutions that people ask for, as they are written (SEED.md, "Export").
  public static let usualResolutions = ["480p", "720p", "1080p", "1440p", "4k"]

  /// Resolutions by their lines, 480p to 4k (2160p).
  static let resolutions = [480, 540, 576, 720, 1080, 1440, 2160]

  /// Understands what the user asked for.
  ///
  /// - Throws: ``Failure`` of code `usage` for a format or resolution that the service does not make.
  init(
    format: String?, resolution: String?, path: String?, home: String?, folder: String
  ) throws(Failure) {
    let path = path.map { Self.expand($0, home: home) }
    let isFolder = path.map { $0.hasSuffix("/") || Self.isFolder($0) } ?? false
    let pathExtension = isFolder ? nil : path.flatMap(Self.fileExtension)
    let word = format ?? pathExtension ?? "mp4"
    guard let known = MediaFormat(word: word) else { throw .unknownFormat(word) }
    if let pathExtension, let other = MediaFormat(word: pathExtension), other != known {
      throw .formatsDiffer(known, other)
    }
    options = RenderOptions(
      format: known.rawValue, resolution: try resolution.map(Self.resolution))
    if let path, isFolder {
      destination = ExportDestination(
        folder: path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
    } else {
      let named = path.map { $0 + (pathExtension == nil ? ".\(known.rawValue)" : "") }
      destination = ExportDestination(namedPath: named, folder: folder)
    }
  }

  /// Checks what was asked for without looking at the disk.
  ///
  /// - Throws: ``Failure`` of code `usage`, as a command's wrong argument.
  public static func check(format: String?, resolution: String?, path: String?) throws(Failure) {
    _ = try ExportRequest(format: format, resolution: resolution, path: path, home: nil, folder: ".")
  }

  /// The size of the exported picture, for the closing line: the canvas scaled to the resolution's shorter side.
  func pictureSize(of canvas: (width: Int, height: Int)?) -> (Int?, Int?) {
    guard let canvas, canvas.width > 0, canvas.height > 0 else { return (nil, nil) }
    guard let lines = options.resolution.flatMap({ Int($0.dropLast()) }) else {
      return (canvas.width, canvas.height)
    }
    let scale = Double(lines) / Double(min(canvas.width, canvas.height))
    return (even(Double(canvas.width) * scale), even(Double(canvas.height) * scale))
  }

  private func even(_ size: Double) -> Int { Int((size / 2).rounded()) * 2 }

  /// Reads `720p`, `720`, `4k`, `full hd` as lines: `720p`.
  private static func resolution(_ text: String) throws(Failure) -> String {
    let word = text.lowercased().filter { !$0.isWhitespace }
    let lines: Int? =
      switch word {
      case "4k", "uhd": 2160
      case "2k", "qhd": 1440
      case "fullhd", "fhd": 1080
      case "hd": 720
      case "sd": 480
      default: Int(word.hasSuffix("p") ? word.dropLast() : word[...])
      }
    guard let lines, resolutions.contains(lines) else { throw .unknownResolution(text) }
    return "\(lines)p"
  }

  private static func expand(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  private static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  private static func fileExtension(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let suffix = name[name.index(after: dot)...]
    return suffix.isEmpty ? nil : String(suffix)
  }
}

extension Failure {
  static func unknownFormat(_ word: String) -> Failure {
    Failure(
      .usage, "There is no export to “\(TextSanitiser.singleLine(word))”, so nothing was rendered.",
      hint: "Formats are: \(MediaFormat.list).")
  }

  static func formatsDiffer(_ asked: MediaFormat, _ named: MediaFormat) -> Failure {
    Failure(
      .usage,
      "A \(asked.rawValue) was asked for and the file is named .\(named.rawValue); nothing was rendered.",
      hint: "Leave the format out, or give the file the extension .\(asked.rawValue).")
  }

  static func unknownResolution(_ word: String) -> Failure {
    Failure(
      .usage, "There is no export at “\(TextSanitiser.singleLine(word))”, so nothing was rendered.",
      hint: "Resolutions are: 480p 540p 576p 720p 1080p 1440p 4k.")
  }
}
