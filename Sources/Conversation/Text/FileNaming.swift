/// Names for files from the words of a prompt.
public enum FileNaming {
  /// Words of a prompt as one plain, lower-case path component: `A sunset, over the ocean!` → `a-sunset-over-the-ocean`.
  ///
  /// Letters and digits of all scripts stay; everything else separates words. At most 60 characters, cut between words
  /// where there are any, and never empty.
  public static func slug(_ prompt: String) -> String {
    var words = prompt.lowercased().split { !isWordCharacter($0) }.map(String.init)
    if words.count > 1, ["a", "an", "the"].contains(words[0]) { words.removeFirst() }
    var slug = ""
    for word in words {
      let longer = slug.isEmpty ? word : slug + "-" + word
      if longer.count > 60 || longer.utf8.count > 180 { break }
      slug = longer
    }
    if slug.isEmpty, let word = words.first {
      // One very long word, as in a script without spaces.
      for character in word where slug.count < 40 && slug.utf8.count < 160 { slug.append(character) }
    }
    return slug.isEmpty ? "video" : slug
  }

  /// The name of a media file without its ending: `beach.mp4` → `beach`; any other text as it is.
  public static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      (2...4).contains(name[dot...].count - 1), name[name.index(after: dot)...].allSatisfy(isWordCharacter)
    else { return name }
    return String(name[..<dot])
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
