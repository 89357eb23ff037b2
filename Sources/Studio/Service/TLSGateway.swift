import Foundation
import Subprocess

/// TLS in front of the studio, by stunnel: connections from outside are decrypted and go on to a port of this machine.
///
/// stunnel is a child of a small shell that reads a pipe of ours: when this process ends, however that happens, the pipe
/// closes and stunnel is ended.
struct TLSGateway: Sendable {
  /// The address and port to listen on.
  let listen: (address: String, port: UInt16)
  /// The port on 127.0.0.1 that plain connections go to.
  let inner: UInt16
  let certificate: String
  let key: String
  let folder: DataFolder
  let log: StudioLog

  /// Runs until it is cancelled.
  /// - Throws: ``TLSGatewayError`` if stunnel is missing, or ends by itself.
  func run() async throws {
    let file = folder.root.appendingPathComponent("stunnel.conf")
    try folder.write(Array(configuration.utf8), to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
    let configuration = Configuration(
      executable: .name("sh"), arguments: ["-c", Self.script, "sh", file.path],
      environment: .inherit.updating(["LC_ALL": "C.UTF-8"]), platformOptions: options)
    let outcome = try await Subprocess.run(
      configuration, input: .inputWriter, output: .sequence, error: .sequence
    ) { execution in
      async let silence: Void = Self.drain(execution.standardOutput)
      let last = try await Self.lastLine(of: execution.standardError)
      try await silence
      return last
    }
    guard !Task.isCancelled else { return }
    if case .exited(127) = outcome.terminationStatus { throw TLSGatewayError.missing }
    if !outcome.closureResult.isEmpty { log.note("stunnel: \(outcome.closureResult)") }
    throw TLSGatewayError.ended
  }

  private static func drain(_ stream: SubprocessOutputSequence) async throws {
    for try await _ in stream {}
  }

  /// What it said last that begins with what is wrong; its notices are many.
  private static func lastLine(of stream: SubprocessOutputSequence) async throws -> String {
    var bytes: [UInt8] = []
    for try await buffer in stream {
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
      if bytes.count > 65_536 { bytes.removeFirst(bytes.count - 32_768) }
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return String(lines.last { $0.contains("LOG3") || $0.contains("[!]") } ?? lines.last ?? "")
  }

  private static let script = """
    exec 3<&0
    program=$(command -v stunnel || command -v stunnel4) || exit 127
    "$program" "$1" 3<&- </dev/null & child=$!
    { cat <&3; kill "$child"; } >/dev/null 2>&1 & watcher=$!
    wait "$child"; status=$?
    kill "$watcher" 2>/dev/null
    [ "$status" -eq 127 ] && status=1
    exit "$status"
    """

  private var configuration: String {
    let host = listen.address.contains(":") ? "[\(listen.address)]" : listen.address
    return """
      foreground = yes
      syslog = no
      debug = notice
      pid =
      sslVersionMin = TLSv1.2
      [studio]
      accept = \(host):\(listen.port)
      connect = 127.0.0.1:\(inner)
      cert = \(certificate)
      key = \(key)

      """
  }
}
