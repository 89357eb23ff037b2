/// The Latin words that instructions need, by hash: see ``InstructionHints``.
struct HintWords: Sendable {
  /// What a word adds to an instruction.
  struct Roles: OptionSet {
    var rawValue: UInt32
    /// Enough to read the sentence.
    static let hint = Roles(rawValue: 1)
    /// A verb of going, using, choosing.
    static let navigator = Roles(rawValue: 1 << 1)
    static let goingVerb = Roles(rawValue: 1 << 2)
    static let destination = Roles(rawValue: 1 << 3)
    static let viewedPart = Roles(rawValue: 1 << 4)
    static let menuName = Roles(rawValue: 1 << 5)
    static let page = Roles(rawValue: 1 << 6)
    static let pageName = Roles(rawValue: 1 << 7)
    static let side = Roles(rawValue: 1 << 8)
    static let placing = Roles(rawValue: 1 << 9)
    static let saved = Roles(rawValue: 1 << 10)
    static let grabVerb = Roles(rawValue: 1 << 11)
    static let grip = Roles(rawValue: 1 << 12)
    static let handlingVerb = Roles(rawValue: 1 << 13)
    static let handledPart = Roles(rawValue: 1 << 14)
    static let quotation = Roles(rawValue: 1 << 15)
    static let usedPart = Roles(rawValue: 1 << 16)
    static let preposition = Roles(rawValue: 1 << 17)
    static let placedPart = Roles(rawValue: 1 << 18)
    static let placedSide = Roles(rawValue: 1 << 19)
    static let findingVerb = Roles(rawValue: 1 << 21)
    static let owner = Roles(rawValue: 1 << 22)
    /// A part that is used, a few words after a preposition.
    static let use = Roles(rawValue: 1 << 20)

    /// Whether the words of a sentence together are enough to read it.
    var areEnough: Bool {
      contains(.hint) || isSuperset(of: [.goingVerb, .destination])
        || isSuperset(of: [.navigator, .viewedPart])
        || isSuperset(of: [.goingVerb, .menuName]) || isSuperset(of: [.page, .pageName])
        || isSuperset(of: [.page, .quotation]) || isSuperset(of: [.side, .placing, .navigator])
        || isSuperset(of: [.side, .placing, .saved]) || isSuperset(of: [.grabVerb, .grip])
        || isSuperset(of: [.handlingVerb, .handledPart]) || isSuperset(of: [.placedPart, .placedSide])
        || isSuperset(of: [.findingVerb, .quotation]) || isSuperset(of: [.findingVerb, .owner])
        || contains(.use) || isSuperset(of: [.usedPart, .preposition, .quotation])
    }
  }

  static let table = HintWords()

  static let seed: UInt32 = 0x811C_9DC5
  private static let slots = 2_048

  /// Open addressing; 0 stands for no word. Words of one hash share their roles: the sentence is then read for
  /// nothing.
  private var hashes = [UInt32](repeating: 0, count: slots)
  private var rolesBySlot = [Roles](repeating: [], count: slots)
  /// The ASCII letter of each Latin letter from U+00A0, 0 where there is none.
  private var latin = [UInt8](repeating: 0, count: 0x250 - 0xA0)

  private init() {
    typealias Lists = EnglishGUIWords
    for words in [
      Lists.pointers, Lists.pressers, Lists.previewers, Lists.strongParts, Lists.gerunds, Lists.controls,
      ["timeline", "editor", "library", "ctrl", "cmd"],
    ] {
      add(words, .hint)
    }
    add(EnglishImperative.findingVerbs, .findingVerb)
    add(["my"], .owner)
    add(InterfaceParts.used.union(InterfaceParts.keyNouns), .usedPart)
    add(Lists.prepositions, .preposition)
    add(InterfaceParts.placed, .placedPart)
    add(InterfaceParts.placedSides, .placedSide)
    add(Lists.navigators, .navigator)
    add(Lists.places, [.goingVerb, .navigator])
    add(Lists.destinations, .destination)
    add(Lists.viewedParts, .viewedPart)
    add(Lists.menus, .menuName)
    add(InterfaceParts.pageNouns, .page)
    add(Lists.pages, .pageName)
    add(InterfaceParts.sides, .side)
    add(InterfaceParts.placings, .placing)
    add(InterfaceParts.saved, .saved)
    add(EnglishImperative.grabVerbs, .grabVerb)
    add(EnglishImperative.grips, .grip)
    add(EnglishImperative.handlingVerbs, .handlingVerb)
    add(EnglishImperative.handledParts, .handledPart)
    for (letter, folded) in TextFolding.letters where folded.utf8.count == 1 {
      if (0xA0..<0x250).contains(letter.value), let byte = folded.utf8.first {
        latin[Int(letter.value) - 0xA0] = byte
      }
    }
  }

  private mutating func add(_ words: Set<String>, _ roles: Roles) {
    for word in words {
      let hash = word.utf8.reduce(Self.seed) { Self.mixed($0, $1) }
      var slot = Int(truncatingIfNeeded: hash) & (Self.slots - 1)
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
      hashes[slot] = hash
      rolesBySlot[slot].formUnion(roles)
    }
  }

  /// The hash of a word with one byte more (FNV-1a).
  @inline(__always)
  static func mixed(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x100_0193 }

  func roles(of hash: UInt32) -> Roles {
    var slot = Int(truncatingIfNeeded: hash) & (Self.slots - 1)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return rolesBySlot[slot] }
      slot = (slot + 1) & (Self.slots - 1)
    }
    return []
  }

  /// The ASCII letter that a scalar below U+0250 folds to; 0 for none.
  func foldedLatin(_ scalar: UInt32) -> UInt8 { latin[Int(scalar) - 0xA0] }
}
