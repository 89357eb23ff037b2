import ArgumentParser
import ClientConfiguration
import Conversation
import CurlHTTP
import LocalStudio
import Logging
import NemoVideo
import PrivateFiles

/// Connects a session with the engine that the options, the settings and the network lead to.
struct SessionConnector: Sendable {
  /// Which session to take up.
  enum Choice: Sendable, Equatable {
    case new
    case latest
    case id(String)
    /// None: for what concerns the account alone.
    case none
  }

  let environment: ProgramEnvironment
  let engine: EngineChoice
  let session: Choice
  /// The address of the service, checked.
  private let address: ServiceAddress
  private let webURL: String
  private let timings: Timings
  private let language: String?
  /// Whether the last turns and the timeline of a session taken up are told.
  private let recalls: Bool
  private let firstMessage: (@Sendable () async -> String?)?
  private let outputFolder: String
  private let isAutomatic: Bool
  private let ask: (@Sendable (Question) async -> Bool?)?
  private let emit: @Sendable (SessionEvent) async -> Void
  private let http: HTTPClient
  private let document: SkillDocument
  private let log: ProgramLog

  /// How long the service may take to answer before the built-in studio is taken (CONTRACT.md).
  private static let probeLimit = Duration.seconds(3)

  /// Checks everything that can be checked without the network.
  ///
  /// - Parameter firstMessage: What the user says first, where that is known before a session is made: it tells the
  ///   language when neither an option, a setting nor the locale does.
  /// - Throws: `ValidationError` for what the user gave wrong, ``SkillDocument/Failure`` for a broken installation.
  init(
    environment: ProgramEnvironment, options: EngineOptions, log: ProgramLog, session: Choice = .new,
    recalls: Bool = true, isAutomatic: Bool = false, firstMessage: (@Sendable () async -> String?)? = nil,
    ask: (@Sendable (Question) async -> Bool?)? = nil, emit: @escaping @Sendable (SessionEvent) async -> Void
  ) throws {
    let settings = environment.settings
    self.environment = environment
    self.log = log
    self.session = session
    self.isAutomatic = isAutomatic
    self.firstMessage = firstMessage
    self.recalls = recalls
    self.ask = ask
    self.emit = emit
    engine = try Self.engine(options, environment)
    do {
      address = try ServiceAddress(settings[.apiURL] ?? ServiceAddress.production)
    } catch {
      throw ValidationError(Self.explain(error))
    }
    webURL = settings[.webURL] ?? ServiceAddress.productionWeb
    timings = try environment.timings()
    language = options.language ?? settings[.language] ?? UserLanguage.code(environment.variables)
    outputFolder = environment.folders.expanded(options.outputDirectory ?? settings[.outputDirectory] ?? ".")
    document = try environment.skillDocument()
    http = HTTPClient(configuration: HTTPClient.Configuration(userAgent: "t2v/\(document.version)"))
  }

  /// Connects and takes up or makes a session.
  ///
  /// - Returns: nil when that failed; it has been told.
  func connect() async -> ChatSession? {
    do {
      let (service, kind, name) = try await service()
      let settings = SessionSettings(
        studio: kind, language: await sessionLanguage(), isAutomatic: isAutomatic, outputFolder: outputFolder,
        home: environment.folders.home, ask: ask, timings: timings)
      let session = ChatSession(
        service: service, settings: settings, state: environment.folders.state, serviceName: name,
        fileExists: ProgramEnvironment.fileExists, emit: emit)
      if self.session == .none { return session }
      return await session.start(resuming: resumedID, tellsTimeline: recalls) ? session : nil
    } catch is CancellationError {
      return nil
    } catch let error as LocalStudioError {
      await emit(
        .failure(
          Failure(.service, error.description, hint: "Run “t2v doctor” to see what is missing.")))
    } catch {
      await emit(.failure(Failure(any: error, account: AccountFacts())))
    }
    return nil
  }

  /// Ends what talks to the network. The process must not end before it: libcurl's thread would go on in libraries
  /// that the C runtime is taking down.
  func close() async { await http.shutdown() }

  /// The user's language; nil where the first message is still to tell it.
  private func sessionLanguage() async -> String? {
    guard language == nil, let firstMessage else { return language }
    return await firstMessage().flatMap(MessageLanguage.code) ?? "en"
  }

  private var resumedID: String? {
    switch session {
    case .new, .none: nil
    case .latest: ""
    case .id(let id): id
    }
  }

  // MARK: The engine

  private func service() async throws -> (NemoService, StudioKind, name: String) {
    if await usesCloud() { return (cloud(), .cloud, address.description) }
    let studio = try LocalStudio(
      http: http, folder: environment.folders.data.folder("studio"), executable: environment.executable,
      environment: environment.variables, settings: environment.settings.ofStudio)
    let running = try await studio.running()
    let local = try ServiceAddress(running.url)
    let token = AccessToken(secret: running.token, source: .studio)
    return (service(at: local, webURL: running.url, token: token, statusWait: 1), .local, "studio")
  }

  private func usesCloud() async -> Bool {
    switch engine {
    case .cloud: return true
    case .local: return false
    case .auto: break
    }
    let settings = environment.settings
    if settings[.token] != nil || settings[.apiURL] != nil { return true }
    var request = HTTPRequest(.head, address.url("/"))
    request.limits = HTTPLimits(connect: Self.probeLimit, stall: nil, total: Self.probeLimit)
    if (try? await http.send(request)) != nil { return true }
    await emit(.notice("The service can't be reached; using the built-in studio on this machine."))
    return false
  }

  private func cloud() -> NemoService {
    let token = environment.settings[.token].map { AccessToken(secret: Secret($0), source: .environment) }
    return service(at: address, webURL: webURL, token: token)
  }

  private func service(
    at address: ServiceAddress, webURL: String, token: AccessToken?, statusWait: Int? = nil
  ) -> NemoService {
    let settings = environment.settings
    let emit = self.emit
    let logger = log.logger("service")
    return NemoService(
      http: http, address: address, webURL: webURL,
      attribution: Attribution(document: document, override: settings[.skillSource]),
      pacing: ServicePacing(rateLimitWait: timings.rateLimitWait), statusWait: statusWait,
      onNotice: { await emit(SessionEvent($0)) },
      onExchange: { exchange in
        let outcome = exchange.status.map(String.init) ?? exchange.failure ?? ""
        logger.debug("\(exchange.method) \(exchange.path) \(outcome) \(exchange.time)")
      },
      credentials: { request in
        Credentials(
          address: address, fixed: token,
          identity: ClientIdentity(
            folder: environment.folders.vendorConfiguration, override: settings[.clientID]),
          store: TokenStore(folder: environment.folders.state), request: request)
      })
  }

  private static func engine(_ options: EngineOptions, _ environment: ProgramEnvironment) throws
    -> EngineChoice
  {
    if let choice = options.studio { return choice }
    guard let text = environment.settings[.studio] else { return .auto }
    guard let choice = EngineChoice(rawValue: text.lowercased()) else {
      throw ValidationError("T2V_STUDIO is “\(text)”; it takes auto, local or cloud.")
    }
    return choice
  }

  private static func explain(_ failure: ServiceAddress.Failure) -> String {
    switch failure {
    case .notAURL(let text): "“\(text)” is no address of a service. Write it as https://host."
    case .notEncrypted(let host):
      "http:// to \(host) would show your token to the network. Use https://, or an address of this machine."
    case .holdsCredentials:
      "The address of the service must hold no user name or password. Set NEMO_TOKEN instead."
    }
  }
}
