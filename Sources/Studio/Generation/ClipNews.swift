/// What is told while clips are made.
enum ClipNews: Sendable {
  /// A clip has its place and is asked for; clips are counted from 1.
  case began(Int)
  /// A clip is there.
  case ended(Int)
  /// A clip is not there.
  case failed(Int)
}
