import Directing
import Glibc
import PrivateFiles

/// Reads texts aloud: by espeak-ng where it is installed, else by FFmpeg's own voice (flite), which knows English alone.
public struct SpeechSynthesiser: Sendable {
  private let tools: MediaTools

  /// A synthesiser with the tools at hand.
  public init(tools: MediaTools) { self.tools = tools }

  /// The longest text that is read, in characters.
  public static let longest = 5000

  /// Reads a text into a WAV file. The text comes to the program through a pipe or a file, never as an argument.
  ///
  /// - Returns: whether there is a voice for the language; no file is made otherwise.
  /// - Throws: `encoderFailed` if the voice fails, `diskFull`, `cancelled`.
  public func speak(_ text: String, language: Language, to path: String) async throws(RenderError) -> Bool {
    let words = String(text.prefix(Self.longest))
    if let voice = MediaTools.program("espeak-ng") {
      let program = MediaProgram(
        path: voice,
        arguments: [
          "--stdin", "-b", "1", "-s", "160", "-v", language == .chinese ? "cmn" : "en", "-w", path,
        ],
        limits: ResourceLimits(cpuSeconds: 120, addressSpace: 2 << 30, fileSize: 256 << 20))
      let (_, ending) = try await program.collect(input: Array(words.utf8), limit: 0)
      try ending.check(writingTo: path)
      return access(path, R_OK) == 0
    }
    guard language == .english, try await hasFlite() else { return false }
    let scratch = try TemporaryFolder.scratch()
    let script = try scratch.keep(Array(words.utf8), named: "words.txt")
    let program = MediaProgram(
      ffmpeg: tools,
      arguments: [
        "-hide_banner", "-nostdin", "-loglevel", "error", "-f", "lavfi", "-i",
        "flite=textfile=\(FilterText.value(script)):voice=slt", "-f", "wav", "file:" + path,
      ],
      limits: ResourceLimits(cpuSeconds: 120, addressSpace: 4 << 30, fileSize: 256 << 20))
    let (_, ending) = try await program.collect(limit: 0)
    try ending.check(writingTo: path)
    return true
  }

  private func hasFlite() async throws(RenderError) -> Bool {
    let program = MediaProgram(ffmpeg: tools, arguments: ["-hide_banner", "-filters"])
    let (output, _) = try await program.collect(limit: 1 << 20)
    return String(decoding: output, as: UTF8.self).contains(" flite ")
  }
}
