import ArgumentParser
import ClientConfiguration
import CurlHTTP
import Glibc
import LineEditing
import LocalStudio
import NemoVideo
import Presentation
import PrivateFiles
import RawJSON
import TerminalPictures

/// Looks at everything that t2v needs, and says how to mend what is missing.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check what t2v needs, and say how to mend what is missing.")

  @OptionGroup var engine: EngineOptions

  func run() async throws {
    let environment = try ProgramEnvironment()
    let http = HTTPClient()
    var findings = [
      Self.terminal(environment), Self.locale(environment), Self.skill(environment),
      Self.folders(environment),
      Self.program("ffmpeg", environment, why: "The built-in studio renders with it."),
      Self.program("ffprobe", environment, why: "The built-in studio checks media with it."),
      Self.chineseFonts(environment), pictures(environment), await Self.studio(environment, http),
    ]
    if engine.studio != .local { findings.append(await Self.service(environment, http)) }
    await http.shutdown()
    for finding in findings { show(finding) }
    if findings.contains(where: { !$0.isGood && $0.isNeeded }) { throw ExitCode(1) }
  }

  private struct Finding {
    var name: String
    var isGood: Bool
    /// Whether t2v does its main job without it.
    var isNeeded = true
    var detail: String
    var remedy = ""
  }

  private func show(_ finding: Finding) {
    if engine.json {
      var object = JSONWriter()
      object.add("check", finding.name)
      object.add("ok", finding.isGood)
      object.add("needed", finding.isNeeded)
      object.add("detail", finding.detail)
      if !finding.isGood { object.add("remedy", finding.remedy) }
      OutputDescriptor.standardOutput.write(object.text + "\n")
    } else {
      let mark = finding.isGood ? "ok  " : finding.isNeeded ? "BAD " : "note"
      let remedy = finding.isGood ? "" : "\n      \(finding.remedy)"
      OutputDescriptor.standardOutput.write("\(mark)  \(finding.name): \(finding.detail)\(remedy)\n")
    }
  }

  // MARK: Checks

  private static func terminal(_ environment: ProgramEnvironment) -> Finding {
    let term = environment.variables["TERM"] ?? ""
    guard isatty(STDIN_FILENO) == 1 else {
      return Finding(name: "terminal", isGood: true, detail: "standard input is a pipe: one message a line")
    }
    return Finding(
      name: "terminal", isGood: !term.isEmpty && term != "dumb", isNeeded: false,
      detail: term.isEmpty ? "TERM is not set" : term,
      remedy: "Without cursor movement t2v prints plain lines. Set TERM, for instance to xterm-256color.")
  }

  private static func locale(_ environment: ProgramEnvironment) -> Finding {
    let variables = environment.variables
    let value = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
    return Finding(
      name: "locale", isGood: UserLanguage.isUTF8(variables), isNeeded: false,
      detail: value.isEmpty ? "not set; input is read as UTF-8, marks are drawn in ASCII" : value,
      remedy: "For bars, bullets and pictures set LANG to a UTF-8 locale, such as C.UTF-8.")
  }

  private static func skill(_ environment: ProgramEnvironment) -> Finding {
    do {
      let document = try environment.skillDocument()
      return Finding(
        name: "SKILL.md", isGood: true, detail: "\(document.name) \(document.version), \(document.path)")
    } catch {
      return Finding(
        name: "SKILL.md", isGood: false, detail: "\(error)", remedy: "Install t2v again with “make install”.")
    }
  }

  private static func folders(_ environment: ProgramEnvironment) -> Finding {
    let state = environment.folders.state
    do {
      try state.create()
      try state.write("doctor", [])
      try state.remove("doctor")
    } catch {
      return Finding(
        name: "state folder", isGood: false, detail: "\(error)",
        remedy: "Make \(state.path) writable for you.")
    }
    var information = stat()
    let isPrivate = stat(state.path, &information) == 0 && information.st_mode & 0o077 == 0
    return Finding(
      name: "state folder", isGood: isPrivate, detail: state.path,
      remedy: "Others can look into it: chmod 700 \(state.path)")
  }

  private static func program(_ name: String, _ environment: ProgramEnvironment, why: String) -> Finding {
    let folders = (environment.variables["PATH"] ?? "").split(separator: ":")
    let path = folders.map { "\($0)/\(name)" }.first { (path: String) in access(path, X_OK) == 0 }
    return Finding(
      name: name, isGood: path != nil, detail: path ?? "not found",
      remedy: "\(why) Install it: sudo apt-get install ffmpeg")
  }

  private static func chineseFonts(_ environment: ProgramEnvironment) -> Finding {
    let places = [
      "/usr/share/fonts/truetype/wqy", "/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/arphic",
    ]
    let found = places.first { (path: String) in access(path, R_OK) == 0 }
    return Finding(
      name: "Chinese font", isGood: found != nil, isNeeded: false, detail: found ?? "none found",
      remedy: "Chinese titles would be boxes. Install one: sudo apt-get install fonts-wqy-microhei")
  }

  /// Who draws pictures in the terminal, and why nobody does.
  private func pictures(_ environment: ProgramEnvironment) -> Finding {
    let variables = environment.variables
    let artist = PictureArtist(environment: variables)
    let traits = TerminalTraits(environment: variables)
    func finding(_ isGood: Bool, _ detail: String, _ remedy: String = "") -> Finding {
      Finding(name: "pictures", isGood: isGood, isNeeded: false, detail: detail, remedy: remedy)
    }
    if engine.noImages || engine.plain || engine.noColour { return finding(true, "off, by option") }
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

  private static func studio(_ environment: ProgramEnvironment, _ http: HTTPClient) async -> Finding {
    do {
      let studio = try LocalStudio(
        http: http, folder: environment.folders.data.folder("studio"),
        executable: environment.executable,
        environment: environment.variables)
      let running = try await studio.running()
      return Finding(name: "built-in studio", isGood: true, detail: "answers at \(running.url)")
    } catch {
      return Finding(
        name: "built-in studio", isGood: false, detail: "\(error)",
        remedy: "Build it with “make build”, or install it with “make install”.")
    }
  }

  private static func service(_ environment: ProgramEnvironment, _ http: HTTPClient) async -> Finding {
    let address = environment.settings[.apiURL] ?? ServiceAddress.production
    var request = HTTPRequest(.head, address)
    request.limits = HTTPLimits(connect: .seconds(5), stall: nil, total: .seconds(5))
    do {
      _ = try await http.send(request)
      return Finding(name: "service", isGood: true, isNeeded: false, detail: "\(address) answers")
    } catch {
      return Finding(
        name: "service", isGood: false, isNeeded: false, detail: "\(error)",
        remedy: "Without it t2v uses the built-in studio. Check the network for the service.")
    }
  }
}
