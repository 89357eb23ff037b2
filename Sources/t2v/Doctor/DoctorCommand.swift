import ArgumentParser
import CurlHTTP
import Presentation
import RawJSON

/// Looks at everything that t2v needs, and says how to mend what is missing.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check what t2v needs, and say how to mend what is missing.")

  @OptionGroup var engine: EngineArguments

  func run() async throws {
    let environment = try ProgramEnvironment()
    let http = HTTPClient()
    let terminal = TerminalChecks(environment: environment, options: engine.options)
    let files = FileChecks(environment: environment)
    let media = MediaChecks(environment: environment)
    let engines = EngineChecks(environment: environment, options: engine.options, http: http)
    var findings = [
      terminal.terminal(), terminal.locale(), terminal.editor(), files.skillDocument(),
      files.stateFolder(), files.modes(), engines.network(),
    ]
    findings += [await media.ffmpeg(), media.ffprobe(), await media.chineseFont(), await media.symbolFont()]
    findings += [terminal.pictures()] + (await engines.studio())
    if engine.studio != .local { findings += [await engines.service(), await engines.token()] }
    await http.shutdown()
    for finding in findings {
      OutputDescriptor.standardOutput.write(engine.json ? finding.json.text + "\n" : finding.text)
    }
    if findings.contains(where: { !$0.isGood && $0.isNeeded }) { throw ExitCode(1) }
  }
}
