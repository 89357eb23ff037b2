import CurlHTTP
import FlyingFox
import FlyingSocks
import Foundation
import Generation
import PrivateFiles

/// The built-in studio as a server: it speaks the service's wire (WIRE.md) on 127.0.0.1 and renders on this machine.
///
/// ```swift
/// let server = try await StudioServer.start(StudioConfiguration(folder: .standard()), rendering: FFmpegRendering())
/// print(server.url, server.token)
/// await server.stop()
/// ```
public final class StudioServer: Sendable {
  /// `http://127.0.0.1:PORT`.
  public let url: String
  /// The owner's token.
  public let token: String
  /// Everything it remembers.
  package let store: StudioStore
  private let folder: DataFolder
  private let lock: DataFolderLock
  private let http: HTTPServer
  private let running: Task<Void, any Error>
  private let queue: RenderQueue
  private let activity: Activity
  private let workshop: ClipWorkshop
  private let modelHTTP: CurlHTTP.HTTPClient
  private let resumption: Task<Void, Never>
  private let outside: Outside?
  private let collection: Task<Void, Never>
  private let connections: ConnectionGuard

  private init(
    url: String, token: String, store: StudioStore, lock: DataFolderLock, http: HTTPServer,
    running: Task<Void, any Error>, queue: RenderQueue, activity: Activity, workshop: ClipWorkshop,
    modelHTTP: CurlHTTP.HTTPClient, resumption: Task<Void, Never>, outside: Outside?,
    collection: Task<Void, Never>, connections: ConnectionGuard
  ) {
    self.outside = outside
    self.workshop = workshop
    self.modelHTTP = modelHTTP
    self.resumption = resumption
    self.collection = collection
    self.connections = connections
    self.url = url
    self.token = token
    self.store = store
    self.folder = store.folder
    self.lock = lock
    self.http = http
    self.running = running
    self.queue = queue
    self.activity = activity
  }

  /// Takes the data folder, puts in order what an earlier studio left behind, and accepts connections.
  /// - Throws: ``DataFolderBusy`` if another studio serves the folder, ``PortUnavailable`` if the port is taken, and
  ///   the errors of files and database.
  public static func start(
    _ configuration: StudioConfiguration, rendering: any FilmRendering
  ) async throws -> StudioServer {
    let folder = configuration.folder
    let lock = try DataFolderLock(folder)
    try folder.prepare()
    // What a killed studio left in the temporary folder; those of running programs are locked.
    TemporaryFolder.sweep()
    let token = try Secret.ownerToken(asked: configuration.token, in: folder)
    let key = try Secret.key(in: folder)
    let store = try StudioStore(folder, now: configuration.now)
    try await store.recover()
    try await store.setOwnerToken(token)

    let queue = RenderQueue(
      store: store, rendering: rendering, workers: configuration.renderWorkers, log: configuration.log,
      collection: (configuration.mediaLimit, configuration.mediaLifetime))
    let activity = Activity(now: configuration.now)
    let modelHTTP = HTTPClient(configuration: CurlHTTP.HTTPClient.Configuration(userAgent: "t2v-studio"))
    let (clipClock, now) = (configuration.clipClock, configuration.now)
    let workshop = ClipWorkshop(
      store: store, rendering: rendering, settings: configuration.generator, clock: clipClock,
      log: configuration.log
    ) { ModelGenerator($0, http: modelHTTP, clock: clipClock, now: now) }
    let order = SessionOrder()

    let http = httpServer(
      at: try .inet(ip4: "127.0.0.1", port: configuration.port), patience: configuration.patience)
    let running = Task { try await http.run() }
    guard let port = await listeningPort(of: http, running: running) else {
      let failure = await running.result
      try? store.close()
      throw PortUnavailable(port: configuration.port, reason: failure)
    }
    let connections = ConnectionGuard(port: port, limit: configuration.connectionLimit)
    connections.start()
    let api = StudioAPI(
      store: store, queue: queue, rendering: rendering, workshop: workshop,
      posters: Gate(limit: ProcessInfo.processInfo.activeProcessorCount), order: order, activity: activity,
      configuration: configuration, anonymousKey: key, port: port, connections: connections,
      door: .loopback(port: port),
      tally: RequestTally())
    await http.appendRoute("*", to: api)
    var outside: Outside?
    do {
      if let access = configuration.access {
        outside = try await Outside.open(access, to: api, folder: folder, log: configuration.log)
      }
    } catch {
      await http.stop(timeout: 0)
      try? store.close()
      throw error
    }

    let url = "http://127.0.0.1:\(port)"
    let description = RunningStudio(url: url, processID: Int(getpid()))
    lock.record(description)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try folder.write(Array(encoder.encode(description)), to: folder.descriptor)
    await queue.wake()
    let resumption = try await resume(api)
    // The start does not wait for this, and what fails is tried again at the next one.
    let collection = Task {
      do {
        try await store.collectMedia(limit: configuration.mediaLimit, lifetime: configuration.mediaLifetime)
      } catch {
        configuration.log.note("old media cannot be collected: \(error)")
      }
    }
    return StudioServer(
      url: url, token: token, store: store, lock: lock, http: http, running: running, queue: queue,
      activity: activity, workshop: workshop, modelHTTP: modelHTTP, resumption: resumption,
      outside: outside, collection: collection, connections: connections)
  }

  /// Goes on with the footage that an earlier studio was having made.
  private static func resume(_ api: StudioAPI) async throws -> Task<Void, Never> {
    var turns: [(GenerationRecord, ChatTurn)] = []
    for generation in try await api.store.runningGenerations() {
      guard let user = try await api.store.user(id: generation.user),
        let session = try await api.store.session(generation.session, user: user.id)
      else { continue }
      turns.append((generation, api.turn(generation, session: session, user: user)))
    }
    return Task { [turns] in
      await withTaskGroup(of: Void.self) { group in
        for (generation, turn) in turns {
          group.addTask {
            let token = api.activity.begin()
            try? await api.order.run(on: generation.session) { await turn.resume(generation) }
            withExtendedLifetime(token) {}
          }
        }
      }
    }
  }

  /// Waits until the server has stopped.
  public func wait() async { _ = await running.result }

  /// Waits until the way to other machines has broken down.
  /// - Throws: ``TLSGatewayError``. It returns if there is no such way, the studio is stopped, or the waiting is cancelled.
  public func waitOutside() async throws { try await outside?.wait() }

  /// Gives running answers three seconds, stops, and leaves unfinished renders to the next start.
  public func stop() async {
    try? FileManager.default.removeItem(at: folder.descriptor)
    // What models make takes minutes: the next start goes on with it.
    await workshop.stop()
    for _ in 0..<30 where activity.isRunning { try? await Task.sleep(for: .milliseconds(100)) }
    await outside?.close()
    connections.stop()
    await http.stop(timeout: 0)
    await queue.stop()
    await resumption.value
    await modelHTTP.shutdown()
    // Closing waits for whoever reads, and must not hold a thread that the reader needs to go on.
    collection.cancel()
    await collection.value
    try? store.close()
    lock.release()
  }

  /// Waits until every render has ended.
  package func finishRenders() async { await queue.drain() }

  /// Waits until the footage that an earlier studio was having made is there, or asked about.
  package func finishFootage() async { await resumption.value }

  /// For how many seconds nobody has asked for anything and nothing has been worked on.
  public func idleSeconds() async -> TimeInterval {
    if (try? await store.unfinishedRenders()) != 0 { return 0 }
    return activity.idleSeconds
  }

  /// A server of HTTP for an address, not yet running.
  /// - Parameter patience: as in ``StudioConfiguration/patience``.
  static func httpServer(at address: some SocketAddress, patience: Duration) -> HTTPServer {
    // The library's timer of each request, some 700 bytes, stays until its time, though the request was answered long
    // before: with a thousand requests a second that is 40 MB. Bodies up to 64 KiB are read before a request is shown; larger
    // ones are not kept for a second reader, for the library would read them to their end before a late answer.
    HTTPServer(
      config: .init(
        address: address, timeout: patience / .seconds(1) + 20, sharedRequestBufferSize: 64 * 1024,
        sharedRequestReplaySize: 64 * 1024, logger: .disabled))
  }

  /// The port that the server has got; nil if it has ended instead.
  static func listeningPort(of http: HTTPServer, running: Task<Void, any Error>) async -> UInt16? {
    // Not a task group: it would wait for the server's end.
    let (firsts, feed) = AsyncStream.makeStream(of: Bool.self)
    Task {
      _ = await running.result
      feed.yield(false)
    }
    Task { feed.yield((try? await http.waitUntilListening()) != nil) }
    let isListening = await firsts.first { _ in true } ?? false
    guard isListening else { return nil }
    switch await http.listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): return port
    case .unix, nil: return nil
    }
  }
}
