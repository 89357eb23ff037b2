/// Where the program keeps what it keeps, by the XDG base directory specification (CONTRACT.md, "Settings").
public struct UserFolders: Sendable, Equatable {
  /// The user's home.
  public let home: String
  /// `$XDG_CONFIG_HOME/t2v`: the configuration file.
  public let configuration: String
  /// `$XDG_STATE_HOME/t2v`: tokens, sessions, unfinished renders, input history.
  public let state: PrivateFolder
  /// `$XDG_DATA_HOME/t2v`: the built-in studio's data.
  public let data: PrivateFolder
  /// `~/.config/nemovideo`: the client id, shared with the vendor's own tools.
  public let vendorConfiguration: PrivateFolder

  /// Finds the folders from an environment. Relative XDG paths are ignored, as the specification asks.
  ///
  /// - Parameters:
  ///   - environment: The variables, by name.
  ///   - accountHome: The home of the account, for when `HOME` is not set.
  public init(environment: [String: String], accountHome: String = "/") {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? accountHome
    func base(_ name: String, _ fallback: String) -> String {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + fallback
    }
    self.home = home
    configuration = base("XDG_CONFIG_HOME", "/.config") + "/t2v"
    state = PrivateFolder(base("XDG_STATE_HOME", "/.local/state") + "/t2v")
    data = PrivateFolder(base("XDG_DATA_HOME", "/.local/share") + "/t2v")
    vendorConfiguration = PrivateFolder(home + "/.config/nemovideo")
  }

  /// A path as it is typed or written in a setting: `~` and `~/…` mean the home folder, as in a shell.
  public func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
  }
}
