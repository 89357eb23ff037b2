import FlyingFox
import FlyingSocks
import Foundation

/// Answers with a file: whole, a range of it, or its headers alone (RFC 9110, 8.8, 13 and 14).
struct FileDownload {
  /// The file.
  var file: URL
  /// Its type.
  var mimeType: String
  /// Changes when the content does; without its quotes.
  var tag: String
  /// The name under which a browser saves it.
  var name: String

  /// The answer to a request.
  /// - Throws: ``APIError`` 404 if the file is not there, 416 if the range is past its end.
  func response(to request: HTTPRequest, activity: Activity) throws -> HTTPResponse {
    guard let handle = try? FileHandle(forReadingFrom: file), let size = try? handle.seekToEnd() else {
      throw APIError.unknownFile
    }
    let count = Int(size)
    let quoted = "\"\(tag)\""
    var headers: HTTPHeaders = [
      .contentType: mimeType, .eTag: quoted, .acceptRanges: "bytes", .cacheControl: "private, no-cache",
      HTTPHeader("X-Content-Type-Options"): "nosniff", .contentDisposition: "inline; filename=\"\(name)\"",
    ]
    if let known = request.headers[.ifNoneMatch], Self.matches(known, quoted) {
      return HTTPResponse(statusCode: .of(304), headers: headers)
    }
    // A range under a condition holds only for the very same content.
    let condition = request.headers[HTTPHeader("If-Range")]
    let isSame = condition.map { $0.trimmingCharacters(in: .whitespaces) == quoted } ?? true
    let asked = ByteRange(isSame ? request.headers[.range] : nil, size: count)

    let range: Range<Int>
    var status = 200
    switch asked {
    case .whole: range = 0..<count
    case .part(let part):
      range = part
      status = 206
      headers[HTTPHeader("Content-Range")] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(count)"
    case .unsatisfiable:
      throw APIError(
        416, "The range is past the end of the file.", headers: ["Content-Range": "bytes */\(count)"])
    }
    headers[.contentLength] = String(range.count)
    if request.method == .HEAD || range.isEmpty {
      return HTTPResponse(statusCode: .of(status), headers: headers)
    }
    let bytes = FileBytes(file: handle, range: range, activity: activity.begin())
    return HTTPResponse(
      statusCode: .of(status), headers: headers,
      body: HTTPBodySequence(from: bytes, count: range.count, suggestedBufferSize: 256 * 1024))
  }

  private static func matches(_ header: String, _ tag: String) -> Bool {
    header.split(separator: ",").contains { candidate in
      let text = candidate.trimmingCharacters(in: .whitespaces)
      return text == "*" || text == tag || text == "W/" + tag
    }
  }
}
