/// What a phrase of the vocabulary says.
enum Meaning: Sendable, Equatable {
  // Things
  /// Something that is drawn.
  case element(SceneElement.Kind)
  /// The light; an implied one ("moonlit") gives way to a stated one ("at noon").
  case time(TimeOfDay, isStated: Bool)
  /// The air itself: its colour is that of the picture.
  case sky
  /// Something that has no picture of its own, and what may stand in.
  case undrawable(SceneElement.Kind?)
  /// What a greeting is for.
  case occasion(Occasion)
  /// A word for the picture as a whole: it takes its adjectives with it.
  case scene

  // Properties
  case colour(NamedColour)
  case size(Double)
  /// How much of a disc is lit, 0 to 1.
  case lit(Double)
  case speed(Double)
  case count(Int)
  case place(Double)
  case heading(SceneElement.Heading)
  /// Who is meant by a word for people, and how many when it stands alone.
  case figures([SceneElement.Figure], usual: Int)
  /// A planet with rings.
  case rings
  /// What somebody does who stays in a place.
  case posture(SceneElement.Posture)
  /// "left" on its own: a place or a heading, by what stands around it.
  case side(Double)
  case energy(Double)
  case feeling(Feeling)
  case more(Property, Double)

  // The film
  case camera(CameraMove)
  case aspect(AspectRatio)
  /// A word that means a shape only beside a word like "format": landscape, square.
  case aspectIfSaid(AspectRatio)
  case aspectNoun
  case loops
  /// The character of the music; a sure one needs no word for music beside it.
  case mood(MusicPlan.Mood, isSure: Bool)
  /// A kind of music that the synthesiser plays as its nearest mood.
  case genre(MusicPlan.Mood)
  case musicNoun
  case noMusic
  case titleNoun
  case titled
  /// A word for what is sung or said in a clip: what stands behind a colon is its title.
  case lyrics
  case noTitle
  case says
  case textPlace(TitlePlan.Place)
  case length(Int)
  case resolution
  /// A look of the whole picture.
  case style(Style)
  /// The look that a picture has without a style.
  case naturalStyle

  // Grammar
  case number(Double)
  case unit(Unit)
  case article
  case measure
  case negation
  case boundary
  case linker
  case and
  case or
  case copula
  case motion
  case then
  case sceneMarker
  case filler
  case adjective
  case filmWord
  case command

  // Edits
  case edit(EditVerb)
  case phrase(EditPhrase)

  /// What "more" and "bigger" change.
  enum Property: Sendable { case count, size, speed, energy, length, volume, light, warmth }
  /// What a number counts.
  enum Unit: Sendable { case seconds, minutes, milliseconds, framesPerSecond, beats, percent }
  /// What the picture feels like, as far as music and haste follow from it.
  enum Feeling: Sendable {
    case happy, sad, epic, calm, mysterious, romantic, dreamy, spooky, nostalgic, lively
  }

  /// Whether it names the character of music.
  var isMusical: Bool {
    switch self {
    case .mood, .genre: true
    default: false
    }
  }

  /// Whether it is said of a thing.
  var isProperty: Bool {
    switch self {
    case .colour, .size, .lit, .speed, .count, .number, .place, .heading, .figures, .rings, .negation,
      .energy:
      true
    default: false
    }
  }

  /// Whether a scene and its name can do without it at their edges.
  var isIdle: Bool {
    switch self {
    case .article, .linker, .filler, .filmWord, .command, .resolution, .and, .measure, .then, .sceneMarker:
      true
    case .edit(let verb): verb != .move && verb != .zoom
    default: false
    }
  }
}
