import FoundationEssentials
import Synchronization

/// The jobs of a server, of which each belongs to one clip at most: clips with one prompt do not take each other's.
final class RemoteJobs: Sendable {
  private let client: VideosAPIClient
  private let now: @Sendable () -> Date
  private let owned = Mutex<Set<String>>([])

  init(client: VideosAPIClient, now: @escaping @Sendable () -> Date) {
    self.client = client
    self.now = now
  }

  /// Notes that jobs belong to clips.
  func add(_ ids: Set<String>) { owned.withLock { $0.formUnion(ids) } }

  /// Notes that a job belongs to no clip.
  func remove(_ id: String) { owned.withLock { _ = $0.remove(id) } }

  /// Takes the newest job with a prompt that the server has accepted since a moment and that is no other clip's; nil if it
  /// has none, or tells no prompts.
  ///
  /// - Parameters:
  ///   - prompt: what the job was sent with.
  ///   - sent: when it was sent, by this machine's clock.
  ///   - time: how long after that it may have been accepted, in seconds; nil: at any time.
  /// - Throws: ``VideosAPIClient/Failure`` when the server can't be asked now: that is no reason to send a clip once more.
  func find(_ prompt: String, since sent: Date, within time: Double? = nil) async throws -> String? {
    let jobs: [VideoJob]
    let date: Date?
    do {
      (jobs, date) = try await client.newest()
    } catch VideosAPIClient.Failure.complaint(let complaint) where !complaint.isPassing {
      // Not every server has a list.
      return nil
    } catch VideosAPIClient.Failure.unreadable {
      return nil
    }
    // Clocks differ: the server's own tells how old its jobs are.
    let ahead = date.map { $0.timeIntervalSince(now()) } ?? 0
    let begin = sent.timeIntervalSince1970 + ahead
    let span = (begin - 30)...(begin + 30 + (time ?? .greatestFiniteMagnitude))
    return owned.withLock { owned in
      let found = jobs.first { job in
        job.prompt == prompt && span.contains(job.created ?? 0) && job.status != .failed
          && !owned.contains(job.id)
      }
      if let found { owned.insert(found.id) }
      return found?.id
    }
  }
}
