/// Why a film could not be rendered. The text says what happened, what it means, and what to do next.
public enum RenderError: Error, Sendable, Equatable {
  /// A program that rendering needs is not installed.
  case toolMissing(name: String)
  /// The film, or the part of it that was asked for, holds nothing of what the format needs.
  case nothingToRender(String)
  /// An upload that the film uses is no longer in the media folder.
  case mediaMissing(String)
  /// An upload cannot be decoded; `detail` is FFmpeg's own last line.
  case mediaUnreadable(String, detail: String)
  /// The parts of a film hold more or fewer frames than the film has.
  case partsDoNotFit(frames: Int, wanted: Int)
  /// The target's folder is missing or cannot be written.
  case folderNotWritable(String)
  /// There is no room left on the target's disk.
  case diskFull(String)
  /// The encoder ended with an error; `detail` is its own last line.
  case encoderFailed(detail: String)
  /// The encoder was ended by a signal that was not ours.
  case encoderKilled(signal: Int)
  /// FFmpeg made no progress for so many seconds and was ended; `media` is the upload that it was reading, if only that.
  case stalled(media: String?, seconds: Int)
  /// The render was cancelled by its caller.
  case cancelled

  /// What happened, as a sentence.
  public var message: String {
    switch self {
    case .toolMissing(let name): "\(name) was not found, so no video can be made."
    case .nothingToRender(let what): "There is nothing to render: \(what)."
    case .mediaMissing(let name):
      "The uploaded file \(name) is no longer there, so the film cannot be rendered."
    case .mediaUnreadable(let name, let detail): "The uploaded file \(name) cannot be read: \(detail)."
    case .partsDoNotFit(let frames, let wanted):
      "The parts hold \(frames) frames, but the film has \(wanted), so they were not joined."
    case .folderNotWritable(let folder): "The folder \(folder) cannot be written, so the video was not saved."
    case .diskFull(let folder): "The disk of \(folder) is full, so the video was not saved."
    case .encoderFailed(let detail): "FFmpeg could not encode the video: \(detail)."
    case .encoderKilled(let signal): "FFmpeg was stopped by signal \(signal) before the video was complete."
    case .stalled(let media?, let seconds):
      "The uploaded file \(media) kept its reader waiting for \(seconds) seconds, so the video was not saved."
    case .stalled(nil, let seconds):
      "FFmpeg made no progress for \(seconds) seconds and was stopped, so the video was not saved."
    case .cancelled: "The render was cancelled; no file was left behind."
    }
  }

  /// What to do next, as a sentence.
  public var hint: String {
    switch self {
    case .toolMissing: "Install it with \"sudo apt install ffmpeg\" and try again."
    case .nothingToRender: "Describe a scene first, or ask for another part or format."
    case .mediaMissing: "Upload it again, or take it off the timeline."
    case .mediaUnreadable, .stalled(.some, _): "Convert it to MP4, PNG, JPG or WAV and upload it again."
    case .partsDoNotFit: "Name all parts of the plan once, in its order, and render again what is missing."
    case .folderNotWritable: "Choose another folder, or allow writing to this one."
    case .diskFull: "Free some space, or choose another folder, and export again."
    case .encoderFailed, .stalled(nil, _):
      "Try again; if it fails again, try another format or a lower resolution."
    case .encoderKilled: "Free some memory, or choose a lower resolution, and export again."
    case .cancelled: "Export again when you like; the film is unchanged."
    }
  }
}

extension RenderError: CustomStringConvertible {
  /// The message and the hint.
  public var description: String { "\(message) \(hint)" }
}

extension RenderError {
  /// The same, told of the upload that was being read.
  func naming(_ media: String) -> RenderError {
    guard case .stalled(nil, let seconds) = self, !media.isEmpty else { return self }
    return .stalled(media: media, seconds: seconds)
  }
}
