/// Where things live.
extension Composer {
  /// What leaves fall from.
  var drawnTrees: [SceneElement.Kind] { [.forest, .autumnTree, .palms, .pine, .bamboo, .blossom] }

  /// Whether a thing is at home in a street with a lamp: people and what is in the air.
  private static func isInStreet(_ kind: SceneElement.Kind) -> Bool {
    kind == .streetLamp || kind.isPeople || kind == .dog || kind == .cat || !kind.standsOnGround
  }

  /// Puts things that live somewhere where they live, unless the prompt says where they are.
  func addHomes(to elements: inout [SceneElement], time: TimeOfDay?) {
    func add(_ kinds: SceneElement.Kind...) {
      for kind in kinds where !elements.hasKind(kind) { elements.append(SceneElement(kind)) }
    }
    for home in elements.map(\.kind.home) {
      let kinds = Set(elements.map(\.kind))
      let hasGround = kinds.contains(where: \.isGround)
      let isWater = !kinds.isDisjoint(with: [.ocean, .lake, .river])
      switch home {
      case .own, .ground, .free: break
      // A lamp stands in a street, unless there is something else that stands on land.
      case .land where kinds.contains(.streetLamp) && !hasGround && kinds.allSatisfy(Self.isInStreet):
        add(.city, .road)
      case .land:
        if !hasGround { add(kinds.isDisjoint(with: [.tornado, .windmill, .kite]) ? .hills : .meadow) }
      case .road: if kinds.isDisjoint(with: [.road, .city, .bridge]) { add(.road) }
      case .desert: if !hasGround { add(.dunes) }
      case .meadow: if !hasGround { add(.meadow, .flowers) }
      case .wood: if kinds.contains(.owl), !hasGround { add(.forest) }
      // Tiled roofs about a pagoda or a castle are an old town.
      case .town:
        if kinds.contains(.neonSigns) || kinds.isDisjoint(with: [.pagoda, .castle, .torii]) { add(.city) }
      case .lake:
        if !hasGround || (!isWater && kinds.contains(.lotus) || kinds.contains(.swan) && !isWater) {
          add(.lake)
        }
      case .sea:
        // Of a shark there is little to see from above.
        if kinds.subtracting([.fish, .coral, .turtle, .jellyfish]) == [.shark], time == nil {
          add(.underwater)
        } else if kinds.isDisjoint(with: [.ocean, .lake, .river, .underwater]) {
          add(.ocean)
        }
      case .shore: if !isWater { add(.ocean) }
      case .deep: add(.underwater)
      case .sky: if !hasGround { add(.clouds) }
      case .night: if !hasGround { add(.hills) }
      case .space:
        if !hasGround { add(.stars) }
        if !hasGround, kinds.contains(.astronaut), kinds.isDisjoint(with: [.galaxy, .blackHole]) {
          add(.nebula)
        }
      case .frame:
        if !hasGround { add(kinds.contains(.cave) ? .ocean : kinds.contains(.rain) ? .city : .hills) }
      }
    }
  }
}
