/// The one place where milliseconds become frames and frames become samples, so that parts of a film meet exactly.
package struct FrameClock: Sendable, Equatable {
  /// Frames a second.
  package let framesPerSecond: Int

  /// A clock of a rate.
  package init(framesPerSecond: Int) { self.framesPerSecond = framesPerSecond }

  /// The frame that starts nearest to a moment.
  package func frame(atMS milliseconds: Int) -> Int { (milliseconds * framesPerSecond + 500) / 1000 }

  /// The first sample (at 48 kHz) that is heard with a frame.
  package func sample(atFrame frame: Int) -> Int { frame * 48_000 / framesPerSecond }
}
