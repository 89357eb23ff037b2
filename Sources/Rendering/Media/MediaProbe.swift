import Directing
import FoundationEssentials

/// Looks into uploaded files with ffprobe.
///
/// A file is hostile until proven otherwise: only the `file` and `pipe` protocols are open to it, so that a playlist
/// cannot make us fetch anything, and the probe reads a bounded part of it.
public struct MediaProbe: Sendable {
  private let tools: MediaTools

  /// A probe with the tools at hand.
  public init(tools: MediaTools) { self.tools = tools }

  /// What the file at a path holds.
  ///
  /// - Throws: `mediaUnreadable` if it holds neither picture nor sound, with ffprobe's own last line.
  public func facts(of path: String) async throws(RenderError) -> MediaFacts {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let program = MediaProgram(
      path: tools.ffprobe,
      arguments: [
        "-v", "error",
      ] + UserInput.guards + [
        "-probesize", "20M", "-show_entries",
        "format=format_name,duration:stream=codec_type,codec_name,width,height,avg_frame_rate,nb_frames,duration"
          + ",pix_fmt,color_space,color_range"
          + ":stream_disposition=attached_pic:stream_side_data=rotation",
        "-of", "json", "file:" + path,
      ], limits: .probe, patience: tools.patience)
    let (output, ending): ([UInt8], MediaProgram.Ending)
    do {
      (output, ending) = try await program.collect(limit: 1 << 20)
    } catch {
      throw error.naming(name)
    }
    guard ending.isSuccess else {
      throw .mediaUnreadable(name, detail: ending.messages.lastMeaningfulLine ?? "it is not a media file")
    }
    guard let report = try? JSONDecoder().decode(Report.self, from: Data(output)), let facts = report.facts
    else {
      throw .mediaUnreadable(name, detail: "it holds neither picture nor sound")
    }
    return facts
  }

  /// The part of ffprobe's JSON that matters here.
  private struct Report: Decodable {
    struct Format: Decodable {
      var format_name: String?
      var duration: String?
    }
    struct Stream: Decodable {
      struct SideData: Decodable { var rotation: Double? }
      var codec_type: String?
      var width: Int?
      var height: Int?
      var avg_frame_rate: String?
      var duration: String?
      var disposition: [String: Int]?
      var pix_fmt: String?
      var color_space: String?
      var color_range: String?

      var colours: MediaFacts.Colours {
        func said(_ name: String?) -> String? { name == "unknown" || name == "unspecified" ? nil : name }
        return MediaFacts.Colours(
          pixelFormat: said(pix_fmt), matrix: said(color_space), range: said(color_range))
      }

      var side_data_list: [SideData]?
    }
    var format: Format?
    var streams: [Stream]?

    var facts: MediaFacts? {
      let streams = streams ?? []
      let sound = streams.contains { $0.codec_type == "audio" }
      let picture = streams.first { $0.codec_type == "video" && $0.disposition?["attached_pic"] != 1 }
      let seconds = (format?.duration ?? picture?.duration).flatMap(Double.init)
      let duration = seconds.flatMap { $0.isFinite && $0 >= 0 && $0 < 1e6 ? Int(($0 * 1000).rounded()) : nil }
      guard let picture, var width = picture.width, var height = picture.height, width > 0, height > 0 else {
        return sound ? MediaFacts(kind: .audio, durationMS: duration, hasSound: true) : nil
      }
      let rotation = picture.side_data_list?.compactMap(\.rotation).first ?? 0
      if Int(abs(rotation)) % 180 == 90 { swap(&width, &height) }
      let container = format?.format_name ?? ""
      let isImage = container.hasSuffix("_pipe") || container == "image2" || (seconds ?? 0) <= 0 && !sound
      guard !isImage else {
        return MediaFacts(kind: .image, width: width, height: height, colours: picture.colours)
      }
      let parts = (picture.avg_frame_rate ?? "").split(separator: "/").compactMap { Double($0) }
      let rate = parts.count == 2 && parts[1] > 0 && parts[0] > 0 ? parts[0] / parts[1] : nil
      return MediaFacts(
        kind: .video, durationMS: duration, width: width, height: height, framesPerSecond: rate,
        hasSound: sound, colours: picture.colours)
    }
  }
}
