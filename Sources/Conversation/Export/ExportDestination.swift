/// Where an export goes.
public struct ExportDestination: Sendable, Equatable {
  /// A path that the user named: it is replaced, in one step.
  public var namedPath: String?
  /// The folder for a name of ours.
  public var folder: String

  /// Makes a destination.
  public init(namedPath: String? = nil, folder: String = ".") {
    self.namedPath = namedPath
    self.folder = folder
  }
}
