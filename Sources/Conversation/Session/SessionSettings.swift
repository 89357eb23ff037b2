/// How a session behaves.
public struct SessionSettings: Sendable {
  /// The engine.
  public var studio: StudioKind
  /// An ISO 639 code for the service, such as `en`; nil leaves it to the first message.
  public var language: String?
  /// Whether what a reply asks the user to do is done without asking (`--auto`).
  public var isAutomatic: Bool
  /// The folder for exported files.
  public var outputFolder: String
  /// The home folder, which `~` in a path means.
  public var home: String?
  /// Asks the user a yes-or-no question; nil where nobody can be asked.
  public var ask: (@Sendable (Question) async -> Bool?)?
  /// All waits.
  public var timings: Timings
  /// The clock that they are measured on.
  public var clock: any Clock<Duration>

  /// Makes settings.
  public init(
    studio: StudioKind, language: String? = nil, isAutomatic: Bool = false, outputFolder: String = ".",
    home: String? = nil, ask: (@Sendable (Question) async -> Bool?)? = nil, timings: Timings = Timings(),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.studio = studio
    self.language = language
    self.isAutomatic = isAutomatic
    self.outputFolder = outputFolder
    self.home = home
    self.ask = ask
    self.timings = timings
    self.clock = clock
  }
}

/// A yes-or-no question to the user.
public struct Question: Sendable, Equatable {
  /// The question, such as `Export now?`.
  public var text: String
  /// What Enter alone means.
  public var defaultAnswer: Bool

  /// Makes a question.
  public init(_ text: String, defaultAnswer: Bool = true) {
    self.text = text
    self.defaultAnswer = defaultAnswer
  }
}
