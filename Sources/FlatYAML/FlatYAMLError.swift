import CYaml

/// Why a text cannot be read as a flat YAML document.
public enum FlatYAMLError: Error, Sendable, Equatable, CustomStringConvertible {
  /// It breaks YAML's rules; what libyaml says of it, and the line, from 1.
  case malformed(String, line: Int)
  /// Its top level is a list or a text.
  case noMapping
  /// A key is a list or a mapping.
  case keyIsNoText
  /// A key is there twice.
  case keyTwice(String)
  /// A second document follows.
  case severalDocuments
  /// There is no memory for a parser.
  case noMemory

  init(_ parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    self = .malformed(problem, line: Int(clamping: parser.problem_mark.line) + 1)
  }

  /// What is wrong, to stand after “… is no list of settings: ”.
  public var description: String {
    switch self {
    case .malformed(let problem, let line): "\(problem) (line \(line))"
    case .noMapping: "it is no list of keys with values"
    case .keyIsNoText: "one of its keys is no text"
    case .keyTwice(let key): "“\(key)” is there twice"
    case .severalDocuments: "a second document follows the first"
    case .noMemory: "there is no memory left"
    }
  }
}
