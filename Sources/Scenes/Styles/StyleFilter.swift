import Directing

/// Turns the finished picture of a scene into one of a style.
protocol StyleFilter: Sendable {
  /// The frame whose scene is shown at a frame: a style may hold its pictures for a while.
  func heldFrame(_ frame: Int) -> Int
  /// Draws the styled picture of `scratch.scene`.
  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer)
}

extension StyleFilter {
  func heldFrame(_ frame: Int) -> Int { frame }
}

/// What a style knows of the frame that it paints.
struct StyleMoment {
  let frame: Int
  /// Seconds since the shot began.
  let time: Float
  /// The scene's own moment, on the scene's canvas.
  let scene: Moment
  /// 1 on a beat of the music, 0 before the next.
  let beat: Float
}

/// What a style may look at before its first frame.
struct StyleSetting {
  let grid: StyleGrid
  let stage: Stage
  /// Whether there is land or water with a horizon above it.
  let isLandscape: Bool
  /// Pictures of the scene from its start, middle and end.
  let samples: [FrameBuffer]

  /// The filter of a style.
  func filter(_ style: Style) -> any StyleFilter {
    switch style {
    case .kaiber: KaiberFilter(self)
    case .cinematic: CinematicFilter(self)
    case .anime: AnimeFilter(self)
    case .watercolour: WatercolourFilter(self)
    case .oil: OilFilter(self)
    case .ink: InkFilter(self)
    case .pixel: PixelFilter(self)
    case .noir: NoirFilter(self)
    case .vaporwave: VaporwaveFilter(self)
    case .sketch: SketchFilter(self)
    case .paperCut: PaperFilter(self)
    case .lowPoly: FacetFilter(self)
    case .film: FilmFilter(self)
    }
  }
}
