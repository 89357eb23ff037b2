/// Cuts a program's output into characters, controls and sequences (ECMA-48), across reads.
struct TerminalParser: Sendable {
  struct Sequence: Equatable, Sendable {
    var prefix: Character?
    var parameters: [Int?]
    var final: Character

    func parameter(_ index: Int, default value: Int) -> Int {
      index < parameters.count ? parameters[index] ?? value : value
    }
  }

  enum Action: Equatable, Sendable {
    case print(Unicode.Scalar)
    case control(UInt8)
    case escape(Character)
    case sequence(Sequence)
    /// OSC, DCS, APC, PM or SOS with what is in it, from `]`, `P`, `_` on.
    case string(String)
  }

  private enum State: Equatable {
    case ground
    case escape
    case sequence
    /// OSC, DCS, APC, PM, SOS: until ST or BEL.
    case string(afterEscape: Bool)
  }

  private var state = State.ground
  private var parameters = ""
  private var pending: [UInt8] = []
  private var string: [UInt8] = []

  mutating func feed(_ byte: UInt8) -> [Action] {
    switch state {
    case .ground: return ground(byte)
    case .escape:
      switch byte {
      case UInt8(ascii: "["):
        (state, parameters) = (.sequence, "")
        return []
      case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
        state = .string(afterEscape: false)
        string = [byte]
        return []
      case 0x20...0x2F: return []
      default:
        state = .ground
        return [.escape(Character(Unicode.Scalar(byte)))]
      }
    case .sequence:
      if byte < 0x20 { return byte == 0x1B ? restart() : [.control(byte)] }
      let character = Character(Unicode.Scalar(byte))
      guard (0x40...0x7E).contains(byte) else {
        parameters.append(character)
        return []
      }
      state = .ground
      return [.sequence(finish(character))]
    case .string(let afterEscape):
      if byte == 0x07 || (afterEscape && byte == UInt8(ascii: "\\")) {
        state = .ground
        if afterEscape { string.removeLast() }
        return [.string(String(decoding: string, as: UTF8.self))]
      }
      string.append(byte)
      state = .string(afterEscape: byte == 0x1B)
      return []
    }
  }

  private mutating func restart() -> [Action] {
    state = .escape
    return []
  }

  private func finish(_ final: Character) -> Sequence {
    var text = Substring(parameters)
    var prefix: Character?
    if let first = text.first, "?><=".contains(first) {
      prefix = first
      text.removeFirst()
    }
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    return Sequence(prefix: prefix, parameters: numbers, final: final)
  }

  private mutating func ground(_ byte: UInt8) -> [Action] {
    if byte < 0x80 {
      let broken: [Action] = pending.isEmpty ? [] : [.print("\u{FFFD}")]
      pending = []
      if byte == 0x1B { return broken + restart() }
      return broken + [byte < 0x20 || byte == 0x7F ? .control(byte) : .print(Unicode.Scalar(byte))]
    }
    pending.append(byte)
    let needed = pending[0] >= 0xF0 ? 4 : pending[0] >= 0xE0 ? 3 : 2
    guard pending.count >= needed else { return [] }
    let scalars = String(decoding: pending, as: UTF8.self).unicodeScalars
    pending = []
    return scalars.map { .print($0) }
  }
}
