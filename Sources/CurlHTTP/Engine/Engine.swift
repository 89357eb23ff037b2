import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one thread that touches libcurl's handles, and the mailbox through which all others speak to it.
final class Engine: Sendable {
  /// What tasks ask of the thread.
  enum Command: Sendable {
    case start(Exchange, TransferChannel)
    case resume(UInt64)
    case cancel(UInt64)
  }

  private enum Phase {
    case idle
    case running
    case stopping
    case stopped
  }

  private struct Mailbox {
    var phase = Phase.idle
    var commands: [Command] = []
    /// There while the thread polls; only woken under the lock, so never after its end.
    var wake: WakeUp?
    var stopWaiters: [CheckedContinuation<Void, Never>] = []
    /// The thread, until it is joined.
    var thread: pthread_t?
  }

  let configuration: HTTPClient.Configuration
  private let mailbox = Mutex(Mailbox())
  private let lastID = Atomic<UInt64>(0)
  private let openTransfers = Atomic<Int>(0)

  init(configuration: HTTPClient.Configuration) {
    self.configuration = configuration
  }

  /// How many exchanges hold a handle of libcurl.
  var openTransferCount: Int { openTransfers.load(ordering: .relaxed) }

  /// Begins an exchange; its channel tells the rest.
  func start(_ exchange: Exchange) -> TransferChannel {
    let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
    let host = exchange.address.origin.host
    let channel = TransferChannel(id: id, host: host)
    if !post(.start(exchange, channel)) {
      channel.finish(HTTPError(.clientClosed, host: host, mayHaveReachedServer: false))
    }
    return channel
  }

  /// Hands a command to the thread, which starts with the first.
  ///
  /// - Returns: `false` if the thread has ended or cannot start.
  @discardableResult
  func post(_ command: Command) -> Bool {
    mailbox.withLock { box in
      switch box.phase {
      case .stopping, .stopped: return false
      case .idle:
        guard let thread = startThread() else { return false }
        box.thread = thread
        box.phase = .running
      case .running: break
      }
      box.commands.append(command)
      box.wake?()
      return true
    }
  }

  /// Asks the thread to end.
  func stop() {
    mailbox.withLock { box in
      switch box.phase {
      case .idle: box.phase = .stopped
      case .running:
        box.phase = .stopping
        box.wake?()
      case .stopping, .stopped: break
      }
    }
  }

  /// Waits for the end of the thread, which ``stop()`` has asked for.
  func stopped() async {
    await withCheckedContinuation { continuation in
      let isOver = mailbox.withLock { box in
        if box.phase != .stopped { box.stopWaiters.append(continuation) }
        return box.phase == .stopped
      }
      if isOver { continuation.resume() }
    }
    // What the thread's libraries keep for it is freed at its very end. The program must not end beside that: at its own end
    // the same libraries take themselves down.
    let thread = mailbox.withLock { box in
      defer { box.thread = nil }
      return box.thread
    }
    if let thread { pthread_join(thread, nil) }
  }

  deinit {
    // The thread holds the engine, so this may be that thread: it can't wait for itself.
    mailbox.withLock { box in
      if let thread = box.thread { pthread_detach(thread) }
    }
  }

  // MARK: - The thread

  private func startThread() -> pthread_t? {
    var thread = pthread_t()
    let engine = Unmanaged.passRetained(self)
    guard pthread_create(&thread, nil, engineThread, engine.toOpaque()) == 0 else {
      engine.release()
      return nil
    }
    return thread
  }

  /// The thread's life, from its first command to its end.
  fileprivate func run() {
    if let loop = EngineLoop(configuration: configuration) {
      let wake = loop.wakeUp
      mailbox.withLock { $0.wake = wake }
      while let commands = takeCommands() {
        for command in commands { loop.perform(command) }
        loop.turn()
        openTransfers.store(loop.transferCount, ordering: .relaxed)
        loop.wait()
      }
      loop.failAll()
      openTransfers.store(0, ordering: .relaxed)
      end()
      loop.close()
    } else {
      end()
    }
    let waiters = mailbox.withLock { box in
      box.phase = .stopped
      defer { box.stopWaiters = [] }
      return box.stopWaiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// The commands so far, or `nil` when it is time to end.
  private func takeCommands() -> [Command]? {
    mailbox.withLock { box in
      guard box.phase == .running else { return nil }
      defer { box.commands.removeAll() }
      return box.commands
    }
  }

  /// Takes no more commands and answers those that came too late.
  private func end() {
    let late = mailbox.withLock { box in
      box.phase = .stopping
      box.wake = nil
      defer { box.commands = [] }
      return box.commands
    }
    for case .start(let exchange, let channel) in late {
      channel.finish(
        HTTPError(.clientClosed, host: exchange.address.origin.host, mayHaveReachedServer: false))
    }
  }
}

/// The thread's entry. No signal is for it: those of the terminal belong to the program's own threads, and writing to
/// a closed connection must give an error, not SIGPIPE.
private func engineThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  var everySignal = sigset_t()
  sigfillset(&everySignal)
  pthread_sigmask(SIG_BLOCK, &everySignal, nil)
  if let context { Unmanaged<Engine>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
