/// A setting that the environment or the configuration file can give (CONTRACT.md, "Settings").
public enum Setting: String, Sendable, CaseIterable {
  case token, apiURL, webURL, clientID, skillSource, noColor, studio, outputDirectory, language
  case heartbeat, poll, rateWait, streamLimit, silenceLimit, recovery, renderStall
  case generatorURL, generatorKey, generatorModel, generatorParallel, generatorPatience

  /// The variable's name in the environment.
  public var variable: String {
    switch self {
    case .token: "NEMO_TOKEN"
    case .apiURL: "NEMO_API_URL"
    case .webURL: "NEMO_WEB_URL"
    case .clientID: "NEMO_CLIENT_ID"
    case .skillSource: "SKILL_SOURCE"
    case .noColor: "NO_COLOR"
    case .studio: "T2V_STUDIO"
    case .outputDirectory: "T2V_OUTPUT_DIR"
    case .language: "T2V_LANGUAGE"
    case .heartbeat: "T2V_HEARTBEAT"
    case .poll: "T2V_POLL"
    case .rateWait: "T2V_RATE_WAIT"
    case .streamLimit: "T2V_STREAM_LIMIT"
    case .silenceLimit: "T2V_SILENCE_LIMIT"
    case .recovery: "T2V_RECOVERY"
    case .renderStall: "T2V_RENDER_STALL"
    case .generatorURL: "T2V_GENERATOR_URL"
    case .generatorKey: "T2V_GENERATOR_KEY"
    case .generatorModel: "T2V_GENERATOR_MODEL"
    case .generatorParallel: "T2V_GENERATOR_PARALLEL"
    case .generatorPatience: "T2V_GENERATOR_PATIENCE"
    }
  }

  /// Whether its value is a secret, which is shown nowhere.
  public var isSecret: Bool { self == .token || self == .generatorKey }

  /// The settings of the built-in studio, which the client hands over to it.
  public static let ofStudio: [Setting] = [
    .generatorURL, .generatorKey, .generatorModel, .generatorParallel, .generatorPatience,
  ]

  /// The key in the configuration file: the variable in lower case without its prefix.
  public var key: String {
    switch self {
    case .skillSource, .noColor: variable.lowercased()
    default: String(variable.drop { $0 != "_" }.dropFirst()).lowercased()
    }
  }
}
