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
    var changed = element
    if let count {
      let usual = element.figures?.count ?? element.kind.usualCount
      changed.count = max(1, count.applied(to: Double(element.count ?? usual)).nearestInt)
    }
    changed.colour = colour ?? element.colour
    changed.size = size?.applied(to: element.size) ?? element.size
    changed.speed = speed?.applied(to: element.speed) ?? element.speed
    changed.place = place ?? element.place
    changed.heading = heading ?? element.heading
    return changed
  }
}
