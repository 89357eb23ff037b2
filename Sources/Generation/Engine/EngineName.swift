/// What an engine is called in replies.
public struct EngineName: Sendable, Equatable {
  /// The name: a model's, or nothing for the procedural engine.
  public var model: String?
  /// The host that it runs on; nil for this machine's own drawing.
  public var host: String?

  /// The studio's own drawing.
  public static let procedural = EngineName(model: nil, host: nil)

  /// A name from its parts.
  public init(model: String?, host: String?) {
    self.model = model
    self.host = host
  }

  /// `wan2.2 on gpu.example`, or `procedural animation`.
  public var text: String {
    guard let host else { return "procedural animation" }
    return model.map { "\($0) on \(host)" } ?? "the video model on \(host)"
  }
}
