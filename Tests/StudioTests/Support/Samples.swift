import Foundation

/// Beginnings of media files.
enum Samples {
  static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  static let mp4 = Data([0, 0, 0, 24]) + Data("ftypisom".utf8) + Data(count: 64)
  static let mp3 = Data("ID3".utf8) + Data(count: 64)
}
