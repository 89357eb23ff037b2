/// How a segment follows the one before it on its track.
///
/// The segment before plays on under the transition (or holds its last picture), so no transition changes when
/// anything on the timeline happens.
public struct TransitionPlan: Codable, Sendable, Equatable {
  /// The kinds of transitions.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case cut
    case crossfade
    case wipeLeft, wipeRight, wipeUp, wipeDown
    case slideLeft, slideRight
    case circle
    case dipToBlack, dipToWhite
  }

  /// What it looks like.
  public var kind: Kind
  /// How long it is, in milliseconds, from the start of the segment; at most half of the shorter of the two.
  public var durationMS: Int

  /// Makes a transition.
  public init(kind: Kind, durationMS: Int = 1000) {
    self.kind = kind
    self.durationMS = durationMS
  }

  enum CodingKeys: String, CodingKey {
    case kind
    case durationMS = "d"
  }
}
