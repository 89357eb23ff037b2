/// Why the built-in studio is not to be had.
public enum LocalStudioError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Its program is nowhere.
  case programMissing(searched: [String])
  /// It ended before it was ready, for the reason it gave.
  case notStarted(String)

  /// Whether another studio serves the same data folder, by what this one said.
  var isFolderBusy: Bool {
    if case .notStarted(let reason) = self { reason.contains("already serves") } else { false }
  }

  /// What happened and what to do next.
  public var description: String {
    switch self {
    case .programMissing(let searched):
      "The built-in studio, t2v-studio, was not found (looked in \(searched.joined(separator: ", "))). "
        + "Install it beside t2v with “make install”, or set T2V_STUDIO_BIN to its path."
    case .notStarted(let reason):
      "The built-in studio did not start: \(reason)"
    }
  }
}
