import LineEditing
import Presentation
import Testing

/// What terminals are taken for.
@Suite struct TerminalTraitsTests {
  private func traits(_ environment: [String: String], name: String? = nil) -> TerminalTraits {
    var answers = TerminalAnswers()
    answers.name = name
    return TerminalTraits(environment: environment, answers: answers)
  }

  @Test("links are made where they are followed, over ssh too, and nowhere else")
  func links() {
    #expect(!traits(["TERM": "xterm-256color"]).followsLinks)
    #expect(traits(["TERM": "xterm-256color"], name: "WezTerm 20240203").followsLinks)
    #expect(traits(["TERM": "xterm-kitty"]).followsLinks)
    #expect(traits(["TERM": "xterm-256color", "VTE_VERSION": "7200"]).followsLinks)
    #expect(traits(["TERM": "xterm-256color", "WT_SESSION": "x"]).followsLinks)
    #expect(
      !traits(["TERM": "tmux-256color", "TMUX": "/tmp/x", "WT_SESSION": "x", "TERM_PROGRAM": "tmux"])
        .followsLinks)
  }

  @Test("notifications go the way of the terminal")
  func notifications() {
    #expect(traits(["TERM": "xterm-kitty"]).notification == .osc99)
    #expect(traits(["TERM": "foot"]).notification == .osc777)
    #expect(traits(["TERM": "xterm-256color", "VTE_VERSION": "7200"]).notification == .osc777)
    #expect(traits(["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"]).notification == .osc9)
    #expect(traits(["TERM": "screen-256color"]).notification == .bellOnly)
  }

  @Test("the title bar shows progress where it can, and no notification comes of it where it can't")
  func title() {
    #expect(traits(["TERM": "xterm-256color", "WT_SESSION": "x"]).showsTitleProgress)
    #expect(traits(["TERM": "xterm-256color", "ConEmuANSI": "ON"]).showsTitleProgress)
    #expect(traits(["TERM": "xterm-ghostty"]).showsTitleProgress)
    #expect(
      !traits(["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.5.0"])
        .showsTitleProgress)
    #expect(
      traits(["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.6.6"])
        .showsTitleProgress)
    #expect(!traits(["TERM": "xterm-256color"]).showsTitleProgress)
  }

  @Test("pictures are drawn in the best way that was answered for")
  func pictures() {
    var answers = TerminalAnswers()
    #expect(
      traits(["TERM": "xterm-256color"]).pictures == .symbols && traits(["TERM": "vt100"]).pictures == nil)
    answers.drawsSixel = true
    #expect(TerminalTraits(environment: ["TERM": "xterm"], answers: answers).pictures == .sixels)
    answers.drawsKitty = true
    #expect(TerminalTraits(environment: ["TERM": "xterm"], answers: answers).pictures == .kitty)
    #expect(TerminalTraits(environment: ["TERM": "tmux-256color"], answers: answers).pictures == .symbols)
    #expect(traits(["TERM": "xterm-256color", "COLORTERM": "truecolor"]).colours == .full)
  }
}
