import Foundation
import GatewayTesting
import Synchronization

/// Stands between a client and a service, passes bytes on, breaks them as it was told, and keeps count of the chat calls.
///
/// The faults are known by where they happen, so the same faults meet the same bytes in every run.
final class FaultProxy: Sendable {
  /// What is known of the call that a connection is at.
  private struct Course {
    /// The status of the page that takes the answer's place.
    var hidden: Int?
    /// Whether a film is answered: nobody could tell that its bytes are not what they should be.
    var isFilm = false
  }

  private struct State {
    var faults: [Fault] = []
    var upstream: UInt16
    var answered = 0
    var asked = 0
    var calls = 0
    var chats = 0
    var refusedChats = 0
    var sockets: Set<Int32> = []
    var isStopped = false
    var garbage: SeededGenerator

    /// Takes the first fault of a place that fits: it happens once.
    mutating func take(_ fits: (Fault.Place) -> Bool) -> Fault? {
      let fitting = faults.indices.filter { fits(faults[$0].place) }
      guard let index = fitting.min(by: { faults[$0].offset < faults[$1].offset }) else { return nil }
      return faults.remove(at: index)
    }
  }

  private let listener: Int32
  /// The port that the client is told.
  let port: UInt16
  private let state: Mutex<State>

  /// The address that the client is told.
  var url: String { "http://127.0.0.1:\(port)" }
  /// How many bytes went each way.
  var traffic: (answered: Int, asked: Int) { state.withLock { ($0.answered, $0.asked) } }
  /// How many chat calls began to arrive, and how many of them were refused before the service saw them.
  var chats: (begun: Int, refused: Int) { state.withLock { ($0.chats, $0.refusedChats) } }

  /// Starts the proxy.
  init(upstream: UInt16, faults: [Fault], seed: UInt64) throws {
    let socket = try Self.listen()
    listener = socket.descriptor
    port = socket.port
    state = Mutex(State(faults: faults, upstream: upstream, garbage: SeededGenerator(seed: seed)))
    Thread.detachNewThread { [self] in accept() }
  }

  /// From now on everything passes; what is broken stays broken.
  func heal() { state.withLock { $0.faults = [] } }

  /// Leads to another port from now on.
  func lead(to upstream: UInt16) { state.withLock { $0.upstream = upstream } }

  /// Ends all connections and the listener.
  func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      for socket in state.sockets { shutdown(socket, Int32(SHUT_RDWR)) }
      shutdown(listener, Int32(SHUT_RDWR))
    }
  }

  // MARK: Connections

  private static func listen() throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && Foundation.listen(descriptor, 256) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  private func accept() {
    while true {
      let client = Foundation.accept(listener, nil, nil)
      guard client >= 0 else { break }
      _ = fcntl(client, F_SETFD, FD_CLOEXEC)
      let upstream = state.withLock { state -> UInt16? in
        guard !state.isStopped else { return nil }
        state.sockets.insert(client)
        return state.upstream
      }
      guard let upstream else {
        close(client)
        break
      }
      Thread.detachNewThread { [self] in
        serve(client, upstream: upstream)
        state.withLock { _ = $0.sockets.remove(client) }
        close(client)
      }
    }
    close(listener)
  }

  /// Passes whole calls on, one after another.
  private func serve(_ client: Int32, upstream: UInt16) {
    let service = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(service, F_SETFD, FD_CLOEXEC)
    defer { close(service) }
    var address = Self.loopback(upstream)
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(service, $0, length) == 0 }
    }
    guard isConnected else { return reset(client) }
    _ = state.withLock { $0.sockets.insert(service) }
    defer { state.withLock { _ = $0.sockets.remove(service) } }
    let course = Mutex(Course())
    let isOver = DispatchSemaphore(value: 0)
    Thread.detachNewThread { [self] in
      answers(from: service, to: client, course: course)
      shutdown(client, Int32(SHUT_RDWR))
      shutdown(service, Int32(SHUT_RDWR))
      isOver.signal()
    }
    requests(from: client, to: service, course: course)
    shutdown(service, Int32(SHUT_WR))
    isOver.wait()
  }

  private func requests(from client: Int32, to service: Int32, course: borrowing Mutex<Course>) {
    var reader = CallReader()
    while let piece = receive(client) {
      for call in reader.read(piece) {
        let isChat = call.hasPrefix("POST /run_sse")
        course.withLock { $0.isFilm = call.hasPrefix("GET /files/") || call.contains("/download") }
        let fault = state.withLock { state -> Fault? in
          defer { state.calls += 1 }
          if isChat { state.chats += 1 }
          let number = state.calls
          return state.take { if case .call(number) = $0 { true } else { false } }
        }
        switch fault?.kind {
        case .refuse(let answer):
          if isChat { state.withLock { $0.refusedChats += 1 } }
          // All of it is read first, as a service would: else the refusal could be lost in a reset.
          while !reader.isAtEnd, let rest = receive(client) { _ = reader.read(rest) }
          send(Array(answer.utf8)[...], to: client)
          shutdown(client, Int32(SHUT_RDWR))
          return
        case .hide(let status): course.withLock { $0.hidden = status }
        default: break
        }
      }
      guard pass(piece, to: service, isAnswer: false, mayGarble: false) else { return }
    }
  }

  private func answers(from service: Int32, to client: Int32, course: borrowing Mutex<Course>) {
    while let piece = receive(service) {
      let course = course.withLock { $0 }
      if let status = course.hidden {
        let page = "<html>gateway</html>"
        send(
          Array(
            "HTTP/1.1 \(status) Status\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n\(page)".utf8)[
              ...],
          to: client)
        return
      }
      guard pass(piece, to: client, isAnswer: true, mayGarble: !course.isFilm) else { return }
    }
  }

  // MARK: Bytes

  /// Sends bytes on, with whatever is to happen to them.
  ///
  /// - Returns: Whether the connection goes on.
  private func pass(_ piece: [UInt8], to: Int32, isAnswer: Bool, mayGarble: Bool) -> Bool {
    var rest = piece[...]
    while !rest.isEmpty {
      let start = state.withLock { isAnswer ? $0.answered : $0.asked }
      let found = state.withLock { state in
        state.take { place in
          switch place {
          case .answer(let offset): isAnswer && (start..<start + rest.count).contains(offset)
          case .request(let offset): !isAnswer && (start..<start + rest.count).contains(offset)
          case .call: false
          }
        }
      }
      let count = found.map { $0.offset - start } ?? rest.count
      guard send(rest.prefix(count), to: to) else { return false }
      rest = rest.dropFirst(count)
      state.withLock { state in
        if isAnswer { state.answered += count } else { state.asked += count }
      }
      if let found, !happen(found.kind, to: &rest, socket: to, mayGarble: mayGarble) { return false }
    }
    return true
  }

  private func happen(
    _ kind: Fault.Kind, to rest: inout ArraySlice<UInt8>, socket: Int32, mayGarble: Bool
  ) -> Bool {
    switch kind {
    case .reset:
      reset(socket)
      return false
    case .close, .refuse, .hide: return false
    case .stall(let milliseconds, let thenResets):
      usleep(UInt32(milliseconds) * 1000)
      if thenResets { reset(socket) }
      return !thenResets
    case .garbage(let count):
      guard mayGarble else { return true }
      // The first is a byte that neither JSON nor a header may hold: no garbage is a lie that nobody could see. What
      // follows would be waited for by a client that has read a wrong length, so it ends there.
      for index in rest.indices.prefix(count) {
        rest[index] =
          index == rest.startIndex ? 0 : state.withLock { UInt8.random(in: 0...255, using: &$0.garbage) }
      }
      send(rest, to: socket)
      return false
    case .drip(let count):
      var left = count
      while left > 0, !rest.isEmpty {
        let size = min(3, rest.count)
        guard send(rest.prefix(size), to: socket) else { return false }
        rest = rest.dropFirst(size)
        left -= size
        usleep(500)
      }
      return true
    }
  }

  private func receive(_ socket: Int32) -> [UInt8]? {
    var piece = [UInt8](repeating: 0, count: 16 << 10)
    let count = recv(socket, &piece, piece.count, 0)
    return count > 0 ? Array(piece.prefix(count)) : nil
  }

  @discardableResult
  private func send(_ bytes: ArraySlice<UInt8>, to socket: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// Makes the close that follows a reset.
  private func reset(_ socket: Int32) {
    // Disconnecting from an unspecified address resets at once, while the descriptor stays ours to close.
    var nowhere = sockaddr(
      sa_family: sa_family_t(AF_UNSPEC), sa_data: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    connect(socket, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
  }
}

extension Fault {
  /// The byte it happens at; 0 for a whole call.
  fileprivate var offset: Int {
    switch place {
    case .answer(let offset), .request(let offset): offset
    case .call: 0
    }
  }
}
