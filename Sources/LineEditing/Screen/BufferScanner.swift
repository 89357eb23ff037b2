/// Cuts libedit's buffer into characters as a person sees them, each with its place in the buffer.
struct BufferScanner: Sequence, IteratorProtocol {
  struct Piece: Equatable {
    enum Kind: Equatable {
      case character(Character)
      case newline
      case tab
      /// What stands for scalars that can't be shown as they are.
      case spelling(String)
    }
    var kind: Kind
    /// The scalars `start..<end` of the buffer.
    var start: Int
    var end: Int
  }

  private let buffer: [UInt32]
  private let folds: PasteFolds
  private var position = 0

  init(_ buffer: [UInt32], folds: PasteFolds) {
    self.buffer = buffer
    self.folds = folds
  }

  mutating func next() -> Piece? {
    guard position < buffer.count else { return nil }
    let start = position
    let value = buffer[position]
    position += 1
    let kind: Piece.Kind
    switch value {
    case 0x0A: kind = .newline
    case 0x09: kind = .tab
    case 0x20..<0x7F where position >= buffer.count || buffer[position] < 0x300:
      kind = .character(Character(Unicode.Scalar(UInt8(value))))
    default: kind = other(value)
    }
    return Piece(kind: kind, start: start, end: position)
  }

  private mutating func other(_ value: UInt32) -> Piece.Kind {
    if let label = folds.label(of: value) { return .spelling(label) }
    guard let scalar = Unicode.Scalar(value) else { return .spelling("?") }
    if let spelling = VisibleText.spelling(of: scalar) { return .spelling(spelling) }
    var character = Character(scalar)
    if Self.standsAlone(value), position >= buffer.count || Self.standsAlone(buffer[position]) {
      return .character(character)
    }
    while position < buffer.count, let next = Unicode.Scalar(buffer[position]),
      VisibleText.spelling(of: next) == nil
    {
      let longer = String(character) + String(Character(next))
      guard longer.count == 1, let joined = longer.first else { break }
      character = joined
      position += 1
    }
    if DisplayWidth(of: character).columns == 0 {
      // A mark without a base would hang on the prompt.
      return .spelling(VisibleText.code(of: scalar))
    }
    return .character(character)
  }

  /// True for what never joins with its like: ASCII and Chinese characters. Finding the end of a character is slow, and these are most of a long text.
  private static func standsAlone(_ value: UInt32) -> Bool {
    (0x20..<0x7F).contains(value) || (0x4E00...0x9FFF).contains(value) || value == 0x0A
  }
}
