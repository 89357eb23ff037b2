import NemoVideo

/// What goes wrong, told in words for the account of this session.
extension ChatSession {
  /// Does something and tells what goes wrong.
  ///
  /// - Returns: Whether it went well. False also when the task was cancelled, which is not told here.
  func telling(_ body: () async throws -> Void) async -> Bool {
    do {
      try await body()
      return true
    } catch is CancellationError {
      return false
    } catch {
      await emit(.failure(await failure(error)))
      return false
    }
  }

  /// An error in words for this account.
  func failure(_ error: any Error) async -> Failure { Failure(any: error, account: await account()) }

  func account() async -> AccountFacts {
    // Nobody is asked here: this words failures, of the network among others.
    let token = await service.credentials.known
    return AccountFacts(
      isRegistered: token?.isRegistered ?? false, tokenSource: token?.source ?? .anonymous,
      userID: token?.userID ?? record?.user, webURL: service.webURL)
  }
}

extension Failure {
  static let notConnected = Failure(
    .network, "There is no connection to the service yet.", hint: "Check the connection and start t2v again.")

  static let noSession = Failure(
    .usage, "There is no session to go on with yet.", hint: "Start t2v and describe a video first.")
}
