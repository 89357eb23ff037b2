import Directing
import FlyingFox
import Foundation
import MediaFormats
import Rendering

extension StudioAPI {
  /// `POST /api/upload-video/nemo_agent/me/<sid>`.
  func upload(_ call: Call, session id: String, user: UserRecord) async throws -> HTTPResponse {
    struct Answer: Encodable {
      var files: [MediaAnswer]
      var applied: Bool

      enum CodingKeys: String, CodingKey {
        case files
        case applied = "session_state_applied"
      }
    }
    let session = try await session(id, user: user)
    let type = call.headers[.contentType] ?? ""
    let receiver = UploadReceiver(folder: store.folder, rendering: rendering)
    let files: [ReceivedFile]
    if let boundary = MultipartParser.boundary(ofContentType: type) {
      files = try await receiver.receive(call, boundary: boundary)
    } else if type.lowercased().hasPrefix("application/json") {
      struct Question: Decodable { var urls: [String] }
      let question = try await JSONBody.read(Question.self, of: call)
      files = try await receiver.fetch(question.urls, allowsPrivate: configuration.allowsPrivateAddresses)
    } else {
      throw APIError.badRequest("An upload is multipart/form-data with one part named files for each file.")
    }
    let store = store
    let moment = configuration.now()
    let records = files.map { file in
      MediaRecord(
        id: UUID().uuidString.lowercased(), user: user.id, session: session.id, origin: .upload,
        name: file.name,
        kind: file.facts.kind.rawValue, mimeType: file.format.mediaType, hash: file.hash,
        durationMS: file.facts.durationMS, width: file.facts.width, height: file.facts.height,
        framesPerSecond: file.facts.framesPerSecond,
        hasSound: file.facts.kind == .audio ? true : file.facts.hasSound, created: moment)
    }
    try receiver.keep(files, in: store.folder.media(of: user.id))
    let applied = try await order.run(on: session.id) {
      for record in records { try await store.addMedia(record) }
      let version = try await store.currentVersion(of: session.id)
      let film = try version.map { try JSONDecoder().decode(Film.self, from: $0.draft) } ?? Film()
      guard let placed = film.placing(records) else { return false }
      try await store.setDraft(FilmCoding.encode(placed), prompt: nil, of: session.id)
      return true
    }
    let origin = origin(of: call)
    return .json(Envelope(Answer(files: records.map { MediaAnswer($0, origin: origin) }, applied: applied)))
  }

  /// `GET /api/media/<id>`.
  func media(_ id: String, _ call: Call) async throws -> HTTPResponse {
    let reader = try await reader(of: call)
    guard let media = try await store.media(id, user: reader.user), reader.mayRead(session: media.session)
    else {
      throw APIError.unknownFile
    }
    let download = FileDownload(
      file: store.folder.media(of: media.user).appendingPathComponent(media.hash), mimeType: media.mimeType,
      tag: media.hash, name: "\(media.id).\(media.mimeType.split(separator: "/").last ?? "bin")")
    return try download.response(to: call.request, activity: activity)
  }
}
