/// What is to change in how a title looks; nil leaves a thing as it is.
public struct TitleStyle: Sendable, Equatable {
  /// Where it stands.
  public var place: TitlePlan.Place?
  /// Its size against the usual one.
  public var size: Change?
  /// Its colour.
  public var colour: NamedColour?
  /// How long it is seen, in milliseconds.
  public var durationMS: Int?
  /// How it comes and goes.
  public var animation: TitlePlan.Animation?
  /// Its letters.
  public var font: TitlePlan.Font?

  /// Makes a change of style.
  public init(
    place: TitlePlan.Place? = nil, size: Change? = nil, colour: NamedColour? = nil, durationMS: Int? = nil
  ) {
    self.place = place
    self.size = size
    self.colour = colour
    self.durationMS = durationMS
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { self == TitleStyle() }

  /// The title with these changes.
  public func applied(to title: TitlePlan) -> TitlePlan {
    var styled = TitlePlan(
      text: title.text, place: place ?? title.place, size: size?.applied(to: title.size) ?? title.size,
      colour: colour ?? title.colour, durationMS: durationMS ?? title.durationMS)
    styled.animation = animation ?? title.animation
    styled.font = font ?? title.font
    styled.subtitle = title.subtitle
    return styled
  }
}
