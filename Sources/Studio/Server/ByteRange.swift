/// The `Range` header of a download (RFC 9110, 14.2), for one range of bytes.
package enum ByteRange: Equatable {
  /// No range, one that is not understood, or several: the whole file is sent.
  case whole
  /// These bytes.
  case part(Range<Int>)
  /// Nothing of the file is in the range: 416.
  case unsatisfiable

  /// Reads a header for a file of `size` bytes.
  package init(_ header: String?, size: Int) {
    guard let header else {
      self = .whole
      return
    }
    let halves = header.split(separator: "=", maxSplits: 1)
    guard halves.count == 2, halves[0].lowercased() == "bytes", !halves[1].contains(",") else {
      self = .whole
      return
    }
    let spec = halves[1].filter { $0 != " " && $0 != "\t" }
    let ends = spec.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    // Positions are digits alone; one that is too large for a number lies past the end of any file.
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      self = .whole
      return
    }
    let values = ends.map { $0.isEmpty ? nil : Int($0) ?? Int.max }
    switch (values[0], values[1]) {
    case (nil, nil): self = .whole
    case (nil, let count?):
      self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
    case (let first?, let last):
      if let last, last < first {
        self = .whole
      } else if first >= size {
        self = .unsatisfiable
      } else {
        self = .part(first..<min(size - 1, last ?? size - 1) + 1)
      }
    }
  }
}
