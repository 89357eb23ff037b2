/// What is to change in a thing of the picture; nil leaves it as it is.
public struct ElementChange: Sendable, Equatable {
  /// Its colour.
  public var colour: NamedColour?
  /// Its size against the usual one.
  public var size: Change?
  /// How many there are.
  public var count: Change?
  /// Its speed against the usual one.
  public var speed: Change?
  /// Where it is, -1 left to 1 right.
  public var place: Double?
  /// Where it goes.
  public var heading: SceneElement.Heading?

  /// Makes a change.
  public init(
    colour: NamedColour? = nil, size: Change? = nil, count: Change? = nil, speed: Change? = nil,
    place: Double? = nil,
    heading: SceneElement.Heading? = nil
  ) {
    self.colour = colour
    self.size = size
    self.count = count
    self.speed = speed
    self.place = place
    self.heading = heading
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { self == ElementChange() }

  /// The element with these changes; numbers stay in their ranges.
  public func applied(to element: SceneElement) -> SceneElement {
    SceneElement(
      element.kind,
      count: count.map { max(1, $0.applied(to: Double(element.count ?? 6)).nearestInt) } ?? element.count,
      colour: colour ?? element.colour, size: size?.applied(to: element.size) ?? element.size,
      speed: speed?.applied(to: element.speed) ?? element.speed, place: place ?? element.place,
      heading: heading ?? element.heading)
  }
}
