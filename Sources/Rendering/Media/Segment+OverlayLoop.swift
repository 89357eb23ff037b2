import Directing

extension Film.Segment {
  /// How often a clip above the film begins again at most; each time the file is opened for it.
  static let mostOverlayLoops = 24

  /// After how many milliseconds a clip above the film begins again; nil if it does not. Where that would be too often, it
  /// holds its last picture for a while each time.
  func overlayLoopMS(_ facts: MediaFacts?) -> Int? {
    guard overlay?.ending == .loop, facts?.kind == .video, let length = facts?.durationMS else { return nil }
    let plan = clip ?? ClipPlan()
    let own = max(200, Int((Double(max(0, length - plan.start)) / plan.rate).rounded()))
    guard own < durationMS else { return nil }
    return max(own, (durationMS + Self.mostOverlayLoops - 1) / Self.mostOverlayLoops)
  }
}
