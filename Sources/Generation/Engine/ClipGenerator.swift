import Directing

/// Where the clips of a film come from. Two stand behind it: ``ProceduralGenerator``, the usual one, and
/// ``ModelGenerator``, which asks a server of video models.
public protocol ClipGenerator: Sendable {
  /// What replies call it.
  var engine: EngineName { get }

  /// What it can make at most, so that the director can split what is longer.
  var limits: EngineLimits { get }

  /// Looks whether it would make a clip now, without having one made.
  ///
  /// - Returns: what keeps it from that; nil: nothing that can be seen.
  func check() async -> GenerationError?

  /// Learns which jobs of the server belong to clips: none of them is taken for another clip's.
  ///
  /// - Parameter remoteIDs: the ids of all that is written down.
  func recognise(_ remoteIDs: Set<String>)

  /// Makes one clip, or goes on with what an earlier call of the same job began.
  ///
  /// - Parameters:
  ///   - job: the clip and how far it is.
  ///   - file: where the bytes of a clip go; half a file may stay there, and is gone on with.
  ///   - save: writes the job down, before anything is done that it tells of. What it throws ends the work.
  /// - Throws: ``GenerationError``; `CancellationError`, which leaves what runs elsewhere running.
  func make(
    _ job: ClipJob, into file: String, save: @escaping @Sendable (ClipJob) async throws -> Void
  ) async throws -> GeneratedClip

  /// Ends what was begun elsewhere for a job, as far as that is possible. Never throws: there may be nobody there.
  func abandon(_ job: ClipJob) async
}
