import CurlHTTP
import Directing

/// What a new job is asked for with.
public struct VideoForm: Sendable, Equatable {
  /// Which fields a server takes.
  public enum Fields: Sendable, Equatable {
    /// Those that OpenAI publishes: `seconds` of 4, 8 or 12, four sizes, no seed.
    case published
    /// With those of vLLM-Omni and SGLang: `num_frames`, `fps`, `seed`, any size.
    case extended
  }

  /// How they travel.
  public enum Encoding: Sendable, Equatable {
    /// As a form, as the API says.
    case multipart
    /// As JSON: releases of SGLang take a form only together with a picture.
    case json
  }

  /// The order.
  public var order: ClipOrder
  /// The model; nil leaves the choice to the server.
  public var model: String?
  /// What the model takes.
  public var limits: EngineLimits

  /// Describes a form.
  public init(order: ClipOrder, model: String?, limits: EngineLimits) {
    self.order = order
    self.model = model
    self.limits = limits
  }

  /// A field's value.
  enum Value: Equatable {
    case text(String)
    case number(Int)
    case seed(UInt64)

    var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .seed(let seed): String(seed)
      }
    }
  }

  /// The fields in their order, without the picture.
  func values(_ fields: Fields) -> [(name: String, value: Value)] {
    var list: [(name: String, value: Value)] = [("prompt", .text(order.prompt))]
    if let model { list.append(("model", .text(model))) }
    switch fields {
    case .published:
      let wanted = (order.durationMS + 999) / 1000
      let seconds = EngineLimits.publishedSeconds.first { $0 >= wanted } ?? 12
      list.append(("seconds", .text(String(seconds))))
      list.append(("size", .text(publishedSize)))
    case .extended:
      let size = limits.size(forWidth: order.width, height: order.height)
      // Whole seconds for a server that counts in nothing finer; the number of frames says it exactly.
      list.append(("seconds", .text(String(max(1, (order.durationMS + 999) / 1000)))))
      list.append(("size", .text("\(size.width)x\(size.height)")))
      list.append(("num_frames", .number(limits.frames(forMS: order.durationMS))))
      list.append(("fps", .number(limits.framesPerSecond)))
      // Random generators of models are seeded with 32 bits; a sign would be too many.
      list.append(("seed", .seed(order.shot.seed & 0x7FFF_FFFF)))
    }
    return list
  }

  /// The form or object to send.
  func body(_ fields: Fields, _ encoding: Encoding) -> HTTPRequestBody {
    switch encoding {
    case .multipart:
      var parts = values(fields).map { field in
        MultipartPart(name: field.name, content: .bytes(Array(field.value.text.utf8)))
      }
      if let reference = order.reference {
        let type = order.referenceType ?? "image/png"
        let suffix = type.split(separator: "/").last.map(String.init) ?? "png"
        parts.append(
          MultipartPart(
            name: "input_reference", content: .file(path: reference), fileName: "reference.\(suffix)",
            contentType: type))
      }
      return .multipart(parts)
    case .json:
      return .bytes(JSONForm.bytes(of: values(fields)), contentType: "application/json")
    }
  }

  /// Of the sizes that OpenAI publishes the one of the canvas's orientation (openai 2, `types/video_size.py`).
  private var publishedSize: String { order.width > order.height ? "1280x720" : "720x1280" }
}
