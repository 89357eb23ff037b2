/// A file or an address named in an utterance.
struct Reference: Equatable {
  enum Kind: Equatable {
    /// An absolute, `~`, `./`, `../` or `file://` path with a media extension.
    case mediaPath
    /// Such a path without one: a folder, or a file of another type.
    case otherPath
    /// A relative name with a media extension, such as `clip.mov`.
    case bareName
    /// An http(s) URL of a media file.
    case mediaURL
    /// Any other http(s) URL.
    case webPage
  }

  var kind: Kind
  /// The path or URL as a program wants it: quotes, escapes and `~` resolved.
  var value: String
  /// Where it stands among the characters of the utterance, quotes included.
  var range: Range<Int>
}
