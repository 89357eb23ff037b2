import ArgumentParser
import Directing
import Foundation
import Studio

/// `t2v-studio frame`.
struct Frame: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Draw one frame of a prompt's scene as a PNG.")

  @Argument(help: "What is to be seen.")
  var prompt: String

  @Option(help: "The moment, in seconds from the start.")
  var at = 0.0

  @Option(help: "The size, such as 1080x1920; by default what the prompt asks for.")
  var size: PixelSize?

  @Option(help: "Decides every random choice; by default it follows from the prompt.")
  var seed: UInt64?

  @Option(name: .shortAndLong, help: "The file.", completion: .file(extensions: ["png"]))
  var output: String

  func validate() throws {
    guard !prompt.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else {
      throw ValidationError("The prompt is empty: say what is to be seen.")
    }
    guard at >= 0, at < 86_400 else { throw ValidationError("--at is a number of seconds from 0 on.") }
  }

  func run() async throws {
    let moment = Int((at * 1000).rounded())
    guard let frame = SceneFrame(prompt: prompt, moment: moment, canvas: size?.canvas, seed: seed) else {
      throw ValidationError("--at \(at) is after the end of the film.")
    }
    let code = try await Interruptible.run { try await frame.draw(to: URL(fileURLWithPath: output)) }
    guard code == 0 else { throw ExitCode(code) }
  }
}
