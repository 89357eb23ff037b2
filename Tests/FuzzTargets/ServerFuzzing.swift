import Directing
import Dispatch
import Foundation
import Rendering
import Studio
import Synchronization

/// A studio in this process that never renders, for requests that no client would send.
final class ServerFuzzing: Sendable {
  static let shared = ServerFuzzing()

  private let port: UInt16
  private let token: String
  private let server: StudioServer?

  private init() {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("t2v-fuzz-\(getpid())")
    var configuration = StudioConfiguration(folder: DataFolder(root: root))
    configuration.pacing = .zero
    configuration.log = .silent
    configuration.token = "fuzz"
    // What each request leaves behind for a while would look like growth.
    configuration.patience = .seconds(1)
    let started = Mutex<StudioServer?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let settings = configuration
    Task.detached {
      let server = try? await StudioServer.start(settings, rendering: NoRendering())
      started.withLock { $0 = server }
      isDone.signal()
    }
    isDone.wait()
    server = started.withLock { $0 }
    token = server?.token ?? ""
    port = server?.url.split(separator: ":").last.flatMap { UInt16($0) } ?? 0
    if port == 0 { fatalError("the studio did not start") }
    // It writes nothing that outlives the process.
    try? FileManager.default.removeItem(at: root.appendingPathComponent("serve.json"))
  }

  /// A connection to the studio.
  private func connected() -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    while true {
      let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      let isConnected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      if isConnected { return socket }
      let reason = errno
      close(socket)
      // Thousands of connections a second: all ports of the machine can be waiting for their end. And libFuzzer's clock
      // interrupts what waits.
      guard reason == EADDRNOTAVAIL || reason == EINTR else {
        fatalError("the studio accepts no connection any more: errno \(reason)")
      }
      usleep(100_000)
    }
  }

  /// Sends bytes, `{token}` and `{port}` in them filled in, and reads what comes until the server closes or is silent.
  func read(_ bytes: [UInt8]) {
    let socket = connected()
    defer { close(socket) }
    let filled = Self.filled(bytes, ["{token}": token, "{port}": "\(port)"])
    _ = filled.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    shutdown(socket, Int32(SHUT_WR))
    // A server that keeps a connection open although nothing more can come would be seen as a hang.
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = recv(socket, &piece, piece.count, 0)
      if count < 0, errno == EAGAIN { fatalError("the studio neither answers nor closes") }
      if count <= 0 { return }
    }
  }

  private static func filled(_ bytes: [UInt8], _ values: [String: String]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "{")) else { return bytes }
    var data = Data(bytes)
    for (name, value) in values {
      while let range = data.range(of: Data(name.utf8)) {
        data.replaceSubrange(range, with: Data(value.utf8))
      }
    }
    return Array(data)
  }
}
