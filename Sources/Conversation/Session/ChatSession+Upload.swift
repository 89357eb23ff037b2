import FoundationEssentials
import Glibc
import MediaFormats
import NemoVideo
import TimelineDraft

extension ChatSession {
  /// Sends files and media URLs to the session, then does what the words around them ask for.
  ///
  /// A `.txt` file is a message; an `.srt` file becomes a message that asks for its subtitles (CONTRACT.md). A file that
  /// fails is told by name, and the others go on.
  ///
  /// - Returns: Whether everything went well.
  public func upload(_ paths: [String], then rest: String) async -> Bool {
    guard !paths.isEmpty else {
      await emit(.notice("To add a file, type its path or drop it here: /upload ~/Movies/clip.mp4"))
      return rest.isEmpty ? true : await converse(rest)
    }
    var isDone = true
    var texts: [TextFile] = []
    for path in paths {
      guard !Task.isCancelled else { return false }
      isDone =
        await telling {
          if let text = try await send(path) { texts.append(text) }
        } && isDone
    }
    for text in texts {
      isDone = await (text.isScript ? perform(script: text.message) : converse(text.message)) && isDone
    }
    guard !rest.isEmpty else { return isDone }
    guard isDone else {
      await emit(.notice("“\(TextSanitiser.singleLine(rest))” was not sent, since not every file arrived."))
      return false
    }
    return await handle(rest)
  }

  /// Does what a script says: one message, or, if it has several paragraphs and the user wants that, a video of each.
  private func perform(script: String) async -> Bool {
    let prompts = PromptList.paragraphs(in: script)
    guard prompts.count > 1, !settings.isAutomatic, let ask = settings.ask,
      await ask(Question("It has \(prompts.count) paragraphs. Make one video of them all?")) == false
    else { return await converse(script) }
    var isDone = true
    for prompt in prompts {
      guard !Task.isCancelled else { return false }
      let isMade = await converse(prompt, exportFollows: true)
      isDone = isMade ? await export(format: nil, resolution: nil, path: nil) && isDone : false
    }
    return isDone
  }

  /// A path as the user means it: `~` is the home.
  nonisolated func located(_ path: String) -> String {
    guard let home = settings.home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// Sends one file or URL.
  ///
  /// - Returns: What a text file stands for.
  private func send(_ path: String) async throws -> TextFile? {
    let lower = path.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      try touch()
      let name = TextSanitiser.singleLine(path)
      let files = try await named(name) {
        try await withSession { try await service.upload(urls: [path], to: $0) }
      }
      await told(files)
      return nil
    }
    let file = try UploadableFile(path: located(path))
    switch file.kind {
    case .script: return TextFile(message: try file.text(), isScript: true)
    case .subtitles: return TextFile(message: "Add these subtitles:\n\n" + (try file.text()), isScript: false)
    case .media:
      try touch()
      let (fractions, continuation) = AsyncStream<Double>.makeStream(bufferingPolicy: .bufferingNewest(1))
      let name = TextSanitiser.name(file.name)
      let emit = self.emit
      let bar = Task {
        for await fraction in fractions {
          await emit(.progress(Progress(.upload, fraction, subject: name, total: file.bytes)))
        }
      }
      defer { bar.cancel() }
      let files = try await named(name) {
        try await withSession { session in
          try await service.upload(file: file.path, name: file.name, to: session) { continuation.yield($0) }
        }
      }
      continuation.finish()
      await bar.value
      await emit(.progress(Progress(.upload, 1, subject: name, total: file.bytes)))
      await told(files)
      return nil
    }
  }

  /// Uploads, and says by name what did not arrive.
  private func named(_ name: String, _ upload: () async throws -> [UploadedFile]?) async throws
    -> [UploadedFile]
  {
    do {
      // An answer without a list leaves the name that was sent.
      guard let files = try await upload() else { return [UploadedFile(name: name, type: "file")] }
      guard !files.isEmpty else { throw Failure.notTaken }
      return files
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      let failure = await failure(error)
      throw Failure(failure.code, "\(name) was not uploaded: \(failure.message)", hint: failure.hint)
    }
  }

  /// Tells what was taken.
  private func told(_ files: [UploadedFile]) async {
    let clean = files.map {
      UploadedFile(
        name: TextSanitiser.name($0.name), type: TextSanitiser.singleLine($0.type),
        url: $0.url.map(TextSanitiser.singleLine), duration: $0.duration)
    }
    await emit(.uploaded(clean))
    if let state = try? await readState(), !state.timeline.tracks.isEmpty {
      if let first = state.timeline.firstVideoName, files.contains(where: { $0.name == first }) {
        noteOrigin(FileNaming.stem(first))
        filmOrigins[first] = filmOrigin
      }
      await tell(state.timeline)
    }
  }
}

extension Failure {
  /// The service took no file and gave no reason.
  fileprivate static let notTaken = Failure(
    .service, "The service did not take it and gave no reason.",
    hint: "Check that it plays, then upload it again; \(MediaFormat.list) are accepted.")
}

/// What a text file stands for: a message, and whether its paragraphs may be prompts of their own.
private struct TextFile {
  let message: String
  let isScript: Bool
}
