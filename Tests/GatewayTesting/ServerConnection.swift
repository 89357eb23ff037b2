import CurlHTTP
import Glibc

/// One accepted connection of a ``ScriptedServer``, used by one thread with blocking calls.
package final class ServerConnection {
  package let number: Int
  private let socket: Int32
  private let record: (RecordedRequest) -> Void
  private var buffer: [UInt8] = []
  private var isClosed = false

  init(socket: Int32, number: Int, record: @escaping (RecordedRequest) -> Void) {
    self.socket = socket
    self.number = number
    self.record = record
  }

  /// Reads one request with its body; `nil` when the client has closed.
  package func readRequest() -> RecordedRequest? {
    guard let head = readHead() else { return nil }
    var lines = head.split(separator: "\r\n", omittingEmptySubsequences: true).map(String.init)
    let words = lines.removeFirst().split(separator: " ").map(String.init)
    var headers = HTTPFields()
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      headers.append(
        name: String(parts[0]), value: parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
    }
    var body: [UInt8] = []
    if let length = headers["Content-Length"].flatMap({ Int($0) }) {
      guard fill(length) else { return nil }
      body = Array(buffer.prefix(length))
      buffer.removeFirst(length)
    }
    let request = RecordedRequest(
      method: words[0], target: words[1], headers: headers, body: body, connection: number)
    record(request)
    return request
  }

  /// Sends a text as it stands; line ends in it must be CRLF.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes.
  ///
  /// - Returns: Whether the client has taken them all.
  @discardableResult
  package func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// Sends an answer with its length.
  package func respond(_ status: Int, _ headers: HTTPFields = [:], body: String = "") {
    let fields = headers.fields.map { "\($0.name): \($0.value)\r\n" }.joined()
    send("HTTP/1.1 \(status) Status\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  /// Blocks until the client has closed the connection.
  package func waitForClose() {
    while receive() {}
  }

  /// Closes with a reset rather than an end.
  package func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    finish()
  }

  /// Ends the connection; further calls do nothing.
  package func finish() {
    guard !isClosed else { return }
    isClosed = true
    close(socket)
  }

  private func readHead() -> String? {
    while true {
      if let end = buffer.indices.first(where: { buffer[$0...].starts(with: Array("\r\n\r\n".utf8)) }) {
        let head = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeFirst(end + 4)
        return head
      }
      guard receive() else { return nil }
    }
  }

  private func fill(_ count: Int) -> Bool {
    while buffer.count < count {
      guard receive() else { return false }
    }
    return true
  }

  private func receive() -> Bool {
    guard !isClosed else { return false }
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(socket, &piece, piece.count, 0)
    guard count > 0 else { return false }
    buffer += piece.prefix(count)
    return true
  }
}
