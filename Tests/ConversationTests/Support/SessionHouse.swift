import Conversation
import CurlHTTP
import Foundation
import GatewayTesting
import NemoVideo
import PrivateFiles
import Synchronization

/// All that a session needs around it: folders, a token, settings, a service that a test plays.
struct SessionHouse: Sendable {
  let folder: String
  let url: String
  let recorder = EventRecorder()
  var setup = WireCase.Setup()
  var clock: any Clock<Duration> = ScriptClock()
  let http = HTTPClient(configuration: .init(userAgent: "test/1"))

  static let clientID = "0c9f3a52-7f5e-4c0e-9d0e-2f6c8f1d2b3a"

  var state: PrivateFolder { PrivateFolder(folder + "/state") }

  /// The unfinished renders on disk.
  static func renders(in folder: String) -> Int {
    let root = URL(fileURLWithPath: folder + "/state/renders")
    let files = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    return files?.allObjects.count { ($0 as? URL)?.hasDirectoryPath == false } ?? 0
  }

  /// Puts the files of the setup and the stored token in place.
  func furnish() throws {
    let vendor = PrivateFolder(folder + "/vendor")
    if setup.clientID != "none" { try vendor.write("client_id", Array(Self.clientID.utf8)) }
    try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
    for (name, content) in setup.files ?? [:] {
      switch content {
      case .string(let text): try write(Array(text.utf8), to: "\(folder)/out/\(name)")
      case .number(let size):
        let format = String(name.split(separator: ".").last ?? "mp4")
        let path = "\(folder)/out/\(name)"
        if size > 1_000_000 {
          try write(MediaBytes.file(format, size: 64), to: path)
          let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
          try file.truncate(atOffset: UInt64(size))
          try file.close()
        } else {
          try write(MediaBytes.file(format, size: Int(size)), to: path)
        }
      default: break
      }
    }
    let life: TimeInterval? =
      setup.token == "expired" ? -10 : setup.token == nil || setup.token == "stored" ? 86_400 : nil
    guard let life else { return }
    let token = AccessToken(
      secret: Secret("nmv_usr_stored"), source: .anonymous, userID: "anon_7f3c",
      expires: Date().addingTimeInterval(life))
    try TokenStore(folder: state).store(token, for: try ServiceAddress(url), clientID: Self.clientID)
  }

  /// A session that is not connected yet.
  func session() throws -> ChatSession {
    var ask: (@Sendable (Question) async -> Bool?)?
    let recorder = recorder
    if let answers = setup.answers {
      let box = AnswerBox(answers)
      ask = { await box.answer($0, recorder: recorder) }
    }
    var timings = Timings()
    if let recovery = setup.recovery { timings.recovery = recovery.map { .seconds($0) } }
    let settings = SessionSettings(
      studio: setup.studio == "cloud" ? .cloud : .local, language: setup.locale == "none" ? nil : "en",
      isAutomatic: setup.auto ?? false,
      outputFolder: folder + "/out", home: folder + "/out",
      ask: ask, timings: timings, clock: clock)
    let service = try service()
    return ChatSession(
      service: service, settings: settings, state: state, serviceName: url,
      fileExists: { FileManager.default.fileExists(atPath: $0) }, emit: { await recorder.take($0) })
  }

  private func service() throws -> NemoService {
    let address = try ServiceAddress(url)
    let fixed: AccessToken? =
      switch setup.token {
      case "environment": AccessToken(secret: Secret("nmv_own_token"), source: .environment)
      case "studio": AccessToken(secret: Secret("studio_token"), source: .studio)
      default: nil
      }
    let document = try SkillDocument(
      path: "/usr/share/t2v/SKILL.md", text: "---\nname: text-to-video-kaiber\nversion: 9.9.9\n---\n")
    let recorder = recorder
    let identity = ClientIdentity(folder: PrivateFolder(folder + "/vendor"))
    let store = TokenStore(folder: state)
    return NemoService(
      http: http, address: address, webURL: "https://web.example",
      attribution: Attribution(document: document),
      clock: clock,
      onNotice: { (notice: ServiceNotice) async -> Void in await recorder.take(SessionEvent(notice)) },
      credentials: { request in
        Credentials(address: address, fixed: fixed, identity: identity, store: store, request: request)
      })
  }
}

/// The answers of a user who is asked.
private final class AnswerBox: Sendable {
  private let answers: Mutex<[Bool]>

  init(_ answers: [Bool]) { self.answers = Mutex(answers) }

  func answer(_ question: Question, recorder: EventRecorder) async -> Bool? {
    await recorder.take(.notice("asked: \(question.text)"))
    return answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}
