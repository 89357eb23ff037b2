import MediaFormats
import NemoVideo
import TimelineDraft

extension ChatSession {
  /// Exports the draft to a file.
  ///
  /// - Parameters:
  ///   - format: One of the 13 formats; nil takes it from `path`, or mp4.
  ///   - resolution: Such as `720p`, 480p to 2160p; nil leaves it to the service.
  ///   - path: A file, which is replaced, or a folder; nil for a name of ours in the output folder.
  /// - Returns: Whether the file is on disk.
  public func export(format: String?, resolution: String?, path: String?) async -> Bool {
    let isDone = await telling {
      let request = try self.request(format: format, resolution: resolution, path: path)
      let state = try await readState()
      guard let draft = state.draft, draft.isReadyToExport else { throw Failure.emptyDraft }
      let record = try currentRecord()
      await emit(.notice("Export is free. Rendering \(request.options.format)…"))
      var job = RenderJob(
        id: ExportWorkflow.newID(), session: record.id, task: record.task, options: request.options,
        namedPath: request.destination.namedPath, folder: request.destination.folder,
        baseName: FileNaming.slug(filmName(of: state.timeline)), durationMS: draft.timeline.durationMS)
      (job.width, job.height) = request.pictureSize(of: state.canvas)
      let result = try await workflow.export(draft, as: job)
      changeRecord { $0.renders += 1 }
      lastExport = result
      await emit(.exported(result))
    }
    if !isDone { await emit(.activity(nil)) }
    if !isDone, Task.isCancelled {
      await emit(
        .notice(
          "Stopped waiting for the export. A render that was asked for is fetched when t2v starts again."))
    }
    return isDone
  }

  /// Whether an export could be written, looked at before a message is spent on it; what stands in the way is told.
  public func canExport(format: String?, resolution: String?, path: String?) async -> Bool {
    await telling { _ = try request(format: format, resolution: resolution, path: path) }
  }

  private func request(format: String?, resolution: String?, path: String?) throws(Failure) -> ExportRequest {
    let request = try ExportRequest(
      format: format, resolution: resolution, path: path, home: settings.home, folder: settings.outputFolder)
    try FinishedFile.check(folder: request.destination.folder, namedPath: request.destination.namedPath)
    return request
  }

  /// Goes on with renders that an earlier start left (``pendingRenders``): asks, fetches, saves. Never asks for a new one.
  ///
  /// - Returns: Whether all of them went well.
  public func finish(_ pending: [RenderJob]) async -> Bool {
    var isDone = true
    for job in pending {
      guard !Task.isCancelled else { return false }
      do {
        guard let result = try await workflow.resume(job) else { continue }
        await emit(.notice("A render of an earlier start is finished."))
        await emit(.exported(result))
      } catch is CancellationError {
        return false
      } catch let failure as Failure where failure.code == .renderFailed {
        await emit(.notice("A render of an earlier start is dropped: \(failure.message)"))
      } catch {
        isDone = false
        await emit(.failure(await failure(error)))
      }
    }
    return isDone
  }

  /// The renders that an earlier start left unfinished.
  public var pendingRenders: [RenderJob] { jobs.jobs() }

  private var workflow: ExportWorkflow {
    ExportWorkflow(
      service: service, jobs: jobs, timings: settings.timings, clock: settings.clock,
      replaceSession: {
        try await self.replaceSession()
        return try await self.currentRecord()
      }, emit: emit)
  }

  /// What an export is named after: what the film is made from, else what its first video is called.
  private func filmName(of timeline: Timeline) -> String {
    filmOrigin ?? record?.prompt ?? timeline.firstVideoName.map(FileNaming.stem) ?? "video"
  }
}

extension Timeline {
  /// What the first clip of the film is called.
  var firstVideoName: String? {
    tracks.first { $0.kind == .video }?.segments.lazy.compactMap(\.name).first
  }
}

extension Failure {
  static let emptyDraft = Failure(
    .emptyDraft, "There is nothing to export yet: the timeline is empty.",
    hint: "Describe a video first, such as “a sunset over ocean waves”.")
}
