import Directing

/// The studio's own drawing: a clip is its shot, drawn when the film is.
public struct ProceduralGenerator: ClipGenerator {
  /// Makes the generator.
  public init() {}

  /// `procedural animation`.
  public var engine: EngineName { .procedural }

  /// None.
  public var limits: EngineLimits { .none }

  /// Nothing keeps it.
  public func check() async -> GenerationError? { nil }

  /// There is nothing elsewhere.
  public func recognise(_ remoteIDs: Set<String>) {}

  /// Gives the shot.
  public func make(
    _ job: ClipJob, into file: String, save: @escaping @Sendable (ClipJob) async throws -> Void
  ) async throws -> GeneratedClip { .drawn(job.order.shot) }

  /// There is nothing elsewhere.
  public func abandon(_ job: ClipJob) async {}
}
