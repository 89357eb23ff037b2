import Foundation

/// A JSON value of a case file.
package indirect enum JSONTree: Sendable, Hashable, Codable {
  case object([String: JSONTree])
  case array([JSONTree])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let array = try? container.decode([JSONTree].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .object(let members): try container.encode(members)
    case .array(let elements): try container.encode(elements)
    case .string(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .bool(let bool): try container.encode(bool)
    case .null: try container.encodeNil()
    }
  }

  /// Reads a text; nil if it is no JSON.
  package init?(_ text: String) {
    guard let tree = try? JSONDecoder().decode(JSONTree.self, from: Data(text.utf8)) else { return nil }
    self = tree
  }

  /// The value as text, its keys sorted.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
  }

  /// A member of an object.
  package subscript(_ key: String) -> JSONTree? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text of a string.
  package var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The value with other texts in place of its strings.
  package func replacingText(_ replace: (String) -> String) -> JSONTree {
    switch self {
    case .object(let members): .object(members.mapValues { $0.replacingText(replace) })
    case .array(let elements): .array(elements.map { $0.replacingText(replace) })
    case .string(let text): .string(replace(text))
    default: self
    }
  }

  /// Whether a value is what this one, an expectation, asks for.
  ///
  /// Of an object the members named here have to be there, null meaning absent; a string that starts with `~` has to be
  /// contained, `*` is any text; arrays have to agree element by element.
  package func isMet(by value: JSONTree?) -> Bool {
    switch (self, value) {
    case (.null, nil), (.null, .null?): true
    case (.object(let wanted), .object(let found)?): wanted.allSatisfy { $0.value.isMet(by: found[$0.key]) }
    case (.array(let wanted), .array(let found)?):
      wanted.count == found.count && zip(wanted, found).allSatisfy { $0.isMet(by: $1) }
    case (.string("*"), .some(let found)): found != .null
    case (.string(let wanted), .string(let found)?) where wanted.hasPrefix("~"):
      found.contains(wanted.dropFirst())
    case (_, let found): self == found
    }
  }
}
