/// One continuous view: what is in it, in which light and weather, how the camera moves, for how long.
public struct Shot: Codable, Sendable, Equatable {
  /// The shot in the user's words.
  public var name: String
  /// Length in milliseconds, at least 200.
  public var durationMS: Int
  /// Decides every random choice of the drawing.
  public var seed: UInt64
  /// The light that sky, land and water share.
  public var timeOfDay: TimeOfDay
  /// What is drawn, in no particular order: the scene knows what stands before what.
  public var elements: [SceneElement]
  /// A colour that the prompt asks for over the whole picture ("a purple sea" colours the element instead).
  public var tint: NamedColour?
  /// 0 (still) to 1 (storm): wind, waves, haste of the clouds.
  public var energy: Double
  /// How the camera moves.
  public var camera: CameraMove
  /// Whether the last frame leads into the first.
  public var loops: Bool
  /// The look of the picture; nil is the natural one.
  public var style: Style?

  /// Makes a shot of its parts.
  public init(
    name: String, durationMS: Int, seed: UInt64, timeOfDay: TimeOfDay, elements: [SceneElement],
    tint: NamedColour? = nil, energy: Double = 0.4, camera: CameraMove = .push, loops: Bool = false,
    style: Style? = nil
  ) {
    self.name = name
    self.durationMS = max(200, durationMS)
    self.seed = seed
    self.timeOfDay = timeOfDay
    self.elements = elements
    self.tint = tint
    self.energy = min(1, max(0, energy))
    self.camera = camera
    self.loops = loops
    self.style = style
  }

  /// The first element of a kind, if the shot has one.
  public func element(_ kind: SceneElement.Kind) -> SceneElement? {
    elements.first { $0.kind == kind }
  }
}
