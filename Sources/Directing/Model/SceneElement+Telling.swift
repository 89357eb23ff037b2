extension SceneElement {
  /// What it is called in an answer, with its number or with who is meant: "3 × horse", "man, boy", "woman, sitting".
  public func telling(in language: Language) -> String {
    let comma = language == .english ? ", " : "、"
    var name = kind.name(in: language)
    if kind == .people, let figures, !figures.isEmpty, count == nil || count == figures.count {
      var told: [(figure: Figure, count: Int)] = []
      for figure in figures {
        if let index = told.firstIndex(where: { $0.figure == figure }) {
          told[index].count += 1
        } else {
          told.append((figure, 1))
        }
      }
      name = told.map { ($0.count > 1 ? "\($0.count) × " : "") + $0.figure.name(in: language) }
        .joined(separator: comma)
    } else if let count, count > 1, kind.isCountable {
      name = "\(count) × \(name)"
    }
    if kind.isPeople, posture == .sitting { name += language == .english ? " (sitting)" : "（坐着）" }
    return name
  }
}

extension SceneElement.Figure {
  /// What they are called in answers.
  public func name(in language: Language) -> String {
    let names: Bilingual =
      switch self {
      case .man: Bilingual("man", "男人")
      case .woman: Bilingual("woman", "女人")
      case .adult: Bilingual("person", "人")
      case .boy: Bilingual("boy", "男孩")
      case .girl: Bilingual("girl", "女孩")
      case .child: Bilingual("child", "孩子")
      case .oldMan: Bilingual("old man", "老人")
      case .oldWoman: Bilingual("old woman", "老奶奶")
      }
    return names.text(in: language)
  }
}

extension Shot {
  /// Whether its picture has a time of day: flowing colour and what hangs in nothing has none.
  public var hasLight: Bool {
    !elements.isAbstractPicture && !elements.allSatisfy { $0.kind.home == .free }
  }
}
