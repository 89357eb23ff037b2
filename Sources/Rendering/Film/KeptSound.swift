/// The sound of a stretch that is heard more than once: decoded once, as far as somebody has heard it, and kept.
///
/// One mix reads it, one part after another.
actor KeptSound {
  private let open: @Sendable () -> SampleStream
  private var stream: SampleStream?
  private var samples: [Float] = []
  private var isWhole = false

  init(_ open: @escaping @Sendable () -> SampleStream) { self.open = open }

  /// Starts the decoder, so that sound is there when it is wanted.
  func prepare() {
    if stream == nil, !isWhole { stream = open() }
  }

  /// `count` stereo samples from a position in the stretch, interleaved; fewer where it ends.
  func read(_ count: Int, at position: Int) async throws(RenderError) -> [Float] {
    prepare()
    let missing = position + count - samples.count / 2
    if missing > 0, let stream {
      let came = try await stream.read(missing)
      samples += came
      if came.count < missing * 2 { (isWhole, self.stream) = (true, nil) }
    }
    let start = min(position * 2, samples.count)
    return Array(samples[start..<min(samples.count, start + count * 2)])
  }
}
