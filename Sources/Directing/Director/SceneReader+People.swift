/// Who the people of a prompt are: "a father and son", 一家三口, "two kids and their grandmother".
extension SceneReader {
  /// The most people who are told from one another.
  private static let mostFigures = 12

  /// Words that tell of somebody's own: who comes behind is one more.
  static let owners: Set<String> = ["his", "her", "their", "my", "our", "他", "她"]
  /// Words that bring somebody along.
  static let companions: Set<String> = ["with", "holding", "带", "带着", "牵", "抱", "跟"]

  /// How many people a word means, and who they are.
  func counted(_ properties: inout Sketch.Properties, at index: Int) {
    guard let listed = properties.figures, !listed.isEmpty else { return }
    if isCountFromArticle || properties.count == nil {
      let piece = text.pieces[index]
      let last = text.tokens[piece.tokens.upperBound - 1].text
      let isMany =
        piece.isPlural(in: text)
        || ["men", "women", "children", "schoolchildren", "grandchildren"].contains(last)
        || index + 1 < range.upperBound && text.pieces[index + 1].text == "们"
      properties.count =
        isMany && !isCountFromArticle ? max(listed.count, isPair(listed) ? 2 : 3) : usualFigures
    }
    let number = min(Self.mostFigures, max(1, properties.count ?? 1))
    properties.figures = (0..<number).map { listed[$0 % listed.count] }
  }

  /// Adds people to those who are named already, when they are others.
  ///
  /// - Returns: whether they were added.
  mutating func joinsOthers(
    _ properties: inout Sketch.Properties, isCounted: Bool, isJoining: Bool
  ) -> Bool {
    guard let figures = properties.figures,
      let known = sketch.mentions.firstIndex(where: { $0.kind.isPeople })
    else { return false }
    var old = sketch.mentions[known].properties
    guard isJoining || isCounted, !isDefinite else {
      // Who was named before is told of again, or it is said who they are who do something.
      if old.count != nil { properties.count = nil }
      if old.figures != nil { properties.figures = nil }
      return false
    }
    if sketch.mentions[known].kind == .couple {
      sketch.mentions[known].kind = .people
      (old.figures, old.count) = ([.man, .woman], 2)
    }
    if let before = old.figures {
      old.figures = Array((before + figures).prefix(Self.mostFigures))
      old.count = old.figures?.count
    } else if old.count != nil {
      // "three people: a man, a woman and a child" are three.
      old.figures = figures
    } else {
      old.figures = [.adult, .adult] + figures
      old.count = old.figures?.count
    }
    properties.figures = nil
    properties.count = nil
    old.merge(properties)
    sketch.mentions[known].properties = old
    subject = .mention(known)
    person = known
    return true
  }

  private func isPair(_ figures: [SceneElement.Figure]) -> Bool {
    figures == [.man, .woman] || figures == [.oldMan, .oldWoman]
  }
}
