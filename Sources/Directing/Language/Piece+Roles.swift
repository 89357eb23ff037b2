extension Piece {
  /// Whether it names a place for text.
  var isTextPlace: Bool {
    meanings.contains { if case .textPlace = $0 { true } else { false } }
  }

  /// Whether it names a colour.
  var isColour: Bool {
    meanings.contains { if case .colour = $0 { true } else { false } }
  }

  /// Whether it says how something looks.
  var isProperty: Bool {
    meanings.contains {
      switch $0 {
      case .colour, .size, .more(.size, _): true
      default: false
      }
    }
  }

  /// Whether it names a thing, known or unknown.
  var isNoun: Bool {
    if meanings.isEmpty { return kind == .word }
    return meanings.contains {
      switch $0 {
      case .element, .time, .sky, .undrawable, .scene: true
      default: false
      }
    }
  }

  /// Whether it says how many.
  var isCount: Bool {
    meanings.contains {
      switch $0 {
      case .count, .number: true
      default: false
      }
    }
  }

  /// Whether it is the verb of an edit or a command.
  var isVerb: Bool {
    meanings.contains {
      switch $0 {
      case .edit, .command, .phrase: true
      default: false
      }
    }
  }

  /// Whether a new request may start with it.
  var startsRequest: Bool {
    meanings.contains {
      switch $0 {
      case .edit, .command, .phrase, .more, .negation, .musicNoun, .mood, .titleNoun, .noMusic, .noTitle,
        .loops:
        true
      default: false
      }
    }
  }

  /// Whether it says what the film as a whole is: its shape, its length, its look.
  var isOfFilm: Bool {
    meanings.contains {
      switch $0 {
      case .aspect, .aspectIfSaid, .length, .resolution, .style, .naturalStyle: true
      default: false
      }
    }
  }

  /// The side that "left", "right" or "left corner" names.
  var side: ScreenPlace? {
    for meaning in meanings {
      switch meaning {
      case .side(let share), .place(let share): return share < 0 ? .left : .right
      case .heading(.left): return .left
      case .heading(.right): return .right
      default: continue
      }
    }
    return nil
  }
}
