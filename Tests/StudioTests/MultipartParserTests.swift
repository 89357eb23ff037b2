import Foundation
import Studio
import Testing

@Suite("Forms of files")
struct MultipartParserTests {
  private let form = Data(
    ("preamble\r\n--bound\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n"
      + "Content-Type: text/plain\r\n\r\none\r\n--boun\r\n-\r\n\r\n--bound  \r\n"
      + "Content-Disposition: form-data; name=\"note\"\r\n\r\n\r\n--bound\r\n\r\nbare\r\n--bound--\r\nepilogue")
      .utf8)

  /// The parts that a form gives when it comes in these pieces.
  private func parts(of pieces: [Data], boundary: String = "bound") throws -> [(
    header: PartHeader, content: String
  )] {
    var parser = MultipartParser(boundary: boundary)
    var parts: [(header: PartHeader, content: [UInt8])] = []
    var ended = 0
    for piece in pieces {
      for event in try parser.feed(piece) {
        switch event {
        case .part(let header): parts.append((header, []))
        case .content(let bytes): parts[parts.count - 1].content += bytes
        case .partEnd: ended += 1
        case .end: #expect(ended == parts.count)
        }
      }
    }
    #expect(parser.isComplete)
    return parts.map { ($0.header, String(decoding: $0.content, as: UTF8.self)) }
  }

  private func check(_ pieces: [Data]) throws {
    let parts = try parts(of: pieces)
    #expect(parts.map(\.content) == ["one\r\n--boun\r\n-\r\n", "", "bare"])
    #expect(parts.map(\.header.name) == ["files", "note", nil])
    #expect(parts.map(\.header.fileName) == ["a.txt", nil, nil])
  }

  @Test("a form cut into two at any place gives the same parts")
  func everySplit() throws {
    for place in 0...form.count { try check([form.prefix(place), form.dropFirst(place)]) }
  }

  @Test("a form that comes byte by byte gives the same parts")
  func byteByByte() throws { try check(form.map { Data([$0]) }) }

  @Test("content that looks like the delimiter again and again is content")
  func nearDelimiters() throws {
    let tricky = String(repeating: "\r\n--b", count: 50) + "\r\r\n-\n"
    let body = Data("--bb\r\n\r\n\(tricky)\r\n--bb--".utf8)
    for size in [1, 2, 3, 7, 64, 4096] {
      let pieces = stride(from: 0, to: body.count, by: size).map { body.dropFirst($0).prefix(size) }
      #expect(try parts(of: pieces.map { Data($0) }, boundary: "bb").map(\.content) == [tricky])
    }
  }

  @Test("a header without end, and rubbish behind a delimiter, are refused")
  func broken() {
    var endless = MultipartParser(boundary: "b")
    #expect(throws: MultipartParser.Failure.badHeader) {
      _ = try endless.feed(Data("--b\r\nX: ".utf8) + Data(repeating: 0x61, count: 20_000))
    }
    var rubbish = MultipartParser(boundary: "b")
    #expect(throws: MultipartParser.Failure.badDelimiter) { _ = try rubbish.feed(Data("--bzz\r\n".utf8)) }
  }

  @Test(
    "file names come as plain names",
    arguments: [
      ("filename=\"../../etc/passwd\"", "passwd"), ("filename=\"C:\\\\a\\\\b.mp4\"", "b.mp4"),
      ("filename=\"say \\\"hi\\\".png\"", "say \"hi\".png"), ("filename=plain.gif", "plain.gif"),
      ("filename=\"x.png\"; filename*=UTF-8''na%C3%AFve.png", "naïve.png"),
      ("filename=\"a;b.mp4\"", "a;b.mp4"),
      ("filename=\"\u{202E}gpm.exe\"", "gpm.exe"), ("filename=\"..//\"", "file"), ("filename=\"/\"", "file"),
      ("filename=\" . \"", "file"), ("filename=\"  \"", "file"), ("filename=\" a.mp4 \"", "a.mp4"),
    ])
  func fileNames(field: String, name: String) {
    #expect(PartHeader(lines: ["Content-Disposition: form-data; name=\"files\"; \(field)"]).fileName == name)
  }

  @Test(
    "the boundary is read from the content type",
    arguments: [
      ("multipart/form-data; boundary=abc", "abc"),
      ("Multipart/Form-Data; charset=x; Boundary=\"a b\"", "a b"),
      ("multipart/mixed; boundary=abc", nil), ("multipart/form-data", nil),
      ("multipart/form-data; boundary=", nil),
    ] as [(String, String?)])
  func boundaries(type: String, boundary: String?) {
    #expect(MultipartParser.boundary(ofContentType: type) == boundary)
  }
}
