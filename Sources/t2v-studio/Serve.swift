import ArgumentParser
import CLinux
import Foundation
import Generation
import Studio

/// `t2v-studio serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve on 127.0.0.1, or with --listen other machines too, until a signal comes.",
    discussion: """
      Prints one line, {"url":…,"token":…}, when it accepts connections. Everything is kept in the data folder; \
      killed at any moment, the studio goes on where it was.
      """)

  @Option(help: "The port; 0 lets the system choose.")
  var port: UInt16 = 0

  @Option(help: "The owner's token; without it, the one in the data folder, or a new one.")
  var token: String?

  @Option(help: "A file (0600) with the owner's token.", completion: .file())
  var tokenFile: String?

  @Option(
    help:
      "Serve other machines too, at this address and port, such as 0.0.0.0:443; it needs --name, --token-file and TLS."
  )
  var listen: ListenAddress?

  @Option(help: "The name by which other machines reach the studio, with :PORT unless that is 443.")
  var name: String?

  @Option(help: "The certificate for TLS, with its chain, as PEM.", completion: .file())
  var tlsCert: String?

  @Option(help: "The certificate's key, as PEM.", completion: .file())
  var tlsKey: String?

  @Option(
    help: "The reverse proxy that speaks TLS for the studio, by name or address; nobody else may connect.")
  var behindProxy: String?

  @Option(help: "The data folder; by default $XDG_DATA_HOME/t2v/studio.", completion: .directory)
  var data: String?

  @Option(help: "How many renders are made at the same time.")
  var renderWorkers = 1

  @Flag(help: "Give no anonymous tokens.")
  var noAnonymous = false

  @Flag(help: "Fetch uploads by address from this machine and private networks too.")
  var allowPrivate = false

  @Flag(help: .hidden)
  var detach = false

  @Flag(help: .hidden)
  var parentDeath = false

  @Option(help: .hidden)
  var idleExit: Double?

  func validate() throws {
    // The one place that comes before the first thread.
    t2v_return_memory()
    guard (1...64).contains(renderWorkers) else { throw ValidationError("--render-workers is 1 to 64.") }
    if let token, token.isEmpty || token.contains(where: { $0.isWhitespace || $0.isNewline }) {
      throw ValidationError("--token is one word.")
    }
    guard token == nil || tokenFile == nil else { throw ValidationError("Give --token or --token-file.") }
    try validateAccess()
    if let idleExit, !(idleExit > 0) { throw ValidationError("--idle-exit is more than 0 seconds.") }
  }

  func run() async throws {
    var configuration = StudioConfiguration(folder: DataFolder(argument: data))
    configuration.port = port
    do {
      configuration.token = try tokenFile.map(TokenFile.read) ?? token
    } catch {
      throw ValidationError("--token-file: \(error).")
    }
    configuration.access = try access()
    configuration.renderWorkers = renderWorkers
    configuration.allowsAnonymous = !noAnonymous
    configuration.allowsPrivateAddresses = allowPrivate
    configuration.generator = try Self.generator()
    configuration.takesGenerator = detach
    var options = ServeOptions()
    options.detaches = detach
    options.hidesToken = tokenFile != nil
    options.endsWithParent = parentDeath
    options.idleExit = idleExit
    throw ExitCode(try await ServeProcess(configuration, options).run())
  }

  /// The generator that the environment names. Its key leaves the environment, so that no program which the studio
  /// starts inherits it.
  private static func generator() throws -> GeneratorSettings? {
    let settings: GeneratorSettings?
    do {
      settings = try GeneratorSettings.read(ProcessInfo.processInfo.environment)
    } catch {
      throw ValidationError(error.description)
    }
    unsetenv(GeneratorSettings.Variable.key.rawValue)
    return settings
  }

  /// Beyond this machine a studio goes with TLS and a token that no list of processes shows.
  private func validateAccess() throws {
    guard listen != nil else {
      guard name == nil, tlsCert == nil, tlsKey == nil, behindProxy == nil else {
        throw ValidationError("--name, --tls-cert, --tls-key and --behind-proxy go with --listen.")
      }
      return
    }
    guard (tlsCert == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-cert and --tls-key go together.")
    }
    guard (tlsCert == nil) != (behindProxy == nil) else {
      throw ValidationError(
        "--listen needs --tls-cert and --tls-key, or --behind-proxy: without TLS everybody on the way could read the token."
      )
    }
    guard tokenFile != nil else { throw ValidationError("--listen needs --token-file.") }
    guard let name, !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0)) })
    else { throw ValidationError("--listen needs --name, such as studio.example.org.") }
    for file in [tlsCert, tlsKey].compactMap({ $0 }) where Foundation.access(file, R_OK) != 0 {
      throw ValidationError(TLSGatewayError.unreadable(file).description)
    }
  }

  private func access() throws -> PublicAccess? {
    guard let listen, let name else { return nil }
    if let tlsCert, let tlsKey {
      let (certificate, key) = (URL(fileURLWithPath: tlsCert).path, URL(fileURLWithPath: tlsKey).path)
      return PublicAccess(
        address: listen.address, port: listen.port, name: name,
        protection: .tls(certificate: certificate, key: key))
    }
    let addresses = PublicAccess.addresses(of: behindProxy ?? "")
    guard !addresses.isEmpty else {
      throw ValidationError("--behind-proxy: \(behindProxy ?? "") has no address.")
    }
    return PublicAccess(
      address: listen.address, port: listen.port, name: name, protection: .proxy(addresses: addresses))
  }
}
