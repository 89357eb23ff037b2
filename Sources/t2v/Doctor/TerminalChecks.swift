import ClientConfiguration
import Glibc
import LineEditing
import MarkdownText
import NemoVideo
import Presentation
import TerminalPictures

/// What concerns the terminal.
struct TerminalChecks {
  let environment: ProgramEnvironment
  let options: EngineOptions

  func terminal() -> Finding {
    let term = environment.variables["TERM"] ?? ""
    guard isatty(STDIN_FILENO) == 1 else {
      return Finding(name: "terminal", isGood: true, detail: "standard input is a pipe: one message a line")
    }
    return Finding(
      name: "terminal", isGood: !term.isEmpty && term != "dumb", isNeeded: false,
      detail: term.isEmpty ? "TERM is not set" : term,
      remedy: "Without cursor movement t2v prints plain lines. Set TERM, for instance to xterm-256color.")
  }

  func locale() -> Finding {
    let variables = environment.variables
    let value = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
    return Finding(
      name: "locale", isGood: UserLanguage.isUTF8(variables), isNeeded: false,
      detail: value.isEmpty ? "not set; input is read as UTF-8, marks are drawn in ASCII" : value,
      remedy: "For bars, bullets and pictures set LANG to a UTF-8 locale, such as C.UTF-8.")
  }

  /// The libraries that the conversation is drawn with: the program would not have started without them.
  func editor() -> Finding {
    Finding(
      name: "libraries", isGood: true,
      detail: "libedit \(LineEditor.libraryVersion), libcmark \(MarkdownStream.libraryVersion)")
  }

  /// Who draws pictures in the terminal, and why nobody does.
  func pictures() -> Finding {
    let variables = environment.variables
    let artist = PictureArtist(environment: variables)
    let traits = TerminalTraits(environment: variables)
    func finding(_ isGood: Bool, _ detail: String, _ remedy: String = "") -> Finding {
      Finding(name: "pictures", isGood: isGood, isNeeded: false, detail: detail, remedy: remedy)
    }
    if options.noImages || options.plain || options.noColour { return finding(true, "off, by option") }
    if environment.settings[.noColor] != nil { return finding(true, "off, by NO_COLOR") }
    if !UserLanguage.isUTF8(variables) {
      return finding(false, "off, without a UTF-8 locale", "Set LANG to a UTF-8 locale, such as C.UTF-8.")
    }
    guard artist.takesFrames else {
      return finding(false, "off: ffmpeg takes the frames", "Install it: sudo apt-get install ffmpeg")
    }
    guard let chafa = artist.chafaPath else {
      return finding(
        traits.colours != .few,
        traits.colours == .few ? "off: the terminal has too few colours" : "drawn in half blocks",
        "For pictures set TERM to a terminal of 256 colours, such as xterm-256color.")
    }
    let ways = "as kitty, iTerm2 or sixel pictures if the terminal answers that it can"
    return finding(
      true,
      "drawn by chafa (\(chafa)), \(ways)"
        + (traits.pictures == nil
          ? "" : ", else in blocks of \(traits.colours == .full ? "all" : "256") colours"))
  }
}
