/// One thing that an edit sentence asks for.
public enum EditRequest: Sendable, Equatable {
  /// A prompt for a new scene: it replaces the film.
  case newScene(Storyboard)
  /// A scene that follows the film.
  case appendScene(Storyboard)
  /// A music bed; `name` is the user's word where it isn't a mood of the synthesiser ("jazz").
  case setMusic(MusicPlan, name: String?)
  case removeMusic
  /// How loud the music is, 0 to 1.
  case setMusicVolume(Change)
  /// A title in place of the one there is.
  case setTitle(TitlePlan)
  /// Other words for the title; its look stays.
  case changeTitle(text: String)
  case styleTitle(TitleStyle)
  case removeTitle
  /// A title beside those there are, from a moment in milliseconds on.
  case addTitle(TitlePlan, at: Int)
  /// A request about one title of several, counted from 0 in their order on the timeline.
  indirect case ofTitle(Int, EditRequest)
  /// The length of the film, in milliseconds.
  case setLength(ms: Int)
  /// The length as a factor of what it is.
  case changeLength(times: Double)
  /// A longer film; a negative number makes it shorter.
  case lengthen(byMS: Int)
  case setAspect(AspectRatio)
  case setFrameRate(Int)
  case setLoop(Bool)
  case setTimeOfDay(TimeOfDay)
  case setTint(NamedColour)
  case removeTint
  /// Wind and waves, 0 to 1.
  case setEnergy(Change)
  case setCamera(CameraMove)
  /// The speed of everything in the picture.
  case setSpeed(Change)
  case addElement([SceneElement])
  case removeElement([SceneElement.Kind])
  case changeElement(SceneElement.Kind, ElementChange)
  /// A change of the cut, the picture or the sound as a whole.
  case timeline(TimelineEdit)
  /// Another way of drawing the scenes; nil is the natural look.
  case setStyle(Style?)
  /// A shot to leave out, counted from 0; -1 is the last.
  case removeShot(Int)
  /// The same edit in one shot alone, counted from 0; -1 is the last.
  indirect case inShot(Int, EditRequest)
  /// A word that can't be drawn and what is drawn instead; told to the user, changes nothing.
  case substituted(Substitution)
  /// The same film from new seeds.
  case anotherTake
  /// For the store of versions; `FilmEditor` leaves the film as it is.
  case undo, redo
  /// Uploaded footage as it came; without it, an empty timeline.
  case startOver
  /// An empty timeline.
  case clear
  /// Asks what is on the timeline, or what the studio can do.
  case describe
  /// Asks for a film without naming a scene.
  case needsPrompt
  /// What is said of a question, or of a wish that needs more words or another command; it changes nothing.
  case answer(Bilingual)
  /// Something that the studio can't do, and the nearest that it can, in the language of the message.
  case cannot(what: String, nearest: String?)
}

extension EditRequest {
  /// Whether it only tells what can't be done.
  var isRefused: Bool { if case .cannot = self { true } else { false } }

  /// Whether it answers rather than changes.
  var isAnswer: Bool { if case .answer = self { true } else { false } }

  /// Whether it tells of something that a prompt alone can't ask for.
  var isOfPrompts: Bool {
    guard case .cannot(let what, _) = self else { return false }
    return what.hasSuffix("within a prompt") || what.hasPrefix("在提示词里") || what.contains("drawn scene")
      || what.contains("绘制")
  }
}
