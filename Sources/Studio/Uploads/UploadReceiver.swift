import Directing
import FlyingFox
import Foundation
import MediaFormats
import Rendering

/// Takes the files of a form from the wire to the disk, and looks at them. All are taken, or none.
struct UploadReceiver: Sendable {
  /// 200 MiB a file (WIRE.md).
  static let fileLimit = 200 * 1_048_576
  /// So many files of a form.
  static let countLimit = 50

  let folder: DataFolder
  let rendering: any FilmRendering

  /// A file on its way.
  private struct Arrival {
    var name: String
    var place: URL
    var handle: FileHandle
    var hash = SHA256()
    var count = 0
    var head: [UInt8] = []
  }

  private static let tooLarge = APIError(
    413, code: 4002, "The file is larger than 200 MB. Compress or trim it and upload it again.")
  private static let wrongType = APIError(
    415, code: 4001,
    "The file is none of the formats that can be used: "
      + MediaFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".")

  /// Reads a form to its end.
  /// - Throws: ``APIError`` 4002 if a file is too large, 4001 if one is of no known format, 400 if the form is broken.
  ///   Nothing is left on the disk then.
  func receive(_ call: Call, boundary: String) async throws -> [ReceivedFile] {
    var places: [URL] = []
    do {
      let arrivals = try await write(call, boundary: boundary, places: &places)
      guard !arrivals.isEmpty else { throw APIError.badRequest("The form holds no file.") }
      var files: [ReceivedFile] = []
      for arrival in arrivals { files.append(try await look(at: arrival)) }
      return files
    } catch {
      for place in places { try? FileManager.default.removeItem(at: place) }
      throw error
    }
  }

  /// Fetches files from the web. All are taken, or none.
  /// - Throws: ``APIError`` 400 for an address that is none, 403 for one of this machine or a private network, 4002 and
  ///   4001 as for a form, 502 if the other side does not give the file.
  func fetch(_ addresses: [String], allowsPrivate: Bool) async throws -> [ReceivedFile] {
    guard !addresses.isEmpty else { throw APIError.badRequest("There is no address in the list.") }
    guard addresses.count <= Self.countLimit else {
      throw APIError(413, code: 4002, "More than \(Self.countLimit) files were asked for at once.")
    }
    let fetcher = URLFetcher(
      limit: Self.fileLimit, allowsAddress: { allowsPrivate || !PrivateAddress.isPrivate($0) })
    var places: [URL] = []
    do {
      var files: [ReceivedFile] = []
      for address in addresses {
        let place = folder.newUnfinishedFile()
        places.append(place)
        let fetched = try await fetcher.fetch(address, to: place)
        files.append(try await look(at: (fetched.name, place, fetched.hash, fetched.head)))
      }
      return files
    } catch {
      for place in places { try? FileManager.default.removeItem(at: place) }
      guard let failure = error as? URLFetcher.Failure else { throw error }
      switch failure {
      case .tooLarge: throw Self.tooLarge
      case .badAddress(let address):
        throw APIError.badRequest("“\(address.prefix(200))” is no http or https address.")
      case .privateAddress:
        throw APIError(403, "The studio does not fetch from this machine or a private network.")
      case .failed(let reason):
        throw APIError(502, "The file could not be fetched: \(reason). Download it and upload it from disk.")
      }
    }
  }

  /// Moves received files to where drafts find them, each under its hash. One that is there already stays.
  func keep(_ files: [ReceivedFile], in media: URL) throws {
    try DataFolder.makePrivateFolder(media)
    for file in files {
      let place = media.appendingPathComponent(file.hash)
      guard rename(file.place.path, place.path) == 0 else { throw SystemFailure("keep \(file.name)") }
    }
  }

  private func write(
    _ call: Call, boundary: String, places: inout [URL]
  ) async throws -> [(name: String, place: URL, hash: String, head: [UInt8])] {
    var parser = MultipartParser(boundary: boundary)
    var arrived: [(name: String, place: URL, hash: String, head: [UInt8])] = []
    var arrival: Arrival?
    var failure: APIError?
    // After a failure the rest is read and dropped.
    while let piece = try await call.nextPiece() {
      guard failure == nil || !parser.isComplete else { continue }
      let events: [MultipartParser.Event]
      do {
        events = try parser.feed(piece)
      } catch {
        throw APIError.badRequest("The form is broken: a part of it cannot be read.")
      }
      for event in events {
        switch event {
        case .part(let header):
          guard failure == nil, let name = header.fileName else { continue }
          guard arrived.count < Self.countLimit else {
            failure = APIError(413, code: 4002, "More than \(Self.countLimit) files were sent at once.")
            continue
          }
          let place = folder.newUnfinishedFile()
          arrival = Arrival(name: name, place: place, handle: try PrivateFile.create(place))
          places.append(place)
        case .content(let bytes):
          guard failure == nil, arrival != nil else { continue }
          arrival?.count += bytes.count
          if arrival?.count ?? 0 > Self.fileLimit {
            failure = Self.tooLarge
            arrival = nil
            continue
          }
          arrival?.hash.update(bytes)
          if let head = arrival?.head, head.count < MediaSignature.length {
            arrival?.head += bytes.prefix(MediaSignature.length - head.count)
          }
          try arrival?.handle.write(contentsOf: bytes)
        case .partEnd:
          guard let done = arrival else { continue }
          try done.handle.close()
          let hash = SHA256.hexadecimal(digest: done.hash.finalize())
          arrived.append((done.name, done.place, hash, done.head))
          arrival = nil
        case .end:
          break
        }
      }
    }
    if let failure { throw failure }
    guard parser.isComplete else { throw APIError.badRequest("The form ended before its last delimiter.") }
    return arrived
  }

  private func look(
    at arrival: (name: String, place: URL, hash: String, head: [UInt8])
  ) async throws -> ReceivedFile {
    guard let format = MediaSignature.format(of: arrival.head) else { throw Self.wrongType }
    do {
      let facts = try await rendering.facts(of: arrival.place)
      return ReceivedFile(
        name: arrival.name, place: arrival.place, hash: arrival.hash, format: format, facts: facts)
    } catch RenderError.toolMissing(let name) {
      throw APIError(503, RenderError.toolMissing(name: name).description)
    } catch is RenderError {
      throw APIError(
        415, code: 4001,
        "\(arrival.name) begins like a file of the format \(format.rawValue), but can’t be read as one: it is broken or "
          + "cut, or its pictures are larger than 200 megapixels. Save it anew, or make it smaller.")
    }
  }
}
