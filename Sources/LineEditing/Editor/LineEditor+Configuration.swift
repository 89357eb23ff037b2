extension LineEditor {
  /// What stands before the input.
  public struct Prompt: Equatable, Sendable, ExpressibleByStringLiteral {
    /// Plain text, like `t2v> `.
    public var text: String
    /// An SGR sequence for it (`"\u{1B}[1;36m"`), or empty.
    public var style: String
    /// What stands before the second and later lines of one message.
    public var continuation: String

    /// - Parameters:
    ///   - text: plain text.
    ///   - style: an SGR sequence, or empty.
    ///   - continuation: what stands before further lines of the message.
    public init(_ text: String, style: String = "", continuation: String = "... ") {
      self.text = text
      self.style = style
      self.continuation = continuation
    }

    /// A prompt in the normal style.
    public init(stringLiteral text: String) {
      self.init(text)
    }
  }

  /// How the editor looks and what it asks of its owner.
  public struct Configuration: Sendable {
    /// What stands before the input.
    public var prompt: Prompt = "> "
    /// Where lines are remembered; nil for this run only.
    public var history: HistoryStore?
    /// Ways to go on with the line, asked for by Tab. Called on the editor's thread, so it must answer at once (well under 50 ms).
    public var completion: (@Sendable (_ line: String, _ cursor: String.Index) -> [Completion])?
    /// A suggestion for the line, asked for while the cursor is at its end. Called on the editor's thread at every key.
    public var hint: (@Sendable (_ line: String) -> Hint?)?
    /// The name that lines of `~/.editrc` may carry: `t2v:bind …`.
    public var appName = "t2v"
    /// What `?` at an empty prompt prints, with a newline at its end; nil: it is a character like any other.
    public var keyHelp: (@Sendable () -> String)?
    /// True: nothing is redrawn and no sequence is sent, as on `TERM=dumb`: for screen readers.
    public var isPlain = false
    /// True: the editor's own glyphs are ASCII.
    public var isASCII = false
    /// True: the terminal is asked what it is and can draw; ``LineEditor/answers(within:)`` tells.
    public var asksTerminal = false
    /// True: the terminal is asked to tell of the window's focus; ``LineEditor/isFocused`` tells.
    public var watchesFocus = false
    /// True: the terminal shows progress in its title bar; what is shown there is taken away at the end.
    public var showsTitleProgress = false
    /// False: no styles but those in printed text.
    public var usesColour = true
    /// A paste of more lines is shown as `[pasted 24 lines]`; Ctrl-X Ctrl-P shows its text.
    public var foldPastesBeyond = 8
    /// True: an accepted line stays on the screen, above, like in a shell. While printed text waits for the end of its line, the
    /// echo waits too.
    public var echoesLines = true
    /// The terminal's descriptor for reading.
    public var input: Int32 = 0
    /// The terminal's descriptor for writing.
    public var output: Int32 = 1

    /// The defaults, to be changed.
    public init() {}
  }
}
