import Studio

/// Forms, and the headers around them.
enum FormFuzzing {
  /// However a form is cut, the same parts are in it. The first line of the input is its Content-Type, or a range.
  static func read(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: 10) ?? bytes.count
    let header = String(decoding: bytes[..<end], as: UTF8.self)
    _ = ByteRange(header, size: bytes.count)
    _ = PartHeader(lines: [header])
    let boundary = MultipartParser.boundary(ofContentType: header) ?? "x"
    let body = bytes.dropFirst(end + 1)
    let whole = parts(of: [body], boundary)
    let size = 1 + Int(bytes.first ?? 0) % 5
    let starts = stride(from: body.startIndex, to: body.endIndex, by: size)
    let pieces = parts(of: starts.map { body[$0..<min($0 + size, body.endIndex)] }, boundary)
    precondition(whole == pieces, "a form in pieces of \(size) is read in another way")
  }

  /// The contents of the parts; nil for a broken form.
  private static func parts(of pieces: [ArraySlice<UInt8>], _ boundary: String) -> [[UInt8]]? {
    var parser = MultipartParser(boundary: boundary)
    var parts: [[UInt8]] = []
    do {
      for piece in pieces {
        for event in try parser.feed(piece) {
          switch event {
          case .part: parts.append([])
          case .content(let bytes): parts[parts.count - 1] += bytes
          case .partEnd, .end: break
          }
        }
      }
    } catch {
      return nil
    }
    return parts
  }
}
