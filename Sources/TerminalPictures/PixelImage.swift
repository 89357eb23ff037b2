/// A picture as rows of pixels, four bytes each: red, green, blue, opacity.
package struct PixelImage: Sendable, Equatable {
  package let width: Int
  package let height: Int
  package let bytes: [UInt8]

  /// Makes a picture; nil if the bytes are too few.
  package init?(width: Int, height: Int, bytes: [UInt8]) {
    guard width > 0, height > 0, width <= 10_000, height <= 10_000, bytes.count >= width * height * 4 else {
      return nil
    }
    (self.width, self.height, self.bytes) = (width, height, bytes)
  }

  /// Reads a PAM file with opacity, as FFmpeg writes it.
  package init?(pam: [UInt8]) {
    let end = Array("ENDHDR\n".utf8)
    guard pam.starts(with: Array("P7\n".utf8)),
      let start = pam.prefix(256).indices.first(where: { pam[$0...].starts(with: end) })
    else { return nil }
    var fields: [String: String] = [:]
    for line in String(decoding: pam[..<start], as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2 { fields[String(words[0])] = String(words[1]) }
    }
    guard fields["DEPTH"] == "4", fields["MAXVAL"] == "255", let width = fields["WIDTH"].flatMap({ Int($0) }),
      let height = fields["HEIGHT"].flatMap({ Int($0) })
    else { return nil }
    self.init(width: width, height: height, bytes: Array(pam[(start + end.count)...]))
  }

  /// A pixel's colour; nil for one that is more transparent than not, or outside.
  func colour(_ x: Int, _ y: Int) -> (red: UInt8, green: UInt8, blue: UInt8)? {
    guard x < width, y < height else { return nil }
    let place = (y * width + x) * 4
    return bytes[place + 3] < 128 ? nil : (bytes[place], bytes[place + 1], bytes[place + 2])
  }
}
