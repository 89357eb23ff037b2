import CCurl

/// libcurl's multi handle and the exchanges in it. Belongs to the engine's thread alone.
final class EngineLoop {
  private let multi: UnsafeMutableRawPointer
  private let share: UnsafeMutableRawPointer?
  private let configuration: HTTPClient.Configuration
  private var transfers: [UInt64: Transfer] = [:]
  private let news = BodyNews()

  init?(configuration: HTTPClient.Configuration) {
    guard ccurl_open(), let multi = ccurl_multi_init() else { return nil }
    self.multi = multi
    self.configuration = configuration
    // TLS sessions, so that a fresh connection to a known host is a short handshake. One thread: no locks needed.
    share = ccurl_share_init()
    if let share { _ = ccurl_share_data(share, CURL_LOCK_DATA_SSL_SESSION) }
  }

  /// For other threads; good until ``close()``.
  var wakeUp: WakeUp { WakeUp(multi) }

  var transferCount: Int { transfers.count }

  func perform(_ command: Engine.Command) {
    switch command {
    case .start(let exchange, let channel): start(exchange, channel)
    case .resume(let id): transfers[id]?.resume()
    case .cancel(let id): remove(id)
    }
  }

  /// Moves every exchange on as far as it goes without waiting.
  func turn() {
    var running: Int32 = 0
    ccurl_multi_perform(multi, &running)
    var left: Int32 = 0
    while let message = ccurl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE else { continue }
      let result = ccurl_message_result(message)
      guard let handle = message.pointee.easy_handle, let transfer = Transfer.of(handle) else { continue }
      transfer.channel.finish(transfer.error(for: result))
      remove(transfer.channel.id)
    }
    news.tell()
  }

  /// Sleeps until the network, a timer of libcurl, a command or a stall limit wants something.
  func wait() {
    ccurl_multi_poll(multi, Int32(clamping: endStalled()))
  }

  /// Ends the exchanges that have been silent for too long.
  ///
  /// - Returns: in how many milliseconds to look again.
  private func endStalled() -> Int {
    let now = ContinuousClock.now
    var next = now + .seconds(60)
    for transfer in Array(transfers.values) {
      switch transfer.lookForStall(now: now) {
      case nil: break
      case .fine(let deadline): next = min(next, deadline)
      case .stalled:
        transfer.channel.finish(transfer.error(.stalled))
        remove(transfer.channel.id)
      }
    }
    // Rounded up, so that the deadline has passed by then.
    return (next - now).wholeMilliseconds + 1
  }

  func failAll() {
    for transfer in transfers.values {
      transfer.channel.finish(transfer.error(.clientClosed))
    }
    for id in Array(transfers.keys) { remove(id) }
  }

  func close() {
    ccurl_multi_cleanup(multi)
    if let share { ccurl_share_cleanup(share) }
  }

  private func start(_ exchange: Exchange, _ channel: TransferChannel) {
    do {
      let transfer = try Transfer(exchange, channel: channel, configuration: configuration, news: news)
      if let share { _ = ccurl_set_share(transfer.handle, share) }
      guard ccurl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
        throw HTTPError(
          .other(0), host: exchange.address.origin.host, curlText: "no handle", mayHaveReachedServer: false)
      }
      transfers[channel.id] = transfer
    } catch {
      channel.finish(error)
    }
  }

  private func remove(_ id: UInt64) {
    guard let transfer = transfers.removeValue(forKey: id) else { return }
    // Before the handle is freed, and outside any callback: also closes a connection in use.
    ccurl_multi_remove_handle(multi, transfer.handle)
  }
}
