/// One thing for another: "change X to Y", "replace X with Y", "把X换成Y".
extension EditReading {
  /// Reads "change X to Y", "replace X with Y", "把X换成Y"; false if the clause isn't of that kind.
  func replacement(_ requests: inout [EditRequest]) -> Bool {
    guard requests.isEmpty, let cut = replacementCut() else { return false }
    let left = SceneReader.read(clause.text, in: 0..<cut.leftEnd)
    let right = SceneReader.read(clause.text, in: cut.rightStart..<clause.text.pieces.count)
    let old = left.mentions.map(\.kind)
    if let light = right.light, light.isStated,
      right.mentions.allSatisfy({ $0.kind == .sun || $0.kind == .stars }), right.nouns.isEmpty
    {
      requests.append(.setTimeOfDay(light.time))
      return true
    }
    if !right.mentions.isEmpty || !right.nouns.isEmpty {
      guard !old.isEmpty else {
        if right.mentions.contains(where: { $0.kind.isGround }) {
          let words = clause.text.words(cut.rightStart..<clause.text.pieces.count)
          requests.append(.newScene(director.storyboard(for: words, defaults: .init(canvas: film.canvas))))
          return true
        }
        return false
      }
      let new = Composer.elements(of: right)
      substitutions(right, into: &requests)
      guard !new.isEmpty else { return !requests.isEmpty }
      let gone = old.filter { kind in !new.hasKind(kind) }
      if !gone.isEmpty { requests.append(.removeElement(gone)) }
      requests.append(.addElement(new))
      return true
    }
    let colour = right.loose.colours.first ?? right.tint
    if let kind = old.first, colour != nil || right.loose != Sketch.Properties() {
      requests.append(.changeElement(kind, change(from: right.loose, colour: colour)))
      return true
    }
    if let colour {
      requests.append(.setTint(colour))
      return true
    }
    if let light = right.light {
      requests.append(.setTimeOfDay(light.time))
      return true
    }
    return false
  }

  /// Where X ends and Y starts.
  private func replacementCut() -> (leftEnd: Int, rightStart: Int)? {
    let pieces = clause.text.pieces
    guard
      let verb = clause.verbs.first(where: { $0.verb == .change || $0.verb == .replace || $0.verb == .make })
    else {
      return nil
    }
    if pieces[verb.piece].kind == .han || clause.language == .chinese {
      // 把X换成Y, X改成Y
      guard let last = clause.verbs.last(where: { $0.verb == .change || $0.verb == .replace }),
        last.piece + 1 < pieces.count
      else {
        return nil
      }
      return (last.piece, last.piece + 1)
    }
    let links: Set<String> = ["to", "into", "with", "by", "for"]
    guard
      let link = pieces.indices.first(where: {
        $0 > verb.piece && !pieces[$0].isUsed && links.contains(pieces[$0].text)
      }),
      link + 1 < pieces.count
    else { return nil }
    return (link, link + 1)
  }
}
