import Directing

/// One clip that is wanted.
public struct ClipOrder: Codable, Sendable, Equatable {
  /// What is to be seen, as a model is told.
  public var prompt: String
  /// The shot, as the procedural engine draws it.
  public var shot: Shot
  /// The length that is wanted, in milliseconds.
  public var durationMS: Int
  /// The width of the film's canvas in pixels.
  public var width: Int
  /// The height of the film's canvas in pixels.
  public var height: Int
  /// The path of the picture that the clip begins with; nil: none.
  public var reference: String?
  /// The type of that picture, such as `image/png`.
  public var referenceType: String?

  /// Makes an order.
  public init(
    prompt: String, shot: Shot, durationMS: Int, width: Int, height: Int, reference: String? = nil,
    referenceType: String? = nil
  ) {
    self.prompt = prompt
    self.shot = shot
    self.durationMS = durationMS
    self.width = width
    self.height = height
    self.reference = reference
    self.referenceType = referenceType
  }
}
