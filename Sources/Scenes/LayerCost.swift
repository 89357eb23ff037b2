#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What one part of a frame costs to draw.
package struct LayerCost: Sendable {
  /// What is drawn, such as `OceanLayer` or `SoftGroup (SkyLayer, AuroraLayer)`.
  package let name: String
  /// Processor time of one thread, in milliseconds.
  package let milliseconds: Double

  init(_ name: String, milliseconds: Double) {
    self.name = name
    self.milliseconds = milliseconds
  }

  /// Runs some work and takes its processor time.
  init(_ name: String, _ work: () -> Void) {
    let start = Self.processorTime
    work()
    self.name = name
    milliseconds = Self.processorTime - start
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
