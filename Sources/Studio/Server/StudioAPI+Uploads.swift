import Directing
import FlyingFox
import Foundation
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
    guard let boundary = MultipartParser.boundary(ofContentType: type) else {
      try await refuseAddresses(in: call)
      throw APIError.badRequest("An upload is multipart/form-data with one part named files for each file.")
    }
    let receiver = UploadReceiver(folder: store.folder, rendering: rendering)
    let files = try await receiver.receive(call, boundary: boundary)
    let store = store
    let moment = configuration.now()
    let records = files.map { file in
      MediaRecord(
        id: UUID().uuidString.lowercased(), user: user.id, session: session.id, origin: .upload,
        name: file.name,
        kind: file.facts.kind.rawValue, mimeType: file.format.mimeType, hash: file.hash,
        durationMS: file.facts.durationMS, width: file.facts.width, height: file.facts.height,
        framesPerSecond: file.facts.framesPerSecond, created: moment)
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

  /// The second form of the call names addresses to fetch. The studio fetches nothing from other machines, and least
  /// of all from this one on someone's behalf; it says so.
  private func refuseAddresses(in call: Call) async throws {
    struct Question: Decodable { var urls: [String] }
    guard call.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else { return }
    let question = try await JSONBody.read(Question.self, of: call)
    for address in question.urls where PrivateAddress.isPrivate(URL(string: address)?.host) {
      throw APIError(403, "The studio does not fetch from this machine or a private network.")
    }
    throw APIError(
      501,
      "The built-in studio does not fetch files from the network. Download the file and upload it from disk.")
  }
}
