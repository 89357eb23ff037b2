import CurlHTTP
import MediaFormats
import RawJSON

extension NemoService {
  /// Sends a file of this machine, streamed from disk.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: The name that the service is told.
  ///   - session: The session's id.
  ///   - progress: The fraction sent, 0 to 1; called from another thread.
  /// - Returns: The files that the service took; nil if it only says that all went well.
  /// - Throws: ``ServiceError`` (4001 and 4002 among them), `HTTPError`.
  public func upload(
    file path: String, name: String, to session: String,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws -> [UploadedFile]? {
    let part = MultipartPart(
      name: "files", content: .file(path: path), fileName: name,
      contentType: MediaFormat(fileName: name)?.mediaType)
    var request = request(.post, uploadPath(session), body: .multipart([part]))
    request.onUploadProgress = { sent in
      guard let total = sent.total, total > 0 else { return }
      progress(min(1, Double(sent.sent) / Double(total)))
    }
    return Self.files(in: try await answer(request, isRead: false))
  }

  /// Lets the service fetch media from the web by itself.
  ///
  /// - Returns: As ``upload(file:name:to:progress:)``.
  /// - Throws: ``ServiceError``, `HTTPError`.
  public func upload(urls: [String], to session: String) async throws -> [UploadedFile]? {
    var body = JSONWriter()
    body.add("urls", urls)
    body.add("source_type", "url")
    return Self.files(in: try await answer(request(.post, uploadPath(session), json: body), isRead: false))
  }

  private func uploadPath(_ session: String) -> String {
    "/api/upload-video/nemo_agent/me/\(session.asPathComponent)"
  }

  private static func files(in answer: JSONValue) -> [UploadedFile]? {
    ((answer["data"] ?? answer)["files"] ?? answer["files"])?.elements.map(UploadedFile.init)
  }
}
