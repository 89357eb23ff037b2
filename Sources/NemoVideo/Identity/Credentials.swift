import CurlHTTP
import FoundationEssentials
import PrivateFiles
import RawJSON

/// Which token calls carry: `NEMO_TOKEN`, else the stored one of this origin while it is valid, else a new anonymous
/// one for the client id (SEED.md, "Automatic Setup").
public actor Credentials {
  private let address: ServiceAddress
  private let fixed: AccessToken?
  private let identity: ClientIdentity
  private let store: TokenStore
  private let request: @Sendable (_ clientID: String) async throws -> AccessToken
  private let now: @Sendable () -> Date
  /// Knows each token of this run, so that none is shown.
  public nonisolated let censor = TokenCensor()
  private var token: AccessToken? {
    didSet { if let token { censor.add(token.secret) } }
  }
  private var renewal: Task<AccessToken, any Error>?

  /// Makes the credentials of one service.
  ///
  /// - Parameters:
  ///   - address: The service that the tokens are for.
  ///   - fixed: A token that is given, from `NEMO_TOKEN` or the built-in studio; it is never replaced.
  ///   - identity: The client id.
  ///   - store: Where tokens are kept between starts.
  ///   - now: The present time, for expiry.
  ///   - request: Gets an anonymous token for a client id.
  public init(
    address: ServiceAddress, fixed: AccessToken?, identity: ClientIdentity, store: TokenStore,
    now: @escaping @Sendable () -> Date = { Date() },
    request: @escaping @Sendable (_ clientID: String) async throws -> AccessToken
  ) {
    self.address = address
    self.fixed = fixed
    self.identity = identity
    self.store = store
    self.now = now
    self.request = request
    if let fixed { censor.add(fixed.secret) }
  }

  /// The client id, made at the first call.
  public func clientID() throws -> String { try identity.clientID() }

  /// The token that is at hand, without asking anybody for one; nil if there is none yet.
  public var known: AccessToken? { fixed ?? token }

  /// The token to use now.
  ///
  /// - Throws: ``ServiceError`` or `HTTPError` when a new one cannot be had, `PrivateFileError` when the files
  ///   of the program cannot be used.
  public func current() async throws -> AccessToken {
    if let fixed { return fixed }
    // One that was given in this run is used until it is refused: the clocks of two machines may differ.
    if let token { return token }
    let clientID = try identity.clientID()
    if let stored = try store.token(for: address, clientID: clientID, now: now()) {
      token = stored
      return stored
    }
    do {
      return try await renew(clientID: clientID)
    } catch let error as ServiceError where error.kind == .rateLimited {
      // A client id gets one token a week. The one at hand may be good still, if this machine's clock is ahead.
      guard let stored = try store.token(for: address, clientID: clientID, now: .distantPast) else {
        throw error
      }
      token = stored
      return stored
    }
  }

  /// The token to use after the service refused one; the same client id gets a new one.
  ///
  /// Several callers that were refused at once share one renewal.
  ///
  /// - Throws: As ``current()``.
  public func replacement(for refused: AccessToken) async throws -> AccessToken {
    if let token, token.secret != refused.secret { return token }
    token = nil
    let clientID = try identity.clientID()
    // Another t2v may have got a new one already: the service gives one a client id and week.
    if let stored = try store.token(for: address, clientID: clientID, now: now()),
      stored.secret != refused.secret
    {
      token = stored
      return stored
    }
    try store.forget(address)
    return try await renew(clientID: clientID)
  }

  private func renew(clientID: String) async throws -> AccessToken {
    if let renewal { return try await renewal.value }
    do {
      return try await renewOnce(clientID: clientID)
    } catch let error as ServiceError where error.kind == .clientIDMissing {
      // WIRE.md, code 400: a new id, once.
      guard let another = try identity.replacement(for: clientID) else { throw error }
      return try await renewOnce(clientID: another)
    }
  }

  private func renewOnce(clientID: String) async throws -> AccessToken {
    let renewal = Task { [request] in try await request(clientID) }
    self.renewal = renewal
    defer { self.renewal = nil }
    // A user who stops waiting stops waiting for this, too.
    let fresh = try await withTaskCancellationHandler {
      try await renewal.value
    } onCancel: {
      renewal.cancel()
    }
    token = fresh
    try store.store(fresh, for: address, clientID: clientID)
    return fresh
  }
}
