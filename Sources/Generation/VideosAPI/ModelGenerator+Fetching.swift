import CurlHTTP
import FoundationEssentials

extension ModelGenerator {
  /// Fetches a video that is there into a file. It goes on where an earlier try broke off, and waits out refusals that pass.
  func fetch(
    _ id: String, _ job: inout ClipJob, into file: String,
    _ save: @escaping @Sendable (ClipJob) async throws -> Void
  ) async throws {
    var backoff = Backoff()
    var failures = 0
    while true {
      let before = Self.length(of: file)
      let watch = DownloadWatch(limit: Self.fileLimit)
      do {
        let (base, validator) = (job, job.validator)
        let download = Task {
          try await client.download(id, to: file, resuming: validator) { watch.hear($0) }
        }
        watch.stop = { download.cancel() }
        // What tells the file on the server from another is written down with the first byte, not at the end.
        let noting = Task {
          for await seen in watch.validators {
            var noted = base
            noted.validator = seen
            try? await save(noted)
          }
        }
        let result = await withTaskCancellationHandler {
          await download.result
        } onCancel: {
          download.cancel()
        }
        watch.finish()
        await noting.value
        job.validator = watch.last ?? job.validator
        if watch.isTooLarge { throw GenerationError.tooLarge(limit: Self.fileLimit) }
        _ = try result.get()
        return
      } catch VideosAPIClient.Failure.complaint(let complaint) {
        // SGLang answers 404 while the file is not there yet, the others when it is there no more.
        if complaint.status == 410 || complaint.status == 404 && failures >= 2 {
          throw GenerationError.expired
        }
        failures += 1
        let isPassing = complaint.status == 404 || complaint.isPassing
        guard isPassing, failures < Self.patience else { throw error(complaint) }
        try await clock.sleep(for: backoff.wait(atLeast: complaint.retryAfter))
      } catch VideosAPIClient.Failure.network(let failure) {
        try Task.checkCancellation()
        // A download that gets on, however often it breaks, is going well.
        failures = Self.length(of: file) > before ? 1 : failures + 1
        if case .file = failure.code { throw failure }
        guard failures < Self.patience else { throw unreachable(failure) }
        try await clock.sleep(for: backoff.wait(atLeast: nil))
      }
    }
  }

  private static func length(of file: String) -> Int64 {
    ((try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int64) ?? 0
  }
}
