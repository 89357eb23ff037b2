import LineEditing

/// What a terminal understands beyond text and cursor movement, by its variables and by what it answered.
///
/// Over ssh only `TERM` and the answers come along; within tmux and screen the variables may be those of another terminal, so
/// only `TERM` and `COLORTERM` count there.
public struct TerminalTraits: Sendable, Equatable {
  /// How many colours it has.
  public enum Colours: Sendable {
    case few, indexed, full
  }

  /// How a picture is drawn.
  public enum PictureWay: String, Sendable {
    case kitty, iterm, sixels, symbols
  }

  /// Whether text can lead to a URL (OSC 8).
  public var followsLinks = false
  /// How a notification is shown.
  public var notification = TerminalNotification.osc9
  /// Whether progress is shown in the title bar (OSC 9;4).
  public var showsTitleProgress = false
  /// How many colours it has.
  public var colours = Colours.few
  /// The best way to draw a picture; nil where there are too few colours.
  public var pictures: PictureWay?

  /// Judges a terminal.
  public init(environment: [String: String], answers: TerminalAnswers = TerminalAnswers()) {
    let term = environment["TERM"] ?? ""
    let isWithin = environment["TMUX"] != nil || ["tmux", "screen"].contains { term.hasPrefix($0) }
    let program = isWithin ? "" : environment["TERM_PROGRAM"] ?? ""
    let version = environment["TERM_PROGRAM_VERSION"] ?? ""
    let name = ((answers.name ?? "") + " " + program + " " + term).lowercased()
    func isNamed(_ names: String...) -> Bool { names.contains { name.contains($0) } }
    func has(_ variable: String) -> Bool { !isWithin && environment[variable].map { !$0.isEmpty } == true }

    let isKitty = isNamed("kitty") || has("KITTY_WINDOW_ID")
    let isVTE = has("VTE_VERSION") || isNamed("vte(")
    let isFamiliar =
      isKitty
      || isNamed(
        "iterm", "wezterm", "ghostty", "foot", "alacritty", "contour", "konsole", "mintty", "vscode", "rio",
        "tabby", "hyper", "warp")
      || has("WT_SESSION") || has("KONSOLE_VERSION")
    followsLinks =
      !isWithin && (isFamiliar || (isVTE && Self.number(environment["VTE_VERSION"]) ?? 5000 >= 5000))

    if isWithin || term == "linux" {
      notification = .bellOnly
    } else if isKitty {
      notification = .osc99
    } else if isVTE || isNamed("foot", "rxvt") {
      notification = .osc777
    }

    // The terminals that Cargo shows progress in, and those that have learnt it since.
    showsTitleProgress =
      has("WT_SESSION") || (has("ConEmuANSI") && environment["ConEmuANSI"] == "ON")
      || isNamed("ghostty", "wezterm", "mintty")
      || (program == "iTerm.app" && Self.isAtLeast(version, [3, 6, 6]))
      || (isVTE && Self.number(environment["VTE_VERSION"]) ?? 0 >= 7900)

    if ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased()) || (isFamiliar && !isWithin)
      || term.hasSuffix("-direct")
    {
      colours = .full
    } else if term.contains("256color") || isVTE || (isWithin && term != "screen") {
      colours = .indexed
    }

    if isWithin {
      pictures = colours == .few ? nil : .symbols
    } else if answers.drawsKitty {
      pictures = .kitty
    } else if isNamed("iterm2", "iterm.app") {
      pictures = .iterm
    } else if answers.drawsSixel {
      pictures = .sixels
    } else {
      pictures = colours == .few ? nil : .symbols
    }
  }

  private static func number(_ text: String?) -> Int? { text.flatMap { Int($0) } }

  private static func isAtLeast(_ version: String, _ wanted: [Int]) -> Bool {
    let parts = version.split { !$0.isNumber }.map { Int($0) ?? 0 }
    for (index, number) in wanted.enumerated() {
      let part = index < parts.count ? parts[index] : 0
      if part != number { return part > number }
    }
    return true
  }
}
