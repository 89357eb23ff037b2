import ClientConfiguration
import Conversation
import CurlHTTP
import FoundationEssentials
import LocalStudio
import NemoVideo
import PrivateFiles
import Synchronization

/// What concerns the engines: the built-in studio and the service.
struct EngineChecks {
  let environment: ProgramEnvironment
  let options: EngineOptions
  let http: HTTPClient

  private var address: String { environment.settings[.apiURL] ?? ServiceAddress.production }

  /// libcurl with what the service needs of it.
  func network() -> Finding {
    let remedy = "Install Debian's build: sudo apt-get install libcurl4"
    do {
      let library = try CurlLibrary.opened()
      let http2 = library.hasHTTP2 ? "HTTP/2" : "no HTTP/2"
      return Finding(
        name: "libcurl", isGood: library.hasTLS, isNeeded: false,
        detail: "\(library.version), \(library.tls ?? "no TLS"), \(http2)",
        remedy: "The service is reached over TLS. \(remedy)")
    } catch {
      return Finding(
        name: "libcurl", isGood: false, detail: error.curlText,
        remedy: "Neither engine can be spoken to without it. \(remedy)")
    }
  }

  /// The built-in studio, and the server of video models that makes its clips where one is set.
  func studio() async -> [Finding] {
    do {
      let studio = try LocalStudio(
        http: http, folder: environment.folders.data.folder("studio"), executable: environment.executable,
        environment: environment.variables, settings: environment.settings.ofStudio)
      let running = try await studio.running()
      let generator = await studio.generator(of: running)
      return [Finding(name: "built-in studio", isGood: true, detail: "answers at \(running.url)")]
        + (generator.map { [Self.clips($0.engine, $0.problem)] } ?? [])
    } catch {
      return [
        Finding(
          name: "built-in studio", isGood: false, detail: "\(error)",
          remedy: "Build it with “make build”, or install it with “make install”.")
      ]
    }
  }

  private static func clips(_ engine: String, _ problem: String?) -> Finding {
    Finding(
      name: "clips", isGood: problem == nil, isNeeded: false,
      detail: problem.map { "by \(engine): \($0)" } ?? "by \(engine)",
      remedy:
        "Until that is mended the studio asks what to do with each clip. Check T2V_GENERATOR_URL, _KEY and _MODEL."
    )
  }

  func service() async -> Finding {
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

  /// Whether the service takes the token that would be used. None is asked for to find that out.
  func token() async -> Finding {
    func finding(_ isGood: Bool, _ detail: String, _ remedy: String = "") -> Finding {
      Finding(name: "token", isGood: isGood, isNeeded: false, detail: detail, remedy: remedy)
    }
    guard environment.settings[.token] != nil || storedToken else {
      return finding(true, "none yet: a free one is taken when the service is used")
    }
    let told = Mutex<[SessionEvent]>([])
    do {
      var cloud = options
      cloud.studio = .cloud
      let connector = try SessionConnector(
        environment: environment, options: cloud, log: ProgramLog(environment: environment, isOn: false),
        session: .none, emit: { event in told.withLock { $0.append(event) } })
      _ = await connector.connect()?.showCredits()
      await connector.close()
    } catch {
      return finding(false, "\(error)", "Check the settings: t2v config")
    }
    let place = environment.settings[.token] != nil ? "the one in NEMO_TOKEN" : "the stored one"
    for event in told.withLock({ $0 }) {
      switch event {
      case .credits(let credits):
        return finding(true, "\(place) is valid; \(CreditBalance.text(credits.available)) credits")
      case .failure(let failure): return finding(false, "\(place): \(failure.message)", failure.hint)
      default: break
      }
    }
    return finding(false, "\(place) could not be checked", "Check the network.")
  }

  private var storedToken: Bool {
    let identity = ClientIdentity(
      folder: environment.folders.vendorConfiguration, override: environment.settings[.clientID])
    guard let address = try? ServiceAddress(address), let clientID = try? identity.clientID() else {
      return false
    }
    let store = TokenStore(folder: environment.folders.state)
    return (try? store.token(for: address, clientID: clientID, now: Date())) != nil
  }
}
