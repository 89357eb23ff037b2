import ArgumentParser
import Directing
import Foundation
import MediaFormats
import Rendering

extension MediaFormat: ExpressibleByArgument {
  /// Reads a format's name, in any case.
  public init?(argument: String) { self.init(word: argument) }
}

/// `1080`, `1080p`, `4k` or `1080x1920`: the shorter side.
struct Resolution: ExpressibleByArgument {
  var shorterSide: Int

  init?(argument: String) {
    // The wire's own reader knows the forms.
    guard let json = try? JSONEncoder().encode(["resolution": argument]),
      let side = try? JSONDecoder().decode(RenderOutput.self, from: json).resolution
    else { return nil }
    shorterSide = side
  }
}

/// `A:B` in seconds; either may be left out.
struct TimeRange: ExpressibleByArgument {
  var milliseconds: Range<Int>

  init?(argument: String) {
    let ends = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    func read(_ text: Substring, or fallback: Double) -> Double? { text.isEmpty ? fallback : Double(text) }
    guard let start = read(ends[0], or: 0), let end = read(ends[1], or: 86_400), start >= 0, start < end,
      end <= 86_400
    else { return nil }
    milliseconds = Int((start * 1000).rounded())..<Int((end * 1000).rounded())
  }
}

/// `WxH`, even numbers from 16 to 4096.
struct PixelSize: ExpressibleByArgument {
  var canvas: Canvas

  init?(argument: String) {
    let sides = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      [width, height].allSatisfy({ (16...4096).contains($0) && $0.isMultiple(of: 2) })
    else { return nil }
    canvas = Canvas(width: width, height: height)
  }
}

/// `ADDRESS:PORT`, with IPv6 in brackets.
struct ListenAddress: ExpressibleByArgument {
  var address: String
  var port: UInt16

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"),
      let port = UInt16(argument[argument.index(after: colon)...]),
      port > 0
    else { return nil }
    var address = String(argument[..<colon])
    if address.hasPrefix("["), address.hasSuffix("]") { address = String(address.dropFirst().dropLast()) }
    var four = in_addr()
    var six = in6_addr()
    guard inet_pton(AF_INET, address, &four) == 1 || inet_pton(AF_INET6, address, &six) == 1 else {
      return nil
    }
    self.address = address
    self.port = port
  }
}
