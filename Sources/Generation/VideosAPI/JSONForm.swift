import RawJSON

/// A form as a JSON object.
enum JSONForm {
  static func bytes(of values: [(name: String, value: VideoForm.Value)]) -> [UInt8] {
    var object = JSONWriter()
    for (name, value) in values {
      switch value {
      case .text(let text): object.add(name, text)
      case .number(let number): object.add(name, number)
      case .seed(let seed): object.add(name, Int(truncatingIfNeeded: seed))
      }
    }
    return object.bytes
  }
}
