/// What a terminal has told of itself. Over ssh this is all there is to go by besides `TERM`.
public struct TerminalAnswers: Sendable, Equatable {
  /// Its name and version, such as `WezTerm 20240203` or `kitty(0.32.2)`; printing characters alone, at most 100.
  public var name: String?
  /// Whether it draws pictures in kitty's way.
  public var drawsKitty = false
  /// Whether it draws sixels.
  public var drawsSixel = false
  /// The size of a cell in pixels.
  public var cell: (width: Int, height: Int)? {
    get { cellWidth > 0 && cellHeight > 0 ? (cellWidth, cellHeight) : nil }
    set { (cellWidth, cellHeight) = newValue ?? (0, 0) }
  }
  /// Whether all has been answered.
  public var isComplete = false

  private var cellWidth = 0
  private var cellHeight = 0

  /// Nothing known.
  public init() {}

  /// Takes an answer.
  package mutating func take(_ answer: TerminalAnswer) {
    switch answer {
    case .name(let text): name = text
    case .cell(let width, let height): cell = (width, height)
    case .kittyPictures: drawsKitty = true
    case .attributes(let numbers):
      drawsSixel = numbers.contains(4)
      isComplete = true
    }
  }
}

/// One answer of a terminal.
package enum TerminalAnswer: Equatable, Sendable {
  /// To XTVERSION.
  case name(String)
  /// To `ESC [ 16 t`.
  case cell(width: Int, height: Int)
  /// To kitty's query, if it was OK.
  case kittyPictures
  /// To DA1.
  case attributes([Int])

  /// Reads a report that stands alone, without the bytes around it; nil for one of another kind.
  init?(control sequence: String) {
    let body = sequence.dropFirst(2)
    if body.hasPrefix("?"), body.hasSuffix("c") {
      self = .attributes(body.dropFirst().dropLast().split(separator: ";").compactMap { Int($0) })
      return
    }
    let numbers = body.dropLast().split(separator: ";").compactMap { Int($0) }
    guard body.hasSuffix("t"), numbers.count == 3, numbers[0] == 6, (1...1000).contains(numbers[1]),
      (1...1000).contains(numbers[2])
    else { return nil }
    self = .cell(width: numbers[2], height: numbers[1])
  }

  /// Reads a DCS or APC string, from its ESC on, without its end; nil for one of another kind.
  init?(string: String) {
    let body = string.dropFirst(2)
    if string.hasPrefix("\u{1B}P"), body.hasPrefix(">|") {
      self = .name(String(body.dropFirst(2).filter { $0.isASCII && $0 >= " " && $0 != "\u{7F}" }.prefix(100)))
    } else if string.hasPrefix("\u{1B}_"), body.hasPrefix("Gi=31"), body.hasSuffix(";OK") {
      self = .kittyPictures
    } else {
      return nil
    }
  }
}
