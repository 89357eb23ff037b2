import RawJSON

/// How far a render is (WIRE.md, "render status").
public struct RenderStatus: Sendable, Equatable {
  /// The state of a render.
  public enum Phase: Sendable, Equatable {
    /// Waiting or being worked on; an unknown word is work in progress.
    case working
    /// Done; the file is at the URL, when the answer gives one.
    case completed(url: String?)
    /// It went wrong at the service, in its own words.
    case failed(reason: String?)
    /// The service keeps it no more.
    case expired
    /// Somebody stopped it.
    case cancelled
  }

  /// Its id.
  public let id: String?
  /// Its state.
  public let phase: Phase
  /// The service's word for the state.
  public let word: String
  /// 0 to 1; nil when the answer gives none.
  public let fraction: Double?
  /// How many seconds the service asks to wait before the next question (`Retry-After`).
  public let retryAfter: Double?

  /// Makes a status of its parts.
  public init(
    id: String? = nil, phase: Phase, word: String, fraction: Double? = nil, retryAfter: Double? = nil
  ) {
    self.id = id
    self.phase = phase
    self.word = word
    self.fraction = fraction
    self.retryAfter = retryAfter
  }

  /// Reads both published shapes: `data` with progress from 0 to 100 and `outputUrl`, and the flat one with progress
  /// from 0 to 1 (or to 100) and `output.url`.
  init?(_ answer: JSONValue, retryAfter: Double? = nil) {
    let isWrapped = answer["data"]?["status"]?.string != nil
    let body = isWrapped ? answer["data"] ?? answer : answer
    guard let word = body["status"]?.string?.lowercased() else { return nil }
    let url =
      body["outputUrl"]?.string ?? body["output_url"]?.string ?? body["output"]?["url"]?.string
      ?? body["url"]?.string
    let reason = body["error"].flatMap { $0.string ?? $0["message"]?.string } ?? body["message"]?.string
    let phase: Phase =
      switch word {
      case "completed", "complete", "succeeded", "success", "done": .completed(url: url)
      case "failed", "error": .failed(reason: reason)
      case "expired": .expired
      case "cancelled", "canceled": .cancelled
      default: .working
      }
    let progress = body["progress"]?.stringOrNumberText.flatMap(Double.init)
    let fraction = progress.flatMap { Self.fraction($0, isPercent: isWrapped) }
    self.init(
      id: body["id"]?.stringOrNumberText, phase: phase, word: word, fraction: fraction, retryAfter: retryAfter
    )
  }

  /// The same without an id or URL that holds a token: a service that quotes one there gets no request with it, and
  /// nobody else does.
  func withoutTokens(by censor: TokenCensor) -> RenderStatus {
    var phase = phase
    if case .completed(let url?) = phase, !censor.isClean(url) { phase = .completed(url: nil) }
    return RenderStatus(
      id: id.flatMap { censor.isClean($0) ? $0 : nil }, phase: phase, word: word, fraction: fraction,
      retryAfter: retryAfter)
  }

  private static func fraction(_ progress: Double, isPercent: Bool) -> Double? {
    guard progress.isFinite else { return nil }
    return min(1, max(0, isPercent || progress > 1 ? progress / 100 : progress))
  }
}
