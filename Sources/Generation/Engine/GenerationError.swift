/// Why an engine did not make a clip. Its text tells what happened and what it means; what to do next is for the user to
/// choose (wait, retry, or draw it), and whoever catches it asks.
public enum GenerationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nobody answers, or the connection breaks again and again.
  case unreachable(host: String, detail: String)
  /// The key is missing or wrong.
  case keyRefused(host: String)
  /// The server takes no more: too many requests, or the account is used up (HTTP 429).
  case busy(host: String, detail: String)
  /// The server does not take this prompt or these settings.
  case refused(status: Int, detail: String)
  /// The server has trouble of its own (HTTP 5xx).
  case serverTrouble(status: Int, detail: String)
  /// The model tried and gave up.
  case failed(code: String, detail: String)
  /// The server does not know the job any more.
  case jobLost
  /// The video was made, and is not kept any more.
  case expired
  /// The server's answer is not of the videos API.
  case badAnswer(detail: String)
  /// What came is no video.
  case notAVideo
  /// The file would be larger than a clip may be, in bytes.
  case tooLarge(limit: Int)
  /// The file could not be kept on this machine.
  case notKept(detail: String)
  /// The engine that began it is not the one that is set now.
  case engineChanged
  /// It is not there after so many seconds of waiting.
  case stillRunning(seconds: Int, progress: Int)

  /// Whether the job may well go on where it is, so that waiting makes sense.
  public var isWorthWaiting: Bool {
    switch self {
    case .stillRunning, .unreachable, .busy, .serverTrouble: true
    default: false
    }
  }

  /// What happened.
  public var description: String {
    switch self {
    case .unreachable(let host, let detail): "\(host) cannot be reached: \(detail)"
    case .keyRefused(let host):
      "\(host) does not take the key. Set T2V_GENERATOR_KEY (or generator_key in the file) to a valid one"
    case .busy(let host, let detail): Self.join("\(host) takes no more for now", detail)
    case .refused(let status, let detail):
      Self.join("the server refused the request (HTTP \(status))", detail)
    case .serverTrouble(let status, let detail): Self.join("the server failed (HTTP \(status))", detail)
    case .failed(let code, let detail):
      Self.join("the model gave up" + (code.isEmpty ? "" : " (\(code))"), detail)
    case .jobLost: "the server does not know the job any more"
    case .expired: "the video was made, but the server does not keep it any more"
    case .badAnswer(let detail): Self.join("the server does not speak the videos API", detail)
    case .notAVideo: "what the server sent is no video"
    case .tooLarge(let limit): "the video is larger than \(limit / 1_000_000) MB"
    case .notKept(let detail): "the video could not be kept on this machine: \(detail)"
    case .engineChanged: "it is not the engine that is set now"
    case .stillRunning(let seconds, let progress):
      "it is not there after \(seconds) s" + (progress > 0 ? " (\(progress)% done)" : "")
    }
  }

  private static func join(_ what: String, _ detail: String) -> String {
    detail.isEmpty ? what : "\(what): \(detail)"
  }
}
