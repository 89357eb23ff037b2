/// A call of the wire, as read from method and path.
enum Route: Equatable {
  case health
  case anonymousToken
  case makeSession
  case chat
  case upload(session: String)
  case balance
  case state(session: String)
  case submitRender
  case renderStatus(String)
  case cancelRender(String)
  case download(String)
  case media(String)
  case poster(session: String)
  case preview
  case style
  case makeClaim
  case cancelTurn(session: String)
  case generator
  case metrics
  case claimPage

  /// Finds the call.
  /// - Parameters:
  ///   - method: `GET`, `HEAD` or `POST`.
  ///   - path: the path, without query; its components are taken as they stand, without percent-decoding.
  /// - Throws: ``APIError`` 404 for an unknown path, 405 for a known one with another method.
  static func find(method: String, path: String) throws(APIError) -> Route {
    guard let (route, methods) = match(path) else { throw .unknownRoute }
    guard methods.contains(method) else {
      let allowed = methods.joined(separator: ", ")
      throw APIError(405, "This call is made with \(allowed).", headers: ["Allow": allowed])
    }
    return route
  }

  private static func match(_ path: String) -> (Route, methods: [String])? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
    guard !parts.contains("") else { return nil }
    let (read, write) = (["GET", "HEAD"], ["POST"])
    switch parts.count {
    case 1 where parts == ["metrics"]: return (.metrics, read)
    case 1 where parts == ["run_sse"]: return (.chat, write)
    case 2 where parts == ["api", "generator"]: return (.generator, read + write)
    case 2 where parts == ["api", "health"]: return (.health, read)
    case 2 where parts == ["workspace", "claim"]: return (.claimPage, read)
    case 2 where parts == ["workspace", "style.css"]: return (.style, read)
    case 2 where parts == ["workspace", "preview"]: return (.preview, read)
    case 3 where parts == ["api", "auth", "anonymous-token"]: return (.anonymousToken, write)
    case 3 where parts == ["api", "auth", "claim-token"]: return (.makeClaim, write)
    case 3 where parts.starts(with: ["api", "media"]): return (.media(parts[2]), read)
    case 4 where parts == ["api", "credits", "balance", "simple"]: return (.balance, read)
    case 4 where parts == ["api", "render", "proxy", "lambda"]: return (.submitRender, write)
    case 5 where parts == ["api", "tasks", "me", "with-session", "nemo_agent"]: return (.makeSession, write)
    case 5 where parts.starts(with: ["api", "upload-video", "nemo_agent", "me"]):
      return (.upload(session: parts[4]), write)
    case 5 where parts.starts(with: ["api", "poster", "nemo_agent", "me"]):
      return (.poster(session: parts[4]), read)
    case 5 where parts.starts(with: ["api", "render", "proxy", "lambda"]):
      return (.renderStatus(parts[4]), read)
    case 5 where parts.starts(with: ["api", "render", "proxy"]) && parts[4] == "download":
      return (.download(parts[3]), read)
    case 6 where parts.starts(with: ["api", "chat", "nemo_agent", "me"]) && parts[5] == "cancel":
      return (.cancelTurn(session: parts[4]), write)
    case 6 where parts.starts(with: ["api", "state", "nemo_agent", "me"]) && parts[5] == "latest":
      return (.state(session: parts[4]), read)
    case 6 where parts.starts(with: ["api", "render", "proxy", "lambda"]) && parts[5] == "cancel":
      return (.cancelRender(parts[4]), write)
    default: return nil
    }
  }
}
