extension [SceneElement] {
  /// Whether they are a picture of nothing in particular, without ground.
  var isAbstractPicture: Bool { contains { $0.kind.isAbstract } && !contains { $0.kind.isGround } }

  /// Whether one of them is of a kind.
  func hasKind(_ kind: SceneElement.Kind) -> Bool { contains { $0.kind == kind } }

  /// Puts one kind in place of another; what is there already is not doubled.
  mutating func replaceKind(_ kind: SceneElement.Kind, with other: SceneElement.Kind) {
    if hasKind(other) {
      removeAll { $0.kind == kind }
    } else {
      for index in indices where self[index].kind == kind { self[index].kind = other }
    }
  }
}

extension SceneElement.Kind {
  /// Whether several of them may each have a colour of their own.
  var comesInColours: Bool {
    switch self {
    case .birds, .fish, .butterflies, .boat, .balloon, .car, .house, .flowers, .fireworks, .lanterns, .planet,
      .flow, .plasma, .tunnel, .kaleidoscope:
      true
    default: false
    }
  }
}
