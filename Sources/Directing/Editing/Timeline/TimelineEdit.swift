/// One change of the cut, the picture or the sound of a film, whatever its pictures are: drawn scenes or uploads.
public enum TimelineEdit: Sendable, Equatable {
  // The cut
  /// Leaves only a stretch.
  case keep(TimeSpan, ClipChoice)
  /// Takes a stretch out; what follows moves up.
  case cut(TimeSpan, ClipChoice)
  /// Makes two clips of one.
  case split(TimePoint, ClipChoice)
  case delete(ClipChoice)
  case duplicate(ClipChoice, times: Int)
  /// Moves a clip to a place in the order; both are counted from 0, and −1 is the last.
  case move(Int, to: Int)
  case swap(Int, Int)
  /// Makes one clip of neighbours that play on where the other ends.
  case join
  /// How fast the clips play, as a factor of real time.
  case retime(Change, ClipChoice)
  /// Plays the clips faster or slower, so that together they last so many milliseconds.
  case playIn(ms: Int, ClipChoice)
  case reverse(ClipChoice)
  /// Plays the clips forwards, then backwards.
  case boomerang(ClipChoice)
  /// Lets a picture stand still for a while.
  case freeze(TimePoint, ms: Int, ClipChoice)
  /// Plays the clips so many times in all.
  case repeatClips(times: Int, ClipChoice)

  // Framing
  /// Another shape of the canvas, and how pictures of another shape meet it.
  case reshape(AspectRatio, FramingPlan.Fit)
  case fit(FramingPlan.Fit, ClipChoice)
  case crop(FramingPlan.Crop, ClipChoice)
  /// Clockwise, in degrees, by quarters.
  case rotate(Int, ClipChoice)
  /// Clockwise, in degrees, −45 to 45, added to what there is.
  case tilt(Double, ClipChoice)
  case flip(isVertical: Bool, ClipChoice)
  /// A slow move; nil lets the picture stand.
  case moveOver(FramingPlan.Move?, ClipChoice)
  /// The shorter side of the canvas, in pixels.
  case resolution(Int)

  // Look
  case adjust(LookSetting, ClipChoice)
  /// Takes all that was done to the colours away.
  case resetLook(ClipChoice)

  // From clip to clip
  /// The transition into a clip; nil: between all clips.
  case transition(TransitionPlan, into: Int?)
  /// How the film comes and goes, in milliseconds; a missing value stays as it is.
  case fadePicture(inMS: Int?, outMS: Int?, isWhite: Bool)

  // Above the film
  case addOverlay(MediaItem, OverlayPlan, TimeSpan?)
  case styleOverlay(place: OverlayPlan.Place?, size: Change?, opacity: Double?)
  case removeOverlay
  /// Makes a colour of the overlays clear.
  case keyOverlay(LookPlan.Key)
  case setSubtitles([SubtitleCue])
  case removeSubtitles
  /// The moment that a still of the film shows.
  case still(TimePoint)
  /// When the title is seen.
  case timeTitle(TimePoint, ms: Int?)

  // Sound
  /// An uploaded file as the bed of the film.
  case useMusic(MediaItem)
  /// When the music begins and ends; what is missing stays as it is.
  case timeMusic(from: TimePoint?, until: TimePoint?)
  /// From which of its own moments an uploaded bed plays, in milliseconds.
  case startMusicAt(Int)
  /// An uploaded file in place of the sound of the clips.
  case replaceSound(MediaItem)
  /// The volume of the clips' own sound, 0 to 4; 1 is as it was recorded.
  case clipVolume(Change, ClipChoice)
  case duck(Bool)
  /// How the sound comes and goes, in milliseconds: of the music alone, or of all that is heard.
  case fadeSound(inMS: Int?, outMS: Int?, isMusic: Bool)
  /// A text to be read aloud; the studio gives it a voice and asks for ``addVoice(_:text:)``.
  case speak(String)
  /// A voice that reads a text.
  case addVoice(MediaItem, text: String)
  case removeVoice
  /// When the voice begins, in milliseconds.
  case timeVoice(Int)

  // Media
  /// Puts an upload into the sequence; nil: at its end.
  case insert(MediaItem, at: Int?)
  /// Shows an upload in the place of a clip.
  case replaceClip(MediaItem, ClipChoice)
}

/// Which clips of the film's sequence an edit is about.
public enum ClipChoice: Sendable, Equatable {
  case all
  /// Counted from 0; −1 is the last.
  case clip(Int)
}

/// A moment of the film, or of the clip that an edit is about.
public enum TimePoint: Sendable, Equatable {
  case start, middle, end
  /// Milliseconds from the start.
  case at(Int)

  /// The moment in something of a length, in milliseconds.
  func moment(in length: Int) -> Int {
    switch self {
    case .start: 0
    case .middle: length / 2
    case .end: length
    case .at(let moment): moment
    }
  }
}

/// A stretch of the film, or of the clip that an edit is about.
public enum TimeSpan: Sendable, Equatable {
  /// So many milliseconds from the start.
  case first(Int)
  /// So many milliseconds up to the end.
  case last(Int)
  /// From one moment to another, in milliseconds.
  case between(Int, Int)
  /// From a moment to the end.
  case after(Int)

  /// The stretch of something of a length, in milliseconds; nil if it lies outside of it.
  func range(in length: Int) -> Range<Int>? {
    let range: (Int, Int) =
      switch self {
      case .first(let part): (0, part)
      case .last(let part): (length - part, length)
      case .between(let start, let end): (start, end)
      case .after(let start): (start, length)
      }
    let (start, end) = (max(0, range.0), min(length, range.1))
    return start < end ? start..<end : nil
  }
}

/// One setting of the look, and what becomes of it.
public enum LookSetting: Sendable, Equatable {
  /// Added to what is there, −2 to 2.
  case brightness(Double)
  case contrast(Change)
  case saturation(Change)
  /// Added to what is there, −2 to 2.
  case warmth(Double)
  case monochrome(Bool)
  case vintage(Bool)
  /// 0 to 1.
  case blur(Double)
  case sharpen(Double)
  case vignette(Double)
  case grain(Double)
  case stabilise(Bool)
  /// nil takes the key away.
  case key(LookPlan.Key?)
}

/// A line of subtitles.
public struct SubtitleCue: Sendable, Equatable {
  /// What it says.
  public var text: String
  /// When it is seen, in milliseconds of the film.
  public var range: Range<Int>

  /// Makes a line.
  public init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}
