/// What the director made of a prompt: the shots, the music and the title of one film, before anything is drawn.
///
/// A storyboard is a value: the same prompt and seed give the same storyboard, and the same storyboard gives
/// the same frames on every machine of a kind.
public struct Storyboard: Codable, Sendable, Equatable {
  /// The prompt as the user wrote it.
  public var prompt: String
  /// A short name for the film in the words of the prompt, such as `sunset over ocean waves`.
  public var name: String
  /// The canvas and frame rate.
  public var canvas: Canvas
  /// The shots in order, at least one.
  public var shots: [Shot]
  /// The music bed, or nil for silence.
  public var music: MusicPlan?
  /// The opening title, or nil for none.
  public var title: TitlePlan?
  /// Further titles, in order.
  public var laterTitles: [LaterTitle] = []
  /// Words of the prompt that cannot be drawn, each with what stands in for it (nil: nothing does).
  public var substitutions: [Substitution]

  /// A title that does not open the film.
  public struct LaterTitle: Codable, Sendable, Equatable {
    /// When it comes, in milliseconds from the start of the film.
    public var startMS: Int
    /// What it says, and how.
    public var plan: TitlePlan
  }

  /// Makes a storyboard of its parts.
  public init(
    prompt: String, name: String, canvas: Canvas, shots: [Shot], music: MusicPlan?, title: TitlePlan?,
    substitutions: [Substitution]
  ) {
    self.prompt = prompt
    self.name = name
    self.canvas = canvas
    self.shots = shots
    self.music = music
    self.title = title
    self.substitutions = substitutions
  }

  /// The length of all shots together, in milliseconds.
  public var durationMS: Int { shots.reduce(0) { $0 + $1.durationMS } }
}
