/// Header fields in their order, looked up without regard to case.
public struct HTTPFields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One header field.
  public struct Field: Sendable, Hashable {
    /// The name as written.
    public var name: String
    /// The value without the white space around it.
    public var value: String

    /// A field from its parts.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The fields in the order they were sent or added.
  public private(set) var fields: [Field]

  /// Fields in the given order.
  public init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields.map { Field(name: $0.name, value: $0.value) }
  }

  /// Fields in the order of the literal.
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field(name: $0.0, value: $0.1) }
  }

  /// Whether there is no field.
  public var isEmpty: Bool { fields.isEmpty }

  /// The first value of a name; setting replaces all values of the name, `nil` removes them.
  public subscript(name: String) -> String? {
    get { fields.first { asciiEqual($0.name, name) }?.value }
    set {
      guard let newValue else { return fields.removeAll { asciiEqual($0.name, name) } }
      guard let index = fields.firstIndex(where: { asciiEqual($0.name, name) }) else {
        return append(name: name, value: newValue)
      }
      fields[index].value = newValue
      let rest = fields[(index + 1)...].filter { !asciiEqual($0.name, name) }
      fields.replaceSubrange((index + 1)..., with: rest)
    }
  }

  /// All values of a name, in order.
  public func values(of name: String) -> [String] {
    fields.filter { asciiEqual($0.name, name) }.map(\.value)
  }

  /// Adds a field behind the others, also when the name is already there.
  public mutating func append(name: String, value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// Removes the fields whose name fulfils a condition.
  mutating func removeAll(where condition: (String) -> Bool) {
    fields.removeAll { condition($0.name) }
  }
}

/// Whether two texts are the same but for the case of ASCII letters, as header names are compared (RFC 9110, 5.1).
func asciiEqual(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count
    && zip(left.utf8, right.utf8).allSatisfy { asciiLowercase($0) == asciiLowercase($1) }
}

private func asciiLowercase(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
