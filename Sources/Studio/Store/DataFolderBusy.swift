import Foundation

/// Another studio serves the same data folder.
public struct DataFolderBusy: Error, Sendable, CustomStringConvertible, LocalizedError {
  /// The folder.
  public let folder: String
  /// The studio that holds it, as far as it has said.
  public let holder: RunningStudio?

  /// One sentence that names the other studio and says what to do.
  public var description: String {
    var other = "another t2v-studio"
    if let holder {
      other +=
        holder.url.isEmpty
        ? " (process \(holder.processID))" : " (\(holder.url), process \(holder.processID))"
    }
    return
      "\(other) already serves \(folder); use that one, stop it, or give this one a folder of its own with --data"
  }
  /// The same text.
  public var errorDescription: String? { description }
}
