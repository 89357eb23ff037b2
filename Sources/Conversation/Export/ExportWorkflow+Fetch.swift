import CurlHTTP
import NemoVideo
import Synchronization

/// The fetching of a finished render, which goes on where a cut left it and never asks for a new one.
extension ExportWorkflow {
  /// Fetches the file beside its final place: from the URL of the status, else by the service's own download call.
  func fetch(_ job: RenderJob, url: String?) async throws -> RenderJob {
    var job = job
    let fallback = service.downloadURL(ofRender: job.id)
    var lastError: (any Error)?
    for source in [url, fallback].compactMap(\.self) {
      do {
        try await fetch(&job, from: source)
        return job
      } catch is CancellationError {
        throw CancellationError()
      } catch let error as HTTPError {
        if case .file = error.code { throw error }
        lastError = error
      } catch {
        lastError = error
      }
    }
    throw Failure.notFetched(lastError)
  }

  private func fetch(_ job: inout RenderJob, from source: String) async throws {
    var waits = timings.retries[...]
    while true {
      do {
        let result = try await fetchOnce(&job, from: source)
        guard FinishedFile.length(of: job.partialPath, as: job.format) == result.length else {
          FinishedFile.discard(job)
          throw Failure.notAVideo(job)
        }
        return
      } catch let error as HTTPStatusError {
        // Storage lags behind the status (WIRE.md): a 404 right after `completed` is asked again, and so is a 5xx.
        guard error.status == 404 || error.status >= 500 || error.status == 429, let wait = waits.popFirst()
        else {
          throw error
        }
        try await clock.sleep(for: wait)
      } catch let error as HTTPError {
        guard error.isPassing, let wait = waits.popFirst() else { throw error }
        try await clock.sleep(for: wait)
      }
    }
  }

  /// One attempt, which goes on where the last one stopped. What the server says of the file is stored at its first
  /// byte, so that a crash loses nothing.
  private func fetchOnce(_ job: inout RenderJob, from source: String) async throws -> DownloadResult {
    let (reports, continuation) = AsyncStream<DownloadProgress>.makeStream(
      bufferingPolicy: .bufferingNewest(1))
    let known = Mutex(job)
    let jobs = self.jobs
    let censor = service.credentials.censor
    let validator = DownloadValidator(etag: job.etag, lastModified: job.lastModified)
    let isKnown = validator.etag != nil || validator.lastModified != nil
    async let shown: Void = show(reports)
    defer {
      job = known.withLock { $0 }
      continuation.finish()
    }
    let result = try await service.fetch(source, to: job.partialPath, resuming: isKnown ? validator : nil) {
      report in
      known.withLock { job in
        guard report.validator.etag != job.etag || report.validator.lastModified != job.lastModified else {
          return
        }
        // What quotes a token is not kept; the file is fetched from its start then.
        job.etag = report.validator.etag.flatMap { censor.isClean($0) ? $0 : nil }
        job.lastModified = report.validator.lastModified.flatMap { censor.isClean($0) ? $0 : nil }
        // Once a file, before its first byte. Without it a crash would only mean to fetch from the start.
        try? jobs.store(job)
      }
      continuation.yield(report)
    }
    continuation.finish()
    await shown
    return result
  }

  private func show(_ reports: AsyncStream<DownloadProgress>) async {
    var told = -1.0
    for await report in reports {
      guard let total = report.total, total > 0 else { continue }
      let fraction = Double(report.received) / Double(total)
      // A hundred steps are enough for a bar and for a log.
      guard fraction >= told + 0.01 || fraction >= 1 && told < 1 else { continue }
      told = fraction
      await emit(.progress(Progress(.download, fraction, total: total)))
    }
  }
}
