import Foundation
import MediaFormats
import Rendering

/// The render of one film as parts for many machines, and their join: what `render --print-plan` writes.
public struct RenderPlan: Encodable, Sendable, Equatable {
  /// What the parts are of.
  public struct Whole: Encodable, Sendable, Equatable {
    /// The file that the join writes.
    public var output: String
    /// How many frames it has.
    public var frames: Int
    /// How many frames a second.
    public var fps: Int
    /// How long it is, in seconds.
    public var seconds: Double
  }

  /// A command and what it writes.
  public struct Step: Encodable, Sendable, Equatable {
    /// The words of the command.
    public var command: [String]
    /// The same as one line for a POSIX shell.
    public var shell: String
    /// The file that it writes.
    public var output: String
  }

  /// A part.
  public struct Part: Encodable, Sendable, Equatable {
    /// Its number, from 0, as the indices of job arrays count.
    public var index: Int
    /// Its range, in seconds of the film, as `--range` takes it.
    public var range: String
    /// Its first frame, and the one behind its last.
    public var frames: [Int]
    /// The words of its command.
    public var command: [String]
    /// The same as one line for a POSIX shell.
    public var shell: String
    /// The file that it writes.
    public var output: String
  }

  /// The film.
  public var film: Whole
  /// The parts, in order: together all of the film.
  public var parts: [Part]
  /// What makes the film of them.
  public var join: Step

  /// Plans.
  /// - Parameters:
  ///   - export: the render in one piece.
  ///   - count: how many parts; a film of fewer frames gets one for each.
  ///   - program: the program's name or path, as the machines know it.
  ///   - draft: the draft's file.
  ///   - shared: options that all commands have.
  /// - Throws: `RenderError.nothingToRender` for an empty film, and for a picture, which has no parts.
  public init(_ export: DraftExport, parts count: Int, program: String, draft: String, shared: [String])
    throws
  {
    let (frames, rate) = FilmRenderer.frameCount(of: export.film, output: export.output)
    guard frames > 0 else { throw RenderError.nothingToRender("the film is empty") }
    guard export.output.format.kind != .still else {
      throw RenderError.nothingToRender("a picture has no parts")
    }
    let count = max(1, min(count, frames))
    let target = export.file.relativePath
    film = Whole(output: target, frames: frames, fps: rate, seconds: Double(frames) / Double(rate))
    let base = (target as NSString).deletingPathExtension
    let width = max(4, String(count - 1).count)
    // A moment that is nearest to the frame that begins there, so that the parts meet at it.
    func seconds(_ frame: Int) -> String {
      let milliseconds = (frame * 1000 + rate / 2) / rate
      return "\(milliseconds / 1000)." + String(1000 + milliseconds % 1000).dropFirst()
    }
    var format = shared
    if !shared.contains("--format") { format += ["--format", export.output.format.rawValue] }
    parts = (0..<count).map { index in
      let (start, end) = (frames * index / count, frames * (index + 1) / count)
      let number = String(repeating: "0", count: width - String(index).count) + String(index)
      let file = "\(base).part-\(number).avi"
      // The last part goes on to the end, whatever a rounding says.
      let range = seconds(start) + ":" + (index == count - 1 ? "" : seconds(end))
      let command =
        [program, "render", "--draft", draft, "--lossless"] + format + ["--range", range, "-o", file]
      return Part(
        index: index, range: range, frames: [start, end], command: command, shell: Self.line(command),
        output: file)
    }
    let command =
      [program, "join", "--draft", draft] + format + ["-o", target] + parts.map(\.output)
    join = Step(command: command, shell: Self.line(command), output: target)
  }

  /// The plan as JSON, laid out to be read.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Words as a line for a POSIX shell.
  static func line(_ words: [String]) -> String {
    words.map { word in
      let isPlain =
        !word.isEmpty
        && word.unicodeScalars.allSatisfy { scalar in
          scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            || "-_./:=,+@%".unicodeScalars.contains(scalar)
        }
      return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
