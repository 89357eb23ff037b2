/// What the parser asks of a request that it has read.
extension EditRequest {
  var isNewScene: Bool { if case .newScene = self { true } else { false } }

  /// Whether it changes how long the film is.
  var isOfLength: Bool {
    switch self {
    case .setLength, .lengthen, .changeLength: true
    default: false
    }
  }

  /// The one drawn scene that it changes.
  var shot: Int? {
    guard case .inShot(let number, let inner) = self, inner.isOfShot else { return nil }
    return number
  }

  /// Whether it says how one clip leads into the next.
  var isTransition: Bool { if case .timeline(.transition) = self { true } else { false } }

  var isSubstitution: Bool { if case .substituted = self { true } else { false } }

  /// The one clip that it is about, counted from 0, in a film that then has `count` of them.
  func clip(of count: Int) -> Int? {
    func place(_ number: Int) -> Int { number < 0 ? count + number : number }
    if case .inShot(let number, _) = self { return place(number) }
    guard case .timeline(let edit) = self else { return nil }
    switch edit {
    case .move(_, let target): return place(target)
    case .keep(_, .clip(let number)), .cut(_, .clip(let number)), .retime(_, .clip(let number)),
      .playIn(_, .clip(let number)), .reverse(.clip(let number)), .fit(_, .clip(let number)),
      .crop(_, .clip(let number)), .rotate(_, .clip(let number)),
      .tilt(_, .clip(let number)), .flip(_, .clip(let number)),
      .moveOver(_, .clip(let number)), .adjust(_, .clip(let number)), .clipVolume(_, .clip(let number)),
      .replaceClip(_, .clip(let number)):
      return place(number)
    default: return nil
    }
  }
}
