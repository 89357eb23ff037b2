/// The prompts in a text.
public enum PromptList {
  /// One a paragraph if blank lines separate paragraphs, else one a line; lines that begin with `#` are remarks.
  public static func prompts(in text: String) -> [String] {
    let paragraphs = paragraphs(in: text)
    return paragraphs.count > 1 ? paragraphs : lines(of: text).filter { !$0.isEmpty }
  }

  /// The paragraphs of a text, which blank lines separate, without remarks.
  static func paragraphs(in text: String) -> [String] {
    lines(of: text).split { $0.isEmpty }.map { $0.joined(separator: "\n") }
  }

  private static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0).trimmed }
      .filter { !$0.hasPrefix("#") }
  }
}
