import CurlHTTP
import Foundation
import GatewayTesting

/// What a request for a new video holds, after every field of it was checked.
struct VideosForm {
  var fields: [String: String] = [:]
  var reference: [UInt8]?

  /// Checks a request.
  /// - Throws: a refusal with status 400 for anything that is not published.
  init(_ request: RecordedRequest, dialect: VideosServer.Dialect) throws {
    let type = request.headers["Content-Type"] ?? ""
    if type.hasPrefix("multipart/form-data") {
      try read(form: request.body, type: type)
      if dialect == .jsonUnlessPicture, reference == nil {
        throw Self.refusal("input_reference file or reference_url is required")
      }
    } else if type.hasPrefix("application/json"), dialect != .extended {
      try read(json: request.body)
    } else {
      throw Self.refusal("The content type '\(type)' is not multipart/form-data.")
    }
    try check(dialect)
  }

  private func check(_ dialect: VideosServer.Dialect) throws {
    guard let prompt = fields["prompt"], !prompt.isEmpty else {
      throw Self.refusal("Missing required parameter: 'prompt'.", "prompt")
    }
    let published: Set = ["prompt", "model", "seconds", "size"]
    let extended: Set = ["num_frames", "fps", "seed", "width", "height", "negative_prompt", "user"]
    for name in fields.keys where !published.contains(name) {
      guard dialect != .published, extended.contains(name) else {
        throw Self.refusal("Unknown parameter: '\(name)'.", name)
      }
    }
    if let seconds = fields["seconds"] {
      let isKnown =
        dialect == .published
        ? ["4", "8", "12"].contains(seconds) : seconds.wholeMatch(of: /[1-9][0-9]*/) != nil
      guard isKnown else { throw Self.refusal("Invalid value: '\(seconds)'.", "seconds") }
    }
    if let size = fields["size"] {
      let isKnown =
        dialect == .published
        ? ["720x1280", "1280x720", "1024x1792", "1792x1024"].contains(size)
        : size.wholeMatch(of: /[0-9]+x[0-9]+/) != nil
      guard isKnown else { throw Self.refusal("Invalid value: '\(size)'.", "size") }
    }
    guard (fields["width"] == nil) == (fields["height"] == nil),
      fields["width"] == nil || fields["size"] == nil
    else { throw Self.refusal("Give 'size', or 'width' and 'height'.", "size") }
    for name in ["num_frames", "fps", "width", "height"] {
      guard let text = fields[name] else { continue }
      guard let number = Int(text), number >= 1, String(number) == text else {
        throw Self.refusal("Invalid type for '\(name)': expected a positive integer.", name)
      }
    }
    if let seed = fields["seed"] {
      guard let number = Int(seed), number >= 0, String(number) == seed else {
        throw Self.refusal("Invalid type for 'seed': expected an integer.", "seed")
      }
    }
  }

  /// The fields of a JSON object, each of its own type.
  private struct Object: Decodable {
    var prompt: String?
    var model: String?
    var seconds: String?
    var size: String?
    var negative_prompt: String?
    var user: String?
    var num_frames: Int?
    var fps: Int?
    var seed: Int?
    var width: Int?
    var height: Int?

    var fields: [String: String?] {
      [
        "prompt": prompt, "model": model, "seconds": seconds, "size": size,
        "negative_prompt": negative_prompt, "user": user, "num_frames": num_frames.map(String.init),
        "fps": fps.map(String.init), "seed": seed.map(String.init), "width": width.map(String.init),
        "height": height.map(String.init),
      ]
    }
  }

  private mutating func read(json: [UInt8]) throws {
    guard let names = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] else {
      throw Self.refusal("We could not parse the JSON body of your request.")
    }
    do {
      fields = try JSONDecoder().decode(Object.self, from: Data(json)).fields.compactMapValues { $0 }
    } catch DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context) {
      let name = context.codingPath.last?.stringValue ?? ""
      throw Self.refusal("Invalid type for '\(name)'.", name)
    }
    for name in names.keys where fields[name] == nil {
      throw Self.refusal("Unknown parameter: '\(name)'.", name)
    }
  }

  private mutating func read(form bytes: [UInt8], type: String) throws {
    guard let mark = type.range(of: "boundary=") else { throw Self.refusal("The form has no boundary.") }
    let boundary = type[mark.upperBound...].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    let delimiter = Data("--\(boundary)".utf8)
    let body = Data(bytes)
    guard body.starts(with: delimiter), body.range(of: delimiter + Data("--".utf8)) != nil else {
      throw Self.refusal("The form is broken.")
    }
    var rest = body[delimiter.count...]
    while rest.starts(with: Data("\r\n".utf8)) {
      rest = rest.dropFirst(2)
      guard let headEnd = rest.range(of: Data("\r\n\r\n".utf8)),
        let end = rest.range(of: Data("\r\n".utf8) + delimiter)
      else { throw Self.refusal("The form is broken.") }
      let head = String(decoding: rest[..<headEnd.lowerBound], as: UTF8.self)
      let content = rest[headEnd.upperBound..<end.lowerBound]
      try take(head, Array(content))
      rest = rest[end.upperBound...]
    }
    guard rest.starts(with: Data("--".utf8)) else { throw Self.refusal("The form does not end.") }
  }

  private mutating func take(_ head: String, _ content: [UInt8]) throws {
    let lines = head.components(separatedBy: "\r\n")
    let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition: form-data") } ?? ""
    guard let name = disposition.firstMatch(of: /[; ]name="([^"]*)"/)?.1 else {
      throw Self.refusal("A part of the form has no name.")
    }
    let hasFile = disposition.contains("filename=")
    if name == "input_reference" {
      guard hasFile else {
        throw Self.refusal("Invalid type for 'input_reference': expected a file.", "input_reference")
      }
      let type = lines.first { $0.lowercased().hasPrefix("content-type:") }?.dropFirst(13)
        .trimmingCharacters(in: .whitespaces)
      guard let type, ["image/jpeg", "image/png", "image/webp", "video/mp4"].contains(type) else {
        throw Self.refusal("Invalid file: unsupported mimetype (\(type ?? "none")).", "input_reference")
      }
      guard reference == nil, !content.isEmpty else { throw Self.refusal("One reference is taken.") }
      reference = content
      return
    }
    guard !hasFile, fields[String(name)] == nil else {
      throw Self.refusal("The parameter '\(name)' is given twice, or is a file.", String(name))
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Self.refusal("The parameter '\(name)' is no UTF-8.", String(name))
    }
    fields[String(name)] = text
  }

  private static func refusal(_ message: String, _ parameter: String? = nil) -> VideosServer.Refusal {
    VideosServer.Refusal(
      status: 400, message: message, parameter: parameter,
      code: message.hasPrefix("Unknown") ? "unknown_parameter" : "invalid_value")
  }
}
