/// The look of a shot: how its picture is painted, whatever is in it. A shot without one looks natural.
public enum Style: String, Codable, Sendable, CaseIterable {
  /// Flowing brushwork whose colours breathe with the beat of the music.
  case kaiber
  /// A graded film frame: teal shadows, warm lights, streaks and bars.
  case cinematic
  /// Flat bands of light, ink outlines, saturated skies.
  case anime
  /// Washes with pigment edges on grained paper.
  case watercolour
  /// Brush strokes in thick paint.
  case oil
  /// Washes of black ink on rice paper, with a seal.
  case ink
  /// A coarse grid and few colours.
  case pixel
  /// Black and white, hard light through blinds.
  case noir
  /// Magenta and cyan, a striped sun, a glowing grid.
  case vaporwave
  /// Pencil lines and hatching on paper.
  case sketch
  /// Layers of cut paper that throw shadows on one another.
  case paperCut
  /// Flat triangles.
  case lowPoly
  /// 16 mm film: grain, faded colour, light leaks, a rounded gate.
  case film

  /// What it is called in answers.
  public func name(in language: Language) -> String {
    let names =
      switch self {
      case .kaiber: Bilingual("Kaiber", "Kaiber 风格")
      case .cinematic: Bilingual("cinematic", "电影感")
      case .anime: Bilingual("anime", "动漫")
      case .watercolour: Bilingual("watercolour", "水彩")
      case .oil: Bilingual("oil painting", "油画")
      case .ink: Bilingual("ink wash", "水墨")
      case .pixel: Bilingual("pixel art", "像素")
      case .noir: Bilingual("noir", "黑色电影")
      case .vaporwave: Bilingual("vaporwave", "蒸汽波")
      case .sketch: Bilingual("line sketch", "线稿")
      case .paperCut: Bilingual("paper cut-out", "剪纸")
      case .lowPoly: Bilingual("low-poly", "低多边形")
      case .film: Bilingual("16 mm film", "16 毫米胶片")
      }
    return names.text(in: language)
  }

  /// What a text says of the look of the picture.
  public enum Wish: Sendable, Equatable {
    /// It asks for a style.
    case style(Style)
    /// It asks for the natural look.
    case natural

    /// The style of a shot for which this was asked.
    public var style: Style? { if case .style(let style) = self { style } else { nil } }
  }

  /// The style that a text asks for ("make it watercolour", "换成水墨风格", "no style"); nil if it names none.
  ///
  /// Music that is described by the same word ("cinematic music") is no style.
  public static func wish(in text: String) -> Wish? {
    var parsed = ParsedText(text)
    _ = SettingsReader.read(&parsed)
    return StyleReader.wish(in: parsed, range: parsed.pieces.indices)
  }
}

extension Film {
  /// The style that all shots share; nil if they look natural or differ.
  public var style: Style? {
    let styles = Set(tracks.flatMap(\.segments).compactMap(\.shot).map(\.style))
    return styles.count == 1 ? styles.first ?? nil : nil
  }

  /// The same film with all its shots in a style; nil is the natural look.
  public func styled(_ style: Style?) -> Film {
    var film = self
    for track in film.tracks.indices {
      for segment in film.tracks[track].segments.indices {
        film.tracks[track].segments[segment].shot?.style = style
      }
    }
    return film
  }
}
