import Directing
import Foundation
import MediaFormats
import Rendering

/// A file that has arrived whole and was looked at.
struct ReceivedFile: Sendable {
  /// The name that the user gave it.
  var name: String
  /// Where it is for now.
  var place: URL
  /// The SHA-256 of its content.
  var hash: String
  /// Its format, by its content.
  var format: MediaFormat
  /// What it holds.
  var facts: MediaFacts
}
