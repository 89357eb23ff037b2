/// The reading end of one exchange. Letting go of it closes the exchange.
final class BodyReader: Sendable {
  let channel: TransferChannel
  let host: String
  /// Kept, so that a body outlives the last mention of the client it came from.
  private let client: HTTPClient

  init(channel: TransferChannel, host: String, client: HTTPClient) {
    self.channel = channel
    self.host = host
    self.client = client
  }

  deinit { cancel() }

  func head() async throws -> ResponseHead {
    try await withTaskCancellationHandler {
      try await channel.head()
    } onCancel: {
      cancel()
    }
  }

  func next() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      try await channel.next { client.engine.post(.resume(channel.id)) }
    } onCancel: {
      cancel()
    }
  }

  func cancel() {
    if channel.abandon(CancellationError()) { client.engine.post(.cancel(channel.id)) }
  }
}
