import GatewayTesting

/// One thing that goes wrong on the way between the client and a service, once.
struct Fault: Sendable, CustomStringConvertible {
  /// Where it happens: offsets are of all bytes of a round that went this way.
  enum Place: Sendable {
    /// At a byte of what the service answers.
    case answer(offset: Int)
    /// At a byte of what the client asks.
    case request(offset: Int)
    /// At a call, counted from 0: before its first byte reaches the service.
    case call(Int)
  }

  /// What happens.
  enum Kind: Sendable {
    /// The connection is reset.
    case reset
    /// The connection is closed, which cuts what was under way.
    case close
    /// Nothing moves for a while, then the connection goes on or is reset.
    case stall(milliseconds: Int, thenResets: Bool)
    /// So many bytes are replaced by random ones.
    case garbage(Int)
    /// So many bytes come in pieces of a few.
    case drip(Int)
    /// The call never reaches the service: this is answered in its place.
    case refuse(String)
    /// The call reaches the service, but its answer is replaced by a page of a gateway.
    case hide(status: Int)
  }

  let place: Place
  let kind: Kind

  var description: String { "\(kind) at \(place)" }

  /// Answers of a service that takes nothing: HTTP statuses and codes of WIRE.md, and what is not HTTP at all.
  private static let refusals = [
    answer(401, #"{"code":1001,"message":"token invalid"}"#),
    answer(200, #"{"code":1002,"message":"no session"}"#),
    answer(429, #"{"code":429,"message":"slow down"}"#, "Retry-After: 0\r\n"),
    answer(429, "", "Retry-After: 0\r\n"), answer(500, "<html>oops</html>"), answer(502, "<html>bad</html>"),
    answer(503, "", "Retry-After: 0\r\n"), answer(402, #"{"code":402,"message":"plan"}"#),
    answer(200, #"{"code":2001,"message":"out of credits"}"#), answer(204, ""), answer(418, "{}"),
    answer(302, "", "Location: https://192.0.2.1/\r\n"), "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 2\r\n\r\n",
    "\u{0}\u{0}\u{0}",
  ]

  private static func answer(_ status: Int, _ body: String, _ headers: String = "") -> String {
    "HTTP/1.1 \(status) Status\r\nContent-Type: application/json\r\n\(headers)Content-Length: \(body.utf8.count)\r\n"
      + "Connection: close\r\n\r\n\(body)"
  }

  /// One of all that can happen.
  ///
  /// - Parameters:
  ///   - answered: How many bytes a service answers in a round without faults.
  ///   - asked: How many bytes a client asks in one.
  ///   - offset: Where it happens if it happens in an answer; nil for anywhere.
  static func random(
    answered: Int, asked: Int, offset: Int? = nil, by random: inout SeededGenerator
  ) -> Fault {
    let milliseconds = Int.random(in: 50...600, using: &random)
    let stall = Kind.stall(milliseconds: milliseconds, thenResets: Bool.random(using: &random))
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<2 where offset == nil:
      let place = Place.call(Int.random(in: 0..<14, using: &random))
      if Int.random(in: 0..<3, using: &random) > 0 {
        return Fault(place: place, kind: .refuse(refusals.randomElement(using: &random) ?? ""))
      }
      return Fault(
        place: place, kind: .hide(status: [500, 502, 503, 504, 200].randomElement(using: &random) ?? 500))
    case 2..<4 where offset == nil:
      let kinds: [Kind] = [.reset, .close, stall]
      return Fault(
        place: .request(offset: Int.random(in: 0..<asked, using: &random)),
        kind: kinds.randomElement(using: &random) ?? .reset)
    default:
      let kinds: [Kind] = [
        .reset, .close, .close, stall, .garbage(Int.random(in: 1...80, using: &random)),
        .drip(Int.random(in: 20...2000, using: &random)),
      ]
      return Fault(
        place: .answer(offset: offset ?? Int.random(in: 0..<answered, using: &random)),
        kind: kinds.randomElement(using: &random) ?? .reset)
    }
  }
}
