/// A text in both languages.
public struct Bilingual: Sendable, Equatable {
  /// The English text.
  public var english: String
  /// The Chinese text.
  public var chinese: String

  /// Makes a text of its two versions.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The version for a reader.
  public func text(in language: Language) -> String {
    language == .english ? english : chinese
  }
}
