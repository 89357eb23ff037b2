/// How the process of a serving studio behaves towards the one that started it.
public struct ServeOptions: Sendable {
  /// Whether it lets go of its standard streams and its session when it serves.
  public var detaches = false
  /// After how many seconds without use it ends; nil: never.
  public var idleExit: Double?
  /// Whether its line leaves the token out: it stands in a file that the user has made.
  public var hidesToken = false
  /// Whether it ends when the process that started it does.
  public var endsWithParent = false

  /// The usual behaviour: it stays where it was started.
  public init() {}
}
