import CurlHTTP
import MediaFormats
import NemoVideo
import PrivateFiles
import ServerSentEvents

/// Who the user is to the service: it decides what a failure's hint can be.
public struct AccountFacts: Sendable, Equatable {
  /// Whether the user has an account of their own.
  public var isRegistered: Bool
  /// Where the token came from.
  public var tokenSource: AccessToken.Source
  /// The account's id.
  public var userID: String?
  /// The web site.
  public var webURL: String

  /// Describes an account.
  public init(
    isRegistered: Bool = false, tokenSource: AccessToken.Source = .anonymous, userID: String? = nil,
    webURL: String = ServiceAddress.productionWeb
  ) {
    self.isRegistered = isRegistered
    self.tokenSource = tokenSource
    self.userID = userID
    self.webURL = webURL
  }
}

extension String {
  /// Whether it begins as an address of the web does: nobody is sent anywhere else.
  fileprivate var isWebAddress: Bool {
    let lower = prefix(8).lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://")
  }
}

extension Failure {
  /// Words an error of the service by its row in WIRE.md's table "Errors".
  public init(_ error: ServiceError, account: AccountFacts) {
    switch error.kind {
    case .tokenInvalid:
      self = .tokenInvalid(error, account)
    case .sessionUnknown:
      self.init(
        .number(1002), "The service no longer knows this session, so its timeline is gone.",
        hint: "Describe the video again; /new starts a new session if none was made.")
    case .outOfCredits:
      self = .outOfCredits(error, account)
    case .fileType where account.tokenSource == .studio && error.message != nil:
      // The built-in studio tells a broken or oversized file from one of a wrong type.
      self.init(
        .number(4001), "\(TextSanitiser.singleLine(error.message ?? "")) Nothing was added to the video.",
        hint: "Accepted are: \(MediaFormat.list).")
    case .fileType:
      self.init(
        .number(4001), "The service does not accept this type of file; nothing was added to the video.",
        hint: "Accepted are: \(MediaFormat.list). Convert the file to one of them and upload it again.")
    case .fileTooLarge:
      self.init(
        .number(4002), "The file is over the limit of 200 MB; nothing was added to the video.",
        hint: "Compress it or trim it, and upload it again.")
    case .clientIDMissing where error.message.map { !$0.lowercased().contains("client") } ?? true:
      self.init(
        .number(400), "The service does not understand what was asked for\(Self.quote(error)).",
        hint: "Say it another way; type status to see what is there.")
    case .clientIDMissing:
      self.init(
        .number(400), "The service asks for a client id and does not take ours.",
        hint: "Delete ~/.config/nemovideo/client_id and start t2v again; it makes a new one.")
    case .notInPlan:
      self.init(
        .number(402),
        "Your plan does not include this export. It is the subscription tier, not your credits.",
        hint:
          "Upgrade at \(account.webURL), or use --studio local, which exports for free. The draft is kept.")
    case .rateLimited:
      self.init(
        .number(429), "The service limits how often it may be asked, also after a wait.",
        hint: "Wait a minute and try again; nothing was lost.")
    case .duplicate:
      self.init(
        .number(409), "The service already has a render with this id.", hint: "Type export to try again.")
    case .notFound:
      self.init(
        .number(404), "The service does not know what was asked for\(Self.quote(error)).",
        hint: "Type status to see what is there.")
    case .unreadable:
      self.init(
        .service, "The service answered with something that is no answer.",
        hint: "Try again in a minute; type status to see whether anything changed.")
    case .other where account.tokenSource == .studio && error.message != nil:
      // The built-in studio words its troubles for people, with what to do.
      self.init(
        .number(error.code), TextSanitiser.singleLine(error.message ?? ""),
        hint: "“t2v doctor” checks what the studio needs.")
    case .other:
      let code: Code = error.code == 0 ? .service : .number(error.code)
      self.init(
        code, "The service reports an error\(Self.number(error))\(Self.quote(error)).",
        hint: "Type status to see what is there, then try again or say it another way.")
    }
  }

  /// Words an error in the middle of a reply, when the message is being worked on and so must not be sent again.
  static func inMidReply(_ error: ServiceError, account: AccountFacts) -> Failure {
    switch error.kind {
    case .tokenInvalid where account.tokenSource == .anonymous:
      Failure(
        .number(1001), "The token ended in the middle of the reply. Your message was not sent again.",
        hint: "A new token is taken. Type status to see what came of it.")
    case .sessionUnknown:
      Failure(
        .number(1002), "The service lost this session in the middle of the reply; its timeline is gone.",
        hint: "A new session is made. Send the message again.")
    case .rateLimited:
      Failure(
        .number(429), "The service broke the reply off: it limits how often it may be asked.",
        hint: "Wait a minute, then type status to see what came of it.")
    default: Failure(error, account: account)
    }
  }

  /// Words a broken exchange.
  public init(_ error: HTTPError) {
    let code: Code =
      switch error.code {
      case .timedOut, .stalled: .timeout
      case .file: .disk
      case .badURL, .unsupportedScheme: .usage
      case .headerTooLarge, .tooLarge: .service
      default: .network
      }
    let hint =
      switch error.code {
      case .tls:
        "Check the clock of this machine and its certificates; t2v does not go on without a secure connection."
      case .file: "The next start of t2v goes on with what came; --output-dir names another folder."
      case .badURL, .unsupportedScheme: "Check the address."
      case .libraryMissing: "“t2v doctor” shows whether anything else is missing."
      case .headerTooLarge, .tooLarge:
        "What was made so far is kept. The service, or a proxy on the way, is broken or not what it should be: check "
          + "NEMO_API_URL, type status later, or use --studio local."
      default: "Check the connection and try again, or use --studio local, which needs none."
      }
    self.init(code, error.message, hint: hint)
  }

  /// Words any error that a call can throw.
  public init(any error: any Error, account: AccountFacts) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ServiceError: self.init(error, account: account)
    case let unread as StatusUnread:
      let failure = Failure(unread.error, account: account)
      self.init(
        failure.code, "The service does not tell how the render is. \(failure.message)",
        hint: "The render is not lost: start t2v again and it goes on with it.")
    case let error as HTTPError where account.tokenSource == .studio && error.isPassing:
      self.init(
        .network,
        "The built-in studio has stopped answering. Your film and its renders are kept on this machine.",
        hint: "Start t2v again; it starts the studio anew and goes on with them.")
    case let error as HTTPError: self.init(error)
    case is EventStreamError:
      self.init(
        .service, "The service sent a line that is too long to be part of an answer.",
        hint: "Type status to see what came of it.")
    case let error as PrivateFileError:
      self.init(
        .disk, "t2v \(error.description).",
        hint: error.isDiskFull ? "Make room on the disk and try again." : "Check the folder and who owns it.")
    default:
      self.init(.service, "Something unforeseen happened: \(error).", hint: "Try again.")
    }
  }

  private static func tokenInvalid(_ error: ServiceError, _ account: AccountFacts) -> Failure {
    switch account.tokenSource {
    case .environment:
      Failure(
        .number(1001), "The service refuses the token in NEMO_TOKEN: it is wrong or has ended.",
        hint: "Set NEMO_TOKEN to a valid token, or unset it to go on with a free one.")
    case .studio:
      Failure(
        .number(1001), "The built-in studio refuses its own token; it was started anew with another one.",
        hint: "Start t2v again.")
    case .anonymous:
      Failure(
        .number(1001), "The service refuses a fresh token, too.",
        hint: "Try again in a minute, or use --studio local.")
    }
  }

  private static func outOfCredits(_ error: ServiceError, _ account: AccountFacts) -> Failure {
    if account.tokenSource == .studio {
      return Failure(
        .number(2001), "Today's credits of the built-in studio are used up.",
        hint: "They are new tomorrow. Exporting what you have is free: type export.")
    }
    if account.isRegistered {
      return Failure(
        .number(2001), "You are out of credits, so this was not done. What you have so far is kept.",
        hint: "Top up at \(account.webURL). Exporting what you have is free: type export.")
    }
    let link =
      error.registrationURL.map(TextSanitiser.singleLine).flatMap { $0.isWebAddress ? $0 : nil }
      ?? "\(account.webURL)/register\(account.userID.map { "?bind=\($0.asPathComponent)" } ?? "")"
    return Failure(
      .number(2001), "The free credits are used up, so this was not done. What you have so far is kept.",
      hint: "Register to go on: \(link)  Exporting what you have is free: type export.")
  }

  private static func number(_ error: ServiceError) -> String { error.code == 0 ? "" : " (\(error.code))" }

  /// The service's own words, made safe and short, in front of a full stop.
  private static func quote(_ error: ServiceError) -> String {
    guard let message = error.message else { return "" }
    let line = TextSanitiser.singleLine(message)
    let short = line.count > 200 ? line.prefix(199) + "…" : line
    guard !short.isEmpty, !short.hasPrefix("{"), !short.hasPrefix("<") else { return "" }
    return ": \(short.hasSuffix(".") ? String(short.dropLast()) : short)"
  }
}
