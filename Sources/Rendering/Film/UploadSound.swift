import Directing

/// What is heard of an upload during a segment: a stretch of it once, or again and again.
struct UploadSound: Sendable {
  /// How the sound goes on where it ends.
  enum Ending: Sendable, Equatable {
    /// Silence.
    case silence
    /// It begins again when there is no more of it.
    case again
    /// It begins again after so many stereo samples.
    case every(Int)
  }

  private enum Source {
    /// Decoded again for each round.
    case decoder(@Sendable () -> SampleStream, SampleStream?)
    case kept(KeptSound)
  }

  private var source: Source
  private let ending: Ending
  /// Stereo samples since the round began.
  private var position = 0

  /// A stretch whose decoder `open` starts.
  init(_ open: @escaping @Sendable () -> SampleStream, ending: Ending) {
    source = .decoder(open, nil)
    self.ending = ending
  }

  /// A stretch that others hear too, or that begins again.
  init(_ kept: KeptSound, ending: Ending) {
    source = .kept(kept)
    self.ending = ending
  }

  /// Starts the decoder, so that sound is there when it is wanted.
  mutating func prepare() async {
    switch source {
    case .decoder(let open, nil): source = .decoder(open, open())
    case .decoder: break
    case .kept(let kept): await kept.prepare()
    }
  }

  /// The next `count` stereo samples, interleaved.
  mutating func read(_ count: Int) async throws(RenderError) -> [Float] {
    var samples: [Float] = []
    samples.reserveCapacity(count * 2)
    while samples.count < count * 2 {
      var wanted = count - samples.count / 2
      if case .every(let period) = ending { wanted = min(wanted, period - position) }
      var came = try await next(wanted)
      let isOver = came.count < wanted * 2
      if isOver, ending != .again || position + came.count == 0 {
        came += [Float](repeating: 0, count: wanted * 2 - came.count)
      }
      samples += came
      position += came.count / 2
      if isOver && ending == .again || ending == .every(position) { beginAgain() }
    }
    return samples
  }

  private mutating func next(_ count: Int) async throws(RenderError) -> [Float] {
    await prepare()
    switch source {
    case .decoder(_, let stream): return try await stream?.read(count) ?? []
    case .kept(let kept): return try await kept.read(count, at: position)
    }
  }

  private mutating func beginAgain() {
    position = 0
    if case .decoder(let open, _) = source { source = .decoder(open, nil) }
  }
}
