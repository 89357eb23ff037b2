/// What has room beside what.
extension Composer {
  /// What is seen in any picture, with ground or without.
  private static let anywhere: Set<SceneElement.Kind> = [
    .birds, .butterflies, .lanterns, .airplane, .helicopter, .paperPlanes, .crane, .bees, .kite, .ufo,
    .satellite, .owl, .leaves, .dandelion, .astronaut, .fireflies, .blossom, .fog, .rain, .snow, .smoke,
    .bars,
    .heart, .bubbles, .particles, .window,
  ]
  private static let inWater: Set<SceneElement.Kind> = [
    .underwater, .coral, .fish, .whale, .shark, .dolphin, .jellyfish, .turtle,
  ]

  private static let byTheFire: Set<SceneElement.Kind> = [
    .people, .couple, .dancer, .cat, .dog, .heart, .bubbles, .particles, .bars, .butterflies,
  ]

  /// Whether the picture is a room with a fireplace: nothing in it is a place out of doors.
  static func isRoom(_ kinds: Set<SceneElement.Kind>) -> Bool {
    kinds.contains(.fireplace)
      && !kinds.contains {
        $0.isGround || $0.isAbstract && $0 != .particles || $0.standsOnGround && !byTheFire.contains($0)
      }
  }

  /// A fire in a room (“by the fire in a cosy room”) burns in a fireplace, unless something stands out of doors with it.
  static func moveFireIndoors(_ elements: inout [SceneElement]) {
    let kinds = Set(elements.map(\.kind))
    guard kinds.contains(.window), kinds.contains(.campfire),
      isRoom(kinds.subtracting([.window, .campfire]).union([.fireplace]))
    else { return }
    elements.removeAll { $0.kind == .window }
    elements.replaceKind(.campfire, with: .fireplace)
  }

  /// Whether a thing is seen in a picture of some things: among flowing colour there is no ground for a horse, and under
  /// water no sun.
  static func hasRoom(for kind: SceneElement.Kind, beside kinds: Set<SceneElement.Kind>) -> Bool {
    if kinds.contains(.fireplace) {
      return isRoom(kinds) ? kind == .fireplace || byTheFire.contains(kind) : kind != .fireplace
    }
    if kinds.contains(where: \.isField) {
      return kind.isField || anywhere.contains(kind) || kind == .rocket && kinds.contains(.tunnel)
    }
    if kinds.contains(.underwater) { return inWater.contains(kind) || anywhere.contains(kind) }
    return true
  }
}

extension SceneElement.Kind {
  /// Whether it fills the picture with a pattern.
  fileprivate var isField: Bool { [.flow, .kaleidoscope, .tunnel, .plasma].contains(self) }
}
