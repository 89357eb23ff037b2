import CurlHTTP

/// Which server of video models to ask, and how.
public struct GeneratorSettings: Sendable, Equatable {
  /// The base of the API, such as `http://gpu.example:8091/v1`, without a slash at its end.
  public var base: String
  /// The host, for replies.
  public var host: String
  /// The key; nil: the server asks for none.
  public var key: Secret?
  /// The model's name; nil: the server has one of its own.
  public var model: String?
  /// How many clips are asked for at once, 1 to 64.
  public var parallel = usualParallel
  /// How many seconds a turn waits for its clips before the user is asked.
  public var patience = usualPatience

  /// The variables that a studio reads them from, and a client hands over.
  public enum Variable: String, CaseIterable, Sendable {
    case url = "T2V_GENERATOR_URL"
    case key = "T2V_GENERATOR_KEY"
    case model = "T2V_GENERATOR_MODEL"
    case parallel = "T2V_GENERATOR_PARALLEL"
    case patience = "T2V_GENERATOR_PATIENCE"
  }

  /// The usual number of clips at once.
  public static let usualParallel = 4
  /// The usual patience, in seconds: below the times after which a client gives up a turn.
  public static let usualPatience = 540

  /// Reads the settings.
  /// - Parameter values: the texts of the variables, by name; an empty one counts as not set.
  /// - Returns: nil when no address is set: the studio draws.
  /// - Throws: ``GeneratorSettingsError`` for what makes no sense.
  public static func read(_ values: [String: String]) throws(GeneratorSettingsError) -> GeneratorSettings? {
    func text(_ variable: Variable) -> String? {
      values[variable.rawValue].flatMap { $0.isEmpty ? nil : $0 }
    }
    func number(_ variable: Variable, _ range: ClosedRange<Int>, _ usual: Int) throws(GeneratorSettingsError)
      -> Int
    {
      guard let text = text(variable) else { return usual }
      guard let number = Int(text), range.contains(number) else {
        throw .badNumber(variable: variable.rawValue, range: range)
      }
      return number
    }
    let parallel = try number(.parallel, 1...64, usualParallel)
    let patience = try number(.patience, 10...86_400, usualPatience)
    guard let address = text(.url) else { return nil }
    let (base, host) = try Self.base(of: address, hasKey: text(.key) != nil)
    guard text(.model).map({ $0.utf8.count <= 200 && !$0.contains(where: \.isNewline) }) ?? true else {
      throw .badModel
    }
    return GeneratorSettings(
      base: base, host: host, key: text(.key).map { Secret($0) }, model: text(.model), parallel: parallel,
      patience: patience)
  }

  /// `http://host:8091`, `…/v1` and `…/v1/videos` all lead to `…/v1`.
  private static func base(of address: String, hasKey: Bool) throws(GeneratorSettingsError) -> (
    String, String
  ) {
    let lower = address.lowercased()
    let isPlain = lower.hasPrefix("http://")
    guard isPlain || lower.hasPrefix("https://"), let scheme = address.firstRange(of: "://") else {
      throw .badAddress
    }
    var rest = String(address[scheme.upperBound...])
    while rest.hasSuffix("/") { rest.removeLast() }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.isEmpty, !rest.contains(where: { "?# \t\n\r".contains($0) }) else { throw .badAddress }
    guard !authority.contains("@") else { throw .holdsCredentials }
    let host =
      authority.hasPrefix("[")
      ? String(authority.prefix { $0 != "]" }.dropFirst()) : String(authority.prefix { $0 != ":" })
    guard !host.isEmpty else { throw .badAddress }
    if isPlain, hasKey, !Loopback.contains(host) { throw .keyInTheClear(host: host) }
    if rest.hasSuffix("/videos") { rest.removeLast("/videos".count) }
    if rest == String(authority) { rest += "/v1" }
    return ((isPlain ? "http://" : "https://") + rest, host)
  }
}
