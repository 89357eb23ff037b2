/// A setting of the generator that makes no sense.
public enum GeneratorSettingsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The address is none.
  case badAddress
  /// The address holds a user name or password.
  case holdsCredentials
  /// The key would travel unencrypted.
  case keyInTheClear(host: String)
  /// A number is out of its range.
  case badNumber(variable: String, range: ClosedRange<Int>)
  /// The model's name is none.
  case badModel

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .badAddress:
      "T2V_GENERATOR_URL is no address of a video server. Write it as https://host/v1, or http://host:8091 for a "
        + "server of your own."
    case .holdsCredentials:
      "T2V_GENERATOR_URL must hold no user name or password. Set T2V_GENERATOR_KEY instead."
    case .keyInTheClear(let host):
      "http:// to \(host) would show the generator's key to the network. Use https://, or an SSH tunnel to this machine."
    case .badNumber(let variable, let range):
      "\(variable) takes a whole number from \(range.lowerBound) to \(range.upperBound)."
    case .badModel: "T2V_GENERATOR_MODEL is no name of a model."
    }
  }
}
