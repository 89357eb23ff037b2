import CurlHTTP
import RawJSON

extension NemoService {
  /// More than a small picture takes, 4 MiB.
  private static let largestPoster = 4 << 20
  /// Keys under which a draft may name a still picture of the film.
  private static let posterKeys: Set<String> = [
    "poster", "poster_url", "posterUrl", "thumbnail", "thumbnail_url", "thumbnailUrl", "cover", "cover_url",
    "coverUrl",
  ]

  /// The built-in studio's still picture of a session's film, a PNG file.
  ///
  /// - Returns: nil when there is none: an empty timeline, or a studio that makes no posters.
  public func studioPoster(of session: String) async -> [UInt8]? {
    await picture(request(.get, "/api/poster/nemo_agent/me/\(session.asPathComponent)?width=640"))
  }

  /// The still picture that a draft names, if it lies at the service's own origin.
  public func poster(in draft: [UInt8]) async -> [UInt8]? {
    guard let value = JSONValue(draft), let url = Self.posterURL(in: value, depth: 0) else { return nil }
    let absolute = url.hasPrefix("/") ? address.origin + url : url
    guard credentials.censor.isClean(absolute), address.isOrigin(of: absolute) else { return nil }
    var request = HTTPRequest(.get, absolute)
    request.originHeaders = HTTPFields(attribution.headers)
    return await picture(request)
  }

  /// Asks once, within few seconds: a picture is an extra, and no turn fails for it.
  private func picture(_ request: HTTPRequest) async -> [UInt8]? {
    var request = request
    request.limits = HTTPLimits(connect: .seconds(3), stall: .seconds(5), total: .seconds(10))
    guard let token = try? await credentials.current() else { return nil }
    request.bearer = token.secret
    guard let response = try? await http.send(request), response.status == 200 else { return nil }
    return try? await response.body.collect(upTo: Self.largestPoster)
  }

  private static func posterURL(in value: JSONValue, depth: Int) -> String? {
    guard depth < 6 else { return nil }
    switch value.kind {
    case .object:
      for (key, member) in value.members {
        if posterKeys.contains(key), let url = member.string, !url.isEmpty { return url }
        if let url = posterURL(in: member, depth: depth + 1) { return url }
      }
      return nil
    case .array: return value.elements.lazy.compactMap { posterURL(in: $0, depth: depth + 1) }.first
    default: return nil
    }
  }
}
