extension Director {
  /// What is seen in each shot of a prompt, in the user's words: without lengths, shapes, music and titles, which are
  /// settings of the film. One text for each shot of ``storyboard(for:seed:defaults:)``, in the same order.
  public func script(of prompt: String) -> [String] {
    var text = ParsedText(prompt)
    _ = SettingsReader.read(&text)
    return Self.stretches(of: text).map { stretch in Self.words(of: text, in: stretch.range) }
  }

  /// The words of a stretch that no setting has used, put together as they stand.
  private static func words(of text: ParsedText, in range: Range<Int>) -> String {
    var runs: [String] = []
    var start: Int?
    func end(at index: Int) {
      if let first = start {
        let words = text.words(first..<index).trimmed(of: ",;:，；：、 ")
        if words.unicodeScalars.contains(where: Tokenizer.isWordScalar) { runs.append(words) }
      }
      start = nil
    }
    for index in range {
      if text.pieces[index].isUsed { end(at: index) } else { start = start ?? index }
    }
    end(at: range.upperBound)
    return runs.joined(separator: Language.of(runs.joined()) == .chinese ? "，" : ", ")
  }
}
