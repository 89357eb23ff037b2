/// The three headers that say where a call comes from; without them exports fail with 402 (SEED.md).
public struct Attribution: Sendable, Equatable {
  /// `name` of SKILL.md's frontmatter.
  public let source: String
  /// `version` of SKILL.md's frontmatter.
  public let version: String
  /// `clawhub`, `cursor`, or `unknown`.
  public let platform: String

  /// Puts the headers together (WIRE.md, "Headers on every call").
  ///
  /// - Parameters:
  ///   - document: The installed SKILL.md.
  ///   - override: The value of `SKILL_SOURCE`; it wins over the install path when it is not empty.
  public init(document: SkillDocument, override: String? = nil) {
    source = document.name
    version = document.version
    if let override, !override.isEmpty {
      platform = String(override.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F })
    } else {
      platform = Self.platform(ofInstallPath: document.path)
    }
  }

  /// The headers, as name and value.
  public var headers: [(name: String, value: String)] {
    [("X-Skill-Source", source), ("X-Skill-Version", version), ("X-Skill-Platform", platform)]
  }

  static func platform(ofInstallPath path: String) -> String {
    if path.contains("/.clawhub/") { return "clawhub" }
    if path.contains("/.cursor/skills/") { return "cursor" }
    return "unknown"
  }
}
