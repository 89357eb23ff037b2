/// Turns what a terminal sends into keystrokes: a value that is told bytes and the time, and answers with what they mean.
///
/// Three states:
/// * **keys**: everything is a key. `ESC[200~` leads to *paste*. In terminals that have not shown that they bracket pastes, a
///   line break that comes faster than typing (at least ``burstLength`` characters, none more than ``burstGap``
///   after the one before, and a character behind it just as soon) leads to *burst*.
/// * **paste**: everything is text, until `ESC[201~`, or until nothing came for ``pasteLimit`` (the end was lost).
/// * **burst**: printing characters, tabs and line breaks are text, until nothing came for ``burstEnd``
///   or another control character comes.
///
/// A single line with its Enter sent at once (a script at the other end) is not a paste: its Enter is held for ``burstGap``
/// and then counts.
package struct KeyReader: Sendable {
  /// Characters in a row that make a burst.
  package static let burstLength = 6
  /// The longest pause within a burst.
  package static let burstGap = Duration.milliseconds(8)
  /// The silence that ends a burst.
  package static let burstEnd = Duration.milliseconds(60)
  /// The silence after which a paste without its end counts as ended.
  package static let pasteLimit = Duration.seconds(2)
  /// The silence that tells the Escape key from an escape sequence.
  package static let escapeLimit = Duration.milliseconds(40)

  /// The silence after which the rest of an answer counts as lost.
  package static let answerLimit = Duration.seconds(1)

  private enum State: Equatable {
    case keys
    case paste
    case burst
  }

  /// True while vi keys are in force: escape sequences are then translated, for Escape alone is a command there.
  package var translatesCursorKeys = false
  /// True while the terminal's answers to questions may come: strings (DCS, APC) are then told from Alt with a letter.
  package var expectsAnswers = false
  /// When ``expire(at:)`` is to be called, if nothing comes before.
  package private(set) var deadline: Duration?

  private var state = State.keys
  private var decoder = ScalarDecoder()
  private var escape = String.UnicodeScalarView()
  private var text = String.UnicodeScalarView()
  private var bracketsPastes = false
  private var lastArrival: Duration?
  private var inARow = 0
  private var heldEnter = false
  private var previousWasReturn = false
  private var output: [Keystroke] = []

  package init() {}

  /// True while a paste is under way: not the moment to draw.
  package var isWithinPaste: Bool { state != .keys }

  /// Takes the bytes of one read.
  package mutating func receive(_ bytes: some Sequence<UInt8>, at time: Duration) -> [Keystroke] {
    if let deadline, time >= deadline { expireState() }
    if let lastArrival, time - lastArrival > Self.burstGap { inARow = 0 }
    lastArrival = time
    let scalars = decoder.decode(bytes)
    for (index, scalar) in scalars.enumerated() {
      switch state {
      case .paste: takePasted(scalar)
      case .burst: takeBurst(scalar)
      case .keys:
        if startsBurst(scalars[index...]) {
          state = .burst
          takeBurst(scalar)
        } else {
          takeKey(scalar)
        }
      }
    }
    setDeadline(at: time)
    return take()
  }

  /// Call when ``deadline`` has passed without a byte.
  package mutating func expire(at time: Duration) -> [Keystroke] {
    guard let deadline, time >= deadline else { return [] }
    expireState()
    setDeadline(at: time)
    return take()
  }

  // MARK: Keys

  private mutating func takeKey(_ scalar: Unicode.Scalar) {
    let afterReturn = previousWasReturn
    previousWasReturn = scalar == "\r"
    if heldEnter {
      heldEnter = false
      if scalar == "\n" && afterReturn {
        heldEnter = true
        return
      }
      if scalar == "\r" || scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x7F {
        state = .burst
        text.append("\n")
        return takeBurst(scalar)
      }
      output.append(.scalar("\r"))
    }
    if !escape.isEmpty { return takeEscape(scalar) }
    switch scalar {
    case "\u{1B}": escape.append(scalar)
    case "\u{03}": output.append(.interrupt)
    case "\u{1A}": output.append(.suspend)
    case "\u{1C}": output.append(.quit)
    case "\n" where afterReturn: break
    case "\r", "\n":
      if !bracketsPastes && inARow >= Self.burstLength {
        heldEnter = true
      } else {
        output.append(.scalar("\r"))
      }
      inARow = 0
    default:
      inARow = scalar.value >= 0x20 ? inARow + 1 : 0
      output.append(.scalar(scalar))
    }
  }

  /// True within the string of an answer.
  private var isWithinAnswer: Bool {
    expectsAnswers && escape.count > 1
      && "P_".unicodeScalars.contains(escape[escape.index(after: escape.startIndex)])
  }

  /// A string ends with ST; none that is asked for is longer than a line.
  private mutating func takeAnswer(_ scalar: Unicode.Scalar) {
    escape.append(scalar)
    // What was asked is answered by ESC P > and ESC _ G; anything else is Alt with a letter.
    if escape.count == 3, scalar != ">", scalar != "G" { return flushEscape() }
    if escape.suffix(2).elementsEqual("\u{1B}\\".unicodeScalars) {
      escape.removeLast(2)
      if let answer = TerminalAnswer(string: String(escape)) { output.append(.answer(answer)) }
      escape.removeAll()
    } else if escape.count > 256 {
      escape.removeAll()
    }
  }

  private mutating func takeEscape(_ scalar: Unicode.Scalar) {
    if isWithinAnswer { return takeAnswer(scalar) }
    if escape.count == 1 {
      switch scalar {
      case "P" where expectsAnswers, "_" where expectsAnswers: escape.append(scalar)
      case "[", "O": escape.append(scalar)
      case "\r", "\n":
        escape.removeAll()
        output.append(.lineBreak)
      case "\u{1B}":
        // Escape before another key's sequence (Alt with a cursor key): the first one stands alone.
        flushEscape()
        escape.append(scalar)
      default:
        escape.append(scalar)
        flushEscape()
      }
      return
    }
    if scalar.value < 0x20 {
      flushEscape()
      return takeKey(scalar)
    }
    escape.append(scalar)
    guard escape.count > 2, (0x40...0x7E).contains(scalar.value) else { return }
    switch String(escape) {
    case "\u{1B}[200~":
      escape.removeAll()
      bracketsPastes = true
      state = .paste
    case "\u{1B}[201~": escape.removeAll()
    case "\u{1B}[I", "\u{1B}[O":
      output.append(.focus(scalar == "I"))
      escape.removeAll()
    case let sequence where scalar == "c" || scalar == "t":
      if let answer = TerminalAnswer(control: sequence) { output.append(.answer(answer)) }
      escape.removeAll()
    case let sequence where translatesCursorKeys:
      escape.removeAll()
      if let key = Self.cursorKeys[sequence] { output.append(.cursor(key)) }
    default: flushEscape()
    }
  }

  private mutating func flushEscape() {
    output += escape.map { .scalar($0) }
    escape.removeAll()
  }

  private static let cursorKeys: [String: CursorKey] = {
    var keys: [String: CursorKey] = [
      "[3~": .delete, "[1~": .home, "[4~": .end, "[7~": .home, "[8~": .end, "[1;5D": .wordLeft,
      "[1;5C": .wordRight, "[1;3D": .wordLeft, "[1;3C": .wordRight,
    ]
    for start in ["[", "O"] {
      let finals: [(String, CursorKey)] = [
        ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
      ]
      for (final, key) in finals { keys[start + final] = key }
    }
    return Dictionary(uniqueKeysWithValues: keys.map { ("\u{1B}" + $0.key, $0.value) })
  }()

  // MARK: Pastes

  private mutating func takePasted(_ scalar: Unicode.Scalar) {
    text.append(scalar)
    if scalar == "~", text.suffix(6).elementsEqual("\u{1B}[201~".unicodeScalars) {
      text.removeLast(6)
      endPaste()
    }
  }

  private func startsBurst(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard !bracketsPastes, escape.isEmpty, !heldEnter, inARow == 0 else { return false }
    // A first line of some length, and more than its line break: a script's single line is not a paste.
    let line = scalars.prefix { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" }
    guard line.count >= Self.burstLength else { return false }
    var rest = scalars.dropFirst(line.count)
    guard let first = rest.first, first == "\r" || first == "\n" else { return false }
    rest = rest.dropFirst()
    if first == "\r" && rest.first == "\n" { rest = rest.dropFirst() }
    guard let next = rest.first else { return false }
    return next.value >= 0x20 || next == "\t" || next == "\r" || next == "\n"
  }

  private mutating func takeBurst(_ scalar: Unicode.Scalar) {
    if scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\t" || scalar == "\r" || scalar == "\n" {
      text.append(scalar)
    } else {
      endPaste()
      takeKey(scalar)
    }
  }

  private mutating func endPaste() {
    state = .keys
    inARow = 0
    previousWasReturn = false
    if !text.isEmpty { output.append(.paste(Self.normalised(text))) }
    text.removeAll()
  }

  /// CRLF and CR become LF; NUL, which ends a C string, becomes its picture.
  private static func normalised(_ text: String.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text {
      switch scalar {
      case "\r": result.append("\n")
      case "\n" where afterReturn: break
      case "\0": result.append("\u{2400}")
      default: result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }

  // MARK: Time

  private mutating func expireState() {
    switch state {
    case .paste, .burst: endPaste()
    case .keys:
      if heldEnter {
        heldEnter = false
        output.append(.scalar("\r"))
      }
      // A string that has begun is an answer whose end was lost; its start alone was Alt with a letter.
      if isWithinAnswer, escape.count > 2 { escape.removeAll() }
      flushEscape()
    }
  }

  private mutating func setDeadline(at time: Duration) {
    switch state {
    case .paste: deadline = time + Self.pasteLimit
    case .burst: deadline = time + Self.burstEnd
    case .keys:
      // A network may tear an answer apart; keys come whole.
      let limit = expectsAnswers && escape.count > 2 ? Self.answerLimit : Self.escapeLimit
      deadline = heldEnter ? time + Self.burstGap : escape.isEmpty ? nil : time + limit
    }
  }

  private mutating func take() -> [Keystroke] {
    defer { output = [] }
    return output
  }
}
