/// What the footage of a segment was, or is to be, made from by a video model: so that an edit of the scene can have it
/// made again.
public struct GeneratedPlan: Codable, Sendable, Equatable {
  /// What is seen, in the user's words.
  public var words: String
  /// The shot that the director made of them. Its camera, light and style are part of what the model is asked for.
  public var shot: Shot
  /// The shot as it was directed first; what differs from it by now was asked for since.
  public var first: Shot?
  /// The model, as replies name it.
  public var engine: String
  /// The hash of the picture that the footage begins with; nil: none.
  public var reference: String?

  /// Makes a plan.
  public init(words: String, shot: Shot, first: Shot? = nil, engine: String, reference: String? = nil) {
    self.words = words
    self.shot = shot
    self.first = first
    self.engine = engine
    self.reference = reference
  }
}
