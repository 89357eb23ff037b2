import Understanding

/// One reply of a blind set, labelled by what has to be seen of it and what must not.
struct ReplyCase: Decodable {
  var reply: String
  /// Pieces that stay, in any case of letters.
  var keeps: [String]
  /// Pieces that go.
  var drops: [String]
  /// The actions in order; `edit` stands for an edit in any words, `a|b` for either, a last `|` for nothing too.
  var actions: [String]

  /// Whether these are the actions.
  func matches(_ actions: [GUIAction]) -> Bool {
    if actions.isEmpty { return self.actions.allSatisfy { $0.hasSuffix("|") } }
    let names = actions.map { action in if case .edit = action { "edit" } else { action.description } }
    return names.count == self.actions.count
      && zip(names, self.actions).allSatisfy { name, label in
        label.split(separator: "|").contains(Substring(name))
      }
  }
}
