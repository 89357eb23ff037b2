/// What one stretch of a prompt says of its shot, before it is composed.
struct Sketch {
  /// A thing that the prompt names, with what it says of it.
  struct Mention: Equatable {
    var kind: SceneElement.Kind
    var properties = Properties()
  }

  /// What a prompt may say of a thing.
  struct Properties: Equatable {
    var count: Int?
    var colours: [NamedColour] = []
    var size: Double?
    var lit: Double?
    var speed: Double?
    var place: Double?
    var heading: SceneElement.Heading?
    var wearsDress: Bool?
    var figures: [SceneElement.Figure]?
    var posture: SceneElement.Posture?
    var hasRings: Bool?

    /// Takes over what `other` says.
    mutating func merge(_ other: Properties) {
      count = other.count ?? count
      if !other.colours.isEmpty { colours = other.colours }
      size = other.size ?? size
      lit = other.lit ?? lit
      speed = other.speed ?? speed
      place = other.place ?? place
      heading = other.heading ?? heading
      wearsDress = other.wearsDress ?? wearsDress
      figures = other.figures ?? figures
      posture = other.posture ?? posture
      hasRings = other.hasRings ?? hasRings
    }

    /// Whether it says nothing but colours.
    var isEmptyButColours: Bool {
      var copy = self
      copy.colours = []
      return copy == Properties()
    }

    /// Whether it says nothing but a number.
    var isEmptyButCount: Bool {
      var copy = self
      copy.count = nil
      return copy == Properties()
    }
  }

  /// A thing that has no picture of its own.
  struct Noun: Equatable {
    var word: String
    var standIn: SceneElement.Kind?
  }

  /// A light that the prompt names, in the order named.
  struct Light: Equatable {
    var time: TimeOfDay
    var isStated: Bool
    var piece: Int
  }

  /// A comparison such as "bigger" and the thing it is said of (nil: none named).
  struct Comparison: Equatable {
    var property: Meaning.Property
    var factor: Double
    var of: SceneElement.Kind?
  }

  var mentions: [Mention] = []
  var nouns: [Noun] = []
  var lights: [Light] = []
  var refused: [SceneElement.Kind] = []
  var tint: NamedColour?
  /// The colour behind what is drawn ("on black"), where the scene brings no other.
  var backdrop: NamedColour?
  var energy: Double?
  /// A speed said of nothing in particular ("timelapse").
  var speed: Double?
  var feelings: [Feeling] = []
  /// What a greeting in it is for.
  var occasion: Occasion?
  var camera: CameraMove?
  var comparisons: [Comparison] = []
  /// Properties that were said of no thing, as in "make it red and bigger".
  var loose = Properties()
  /// Where the sun was last named, to settle "the sun at night".
  var sunPiece: Int?

  /// The light that counts: the last stated one, else the last implied one.
  ///
  /// Rain implies a grey sky only where nothing else is implied: neon in the rain is night.
  var light: Light? { lights.last { $0.isStated } ?? lights.last { $0.time != .overcast } ?? lights.last }

  /// Whether it names anything to see.
  var namesScene: Bool { !mentions.isEmpty || !nouns.isEmpty || !lights.isEmpty || occasion != nil }

  /// Whether it says anything at all of the picture.
  var isEmpty: Bool {
    !namesScene && tint == nil && energy == nil && feelings.isEmpty && camera == nil && speed == nil
      && refused.isEmpty && loose == Properties()
  }
}
