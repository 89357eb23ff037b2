/// Sound on its way from a decoder to the mix: 48 kHz stereo floats, at most two seconds of which wait.
///
/// One task puts and one takes.
actor SampleQueue {
  /// Bytes of a stereo sample.
  static let sampleSize = 8
  /// From how many bytes on the decoder has to wait.
  private static let room = 2 * 48_000 * sampleSize

  private var bytes: [UInt8] = []
  private var taken = 0
  private var end: Result<Void, RenderError>?
  private var giver: CheckedContinuation<Void, Never>?
  private var taker: CheckedContinuation<Void, Never>?

  /// Puts what came from the decoder behind the rest, and waits while there is much. A cancelled task does not wait.
  func put(_ more: [UInt8]) async {
    bytes += more
    wakeTaker()
    while bytes.count - taken > Self.room, !Task.isCancelled {
      await withTaskCancellationHandler {
        await withCheckedContinuation { giver = $0 }
      } onCancel: {
        Task { await self.wakeGiver() }
      }
    }
  }

  /// No more will come, because of an error or because that was all.
  func finish(_ outcome: Result<Void, RenderError>) {
    end = outcome
    wakeTaker()
  }

  /// The next `count` stereo samples, interleaved; fewer where the sound ends.
  ///
  /// - Throws: what the decoder failed with, once all that it gave is taken.
  func take(_ count: Int) async throws(RenderError) -> [Float] {
    var samples: [Float] = []
    samples.reserveCapacity(count * 2)
    while true {
      let there = min(count - samples.count / 2, (bytes.count - taken) / Self.sampleSize)
      samples += floats(there)
      if samples.count == count * 2 { return samples }
      if let end {
        try end.get()
        return samples
      }
      await withCheckedContinuation { taker = $0 }
    }
  }

  private func floats(_ count: Int) -> [Float] {
    let length = count * Self.sampleSize
    let samples = bytes.withUnsafeBytes { all in
      [Float](unsafeUninitializedCapacity: count * 2) { target, filled in
        UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[taken..<(taken + length)]))
        filled = count * 2
      }
    }
    taken += length
    // What is taken goes when it is most of what there is.
    if taken > bytes.count / 2 {
      bytes.removeFirst(taken)
      taken = 0
    }
    if bytes.count - taken <= Self.room { wakeGiver() }
    return samples
  }

  private func wakeGiver() {
    giver?.resume()
    giver = nil
  }

  private func wakeTaker() {
    taker?.resume()
    taker = nil
  }
}
