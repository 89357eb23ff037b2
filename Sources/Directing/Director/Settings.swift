/// What a text says of the film as a whole: its length, shape, music and title.
struct Settings {
  /// A stated length and the piece that states it.
  struct Length: Equatable {
    var milliseconds: Int
    var piece: Int
    /// Whether it is that of each shot: "6 seconds each".
    var isOfEach = false
  }

  /// What it says of the music.
  struct Music: Equatable {
    var isSilent = false
    var isMentioned = false
    /// The mood that it names, beside a word for music or sure by itself.
    var mood: MusicPlan.Mood?
    /// A mood that may as well describe the picture ("cinematic").
    var hint: MusicPlan.Mood?
    /// The user's word for a kind of music that a mood stands in for.
    var genre: String?
    var tempo: Int?
    var key: Int?
    var isMinor: Bool?
    var feeling: Feeling?
    var volume: Change?
  }

  /// What it says of the title.
  struct Title: Equatable {
    var isRefused = false
    var isMentioned = false
    var text: String?
    var style = TitleStyle()
    /// All texts, where there are several: `text` is the first of them.
    var lines: [Line] = []
  }

  /// One of several texts, and the piece where it stands.
  struct Line: Equatable {
    var text: String
    var style: TitleStyle
    var piece: Int
  }

  var lengths: [Length] = []
  var aspect: AspectRatio?
  var pixels: Canvas?
  var framesPerSecond: Int?
  var percent: Double?
  var loops: Bool?
  var music = Music()
  var title = Title()

  /// The canvas that it asks for, from the one there is.
  func canvas(from canvas: Canvas) -> Canvas {
    let rate = framesPerSecond ?? canvas.framesPerSecond
    if let pixels { return Canvas(width: pixels.width, height: pixels.height, framesPerSecond: rate) }
    if let aspect { return aspect.canvas(framesPerSecond: rate) }
    return Canvas(width: canvas.width, height: canvas.height, framesPerSecond: rate)
  }
}
