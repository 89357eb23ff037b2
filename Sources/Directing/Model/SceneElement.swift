/// One thing in a shot, with what the prompt says of it.
public struct SceneElement: Codable, Sendable, Equatable {
  /// What it is.
  public var kind: Kind
  /// How many, when the prompt says so.
  public var count: Int?
  /// Its colour, when the prompt says so.
  public var colour: NamedColour?
  /// Its size against the usual one, 0.4 to 2.5.
  public var size: Double
  /// How much of its disc is lit, 0 to 1, when the prompt says so: the phase of the moon.
  public var lit: Double?
  /// Its speed against the usual one, 0 to 3.
  public var speed: Double
  /// Where it is, across the picture: -1 left, 0 where it suits, 1 right.
  public var place: Double
  /// Where it goes.
  public var heading: Heading
  /// Whether a person wears a dress, when the prompt's word for them says so ("a girl").
  public var wearsDress: Bool?
  /// Who the people are, in the order named ("a father and son"), when the prompt's words for them say so. Where there
  /// are more of them than these, they come round again.
  public var figures: [Figure]?
  /// Whether a planet has rings, when the prompt's word for it says so ("Saturn").
  public var hasRings: Bool?
  /// What it does instead of going its way, when the prompt says so.
  public var posture: Posture?

  /// Who a person is, as far as it is seen.
  public enum Figure: String, Codable, Sendable, CaseIterable {
    case man, woman, adult, boy, girl, child, oldMan, oldWoman
  }

  /// What somebody does: stay in a place, or go their way.
  public enum Posture: String, Codable, Sendable {
    case sitting, standing, lying, going
  }

  /// A horizontal direction of movement.
  public enum Heading: String, Codable, Sendable {
    case any, left, right
  }

  /// Everything that the studio can draw. A new kind needs a case here, words in the vocabulary, and a painter.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    // Sky
    case sun, moon, stars, aurora, nebula, planet, clouds, rainbow
    // Weather
    case rain, snow, fog, lightning
    // Water
    case ocean, lake, river, waterfall, underwater
    // Land
    case hills, mountains, dunes, island, beach
    // Plants
    case forest, palms, meadow, flowers, blossom
    // Built
    case city, road, bridge, lighthouse, house
    // Moving things
    case birds, fish, butterflies, boat, balloon, car, train, rocket
    // Light
    case fireworks, lanterns, candle, campfire, fireflies
    // Abstract
    case flow, kaleidoscope, tunnel, plasma, particles, heart, bars, smoke, bubbles
    // Land, further
    case canyon, cliffs, cave, iceberg, volcano
    // Plants, further
    case cactus, wheat, vineyard, sunflowers, bamboo, pine, autumnTree, lotus, dandelion, leaves
    // Built, further
    case rooftops, neonSigns, window, streetLamp, windmill, pagoda, torii, castle, tent, bench, fireplace
    // People
    case people, couple, umbrella, dancer, runner, cyclist, astronaut
    // Animals
    case horse, cat, dog, deer, wolf, elephant, bees, owl, crane, swan
    // Under and on the sea
    case whale, dolphin, shark, jellyfish, turtle, coral
    // What flies and drives
    case kite, airplane, helicopter, paperPlanes, ufo, satellite, ship, truck
    // Sky, further
    case comet, meteors, starTrails, galaxy, blackHole, tornado
  }

  /// Makes an element; numbers are clamped to their ranges.
  public init(
    _ kind: Kind, count: Int? = nil, colour: NamedColour? = nil, size: Double = 1, lit: Double? = nil,
    speed: Double = 1, place: Double = 0, heading: Heading = .any
  ) {
    self.kind = kind
    self.count = count.map { min(500, max(1, $0)) }
    self.colour = colour
    self.size = min(2.5, max(0.4, size))
    self.lit = lit.map { min(1, max(0, $0)) }
    self.speed = min(3, max(0, speed))
    self.place = min(1, max(-1, place))
    self.heading = heading
  }
}
