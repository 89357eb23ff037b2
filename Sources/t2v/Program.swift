import ArgumentParser
import CLinux
import Glibc
import NemoVideo
import Presentation

/// The chat client.
@main
enum Program {
  // On the main thread, so that nothing has an arena yet.
  @MainActor
  static func main() async {
    t2v_share_heap()
    // A file that may not grow any more is an error to tell, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      switch Array(CommandLine.arguments.dropFirst()) {
      // The two commonest forms leave nothing to parse; the parser's reflection is a quarter of a start's work.
      case []: exit(try await Chat().run())
      case ["--version"]: try showVersion()
      default: await T2V.main(nil)
      }
    } catch {
      T2V.exit(withError: error)
    }
  }

  /// Writes the version of the installed SKILL.md.
  static func showVersion() throws {
    let version = try ProgramEnvironment().skillDocument().version
    OutputDescriptor.standardOutput.write("t2v \(version)\n")
  }
}
