import Directing

/// The one thing that a picture is of: a horse, a whale, a kite, with nothing else to look at but its surroundings; or
/// a few who go their way together.
///
/// It is drawn larger than one of several, stays in the picture, and where the land allows it the camera goes along.
struct Subject: Sendable {
  let kind: SceneElement.Kind
  /// How much larger than usual it is.
  let scale: Double
  /// How fast the ground passes below it when the camera goes along, in pixels a second of a 1080×1920 canvas.
  let pace: Float?

  /// The subject of a shot; nil when it has none, or several.
  init?(of shot: Shot) {
    let things = shot.elements.filter {
      !Self.surroundings.contains($0.kind) && !($0.kind == .birds && $0.count != 1)
    }
    guard things.count == 1, let thing = things.first, let scale = Self.scales[thing.kind],
      let count = thing.count ?? (Self.single.contains(thing.kind) ? 1 : thing.kind == .people ? 3 : nil),
      count == 1 || count < 7 && Self.paces[thing.kind] != nil
    else { return nil }
    kind = thing.kind
    // What the prompt says of its size is said of one like it. Several share the room.
    self.scale = count == 1 ? scale : count < 4 && thing.kind.isPeople ? 1.25 : 1
    let goesAlong =
      !shot.loops && thing.place == 0 && thing.speed > 0 && shot.camera != .still
      && thing.posture != .sitting && thing.posture != .standing && thing.posture != .lying
      && shot.elements.allSatisfy { $0.kind == thing.kind || Self.passing.contains($0.kind) }
    pace = goesAlong ? Self.paces[thing.kind].map { $0 * Float(min(1.4, max(0.5, thing.speed))) } : nil
  }

  /// The shot with its subject as large as it is drawn.
  func enlarged(_ shot: Shot) -> Shot {
    var shot = shot
    for index in shot.elements.indices where shot.elements[index].kind == kind {
      shot.elements[index].size *= scale
    }
    return shot
  }

  private static let scales: [SceneElement.Kind: Double] = [
    .whale: 1.4, .dolphin: 1.7, .shark: 1.7, .turtle: 2.3, .jellyfish: 1.9, .fish: 2.6, .swan: 1.9,
    .butterflies: 2.1, .bees: 2.4, .birds: 2.3, .crane: 1.9, .owl: 1.15, .kite: 1.35, .airplane: 1.6,
    .helicopter: 1.4, .ufo: 1.3, .paperPlanes: 2.2, .balloon: 1.5, .boat: 1.6, .ship: 1.2, .lanterns: 2.2,
    .astronaut: 1.25, .rocket: 1.6, .car: 1.5, .truck: 1.3, .horse: 1.3, .deer: 1.25, .wolf: 1.3, .dog: 1.35,
    .cat: 1.4,
    .elephant: 1.1, .people: 1.45, .couple: 1.4, .castle: 1.4, .pagoda: 1.35, .windmill: 1.35, .house: 1.3,
    .tent: 1.4, .torii: 1.15, .autumnTree: 1.2, .pine: 1.1,
    .umbrella: 1.45, .dancer: 1.5, .runner: 1.45, .cyclist: 1.5,
  ]

  /// What there is one of when the prompt gives no number.
  private static let single: Set<SceneElement.Kind> = [
    .castle, .pagoda, .windmill, .house, .tent, .torii, .autumnTree, .pine,
    .astronaut, .whale, .shark, .turtle, .owl, .kite, .airplane, .helicopter, .ufo, .ship, .rocket, .car,
    .truck, .horse,
    .deer,
    .wolf, .dog, .cat, .elephant, .couple, .umbrella, .dancer, .runner, .cyclist,
  ]

  private static let paces: [SceneElement.Kind: Float] = [
    .horse: 620, .deer: 430, .wolf: 430, .dog: 400, .cat: 250, .elephant: 210, .people: 190, .couple: 170,
    .umbrella: 180, .runner: 460, .cyclist: 480,
  ]

  /// What is around a subject and takes no look from it.
  private static let surroundings: Set<SceneElement.Kind> = passing.union([
    .river, .waterfall, .underwater, .coral, .island, .palms, .city, .road, .bridge, .canyon, .cliffs,
    .iceberg,
    .vineyard, .bamboo, .rooftops, .lotus, .cactus, .streetLamp, .lightning, .bubbles,
    .bench, .particles, .volcano, .fireworks, .smoke, .neonSigns,
  ])

  /// Surroundings that may pass by for as long as it takes.
  private static let passing: Set<SceneElement.Kind> = [
    .sun, .moon, .stars, .aurora, .nebula, .planet, .galaxy, .comet, .meteors, .starTrails, .clouds, .rainbow,
    .rain,
    .snow, .fog, .ocean, .lake, .hills, .mountains, .dunes, .beach, .forest, .meadow, .flowers, .wheat,
    .sunflowers,
    .blossom, .leaves, .fireflies,
  ]
}
