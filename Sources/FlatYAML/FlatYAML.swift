import CYaml

/// The top level of a YAML document: keys, each with a text or a list of texts, read by libyaml.
///
/// That is all that settings and a frontmatter need. Values are taken as they are written, so a version `1.10` stays
/// `1.10` and `no` stays `no`. What lies deeper is not read, so aliases that multiply cannot make a document grow.
public struct FlatYAML: Sendable, Equatable {
  /// The keys with their values, in the order of the document.
  public let entries: [(key: String, value: Value)]

  /// What a key has.
  public enum Value: Sendable, Equatable {
    /// A text, and whether it stands without quotes: `~` is nothing then, and a text within quotes.
    case text(String, isPlain: Bool)
    /// A list of texts.
    case list([String])
    /// Anything deeper.
    case other
  }

  /// Reads a document. A text without any content gives no entries.
  ///
  /// - Throws: ``FlatYAMLError`` when the text is no YAML, holds several documents, no mapping, a key that is no text, or
  ///   one key twice.
  public init(_ text: String) throws(FlatYAMLError) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw .noMemory }
    defer { yaml_parser_delete(&parser) }
    var text = text
    let entries: Result<[(key: String, value: Value)], FlatYAMLError> = text.withUTF8 { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      return Result { () throws(FlatYAMLError) in try Self.entries(&parser) }
    }
    self.entries = try entries.get()
  }

  /// The value of a key; nil if there is none.
  public subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }

  /// Whether both have the same entries in the same order.
  public static func == (left: FlatYAML, right: FlatYAML) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.key == $1.key && $0.value == $1.value }
  }

  private static func entries(
    _ parser: inout yaml_parser_t
  ) throws(FlatYAMLError) -> [(key: String, value: Value)] {
    var document = yaml_document_t()
    guard yaml_parser_load(&parser, &document) == 1 else { throw FlatYAMLError(parser) }
    defer { yaml_document_delete(&document) }
    guard let root = yaml_document_get_root_node(&document) else { return [] }
    guard root.pointee.type == YAML_MAPPING_NODE else {
      // A document of a remark alone is an empty text.
      if text(root) == .text("", isPlain: true) { return [] }
      throw .noMapping
    }
    var entries: [(key: String, value: Value)] = []
    let pairs = root.pointee.data.mapping.pairs
    for pair in UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start) {
      guard case .text(let key, _)? = value(pair.key, in: &document) else { throw .keyIsNoText }
      guard !entries.contains(where: { $0.key == key }) else { throw .keyTwice(key) }
      entries.append((key, value(pair.value, in: &document) ?? .other))
    }
    try expectEnd(&parser)
    return entries
  }

  /// The stream has to end after its first document.
  private static func expectEnd(_ parser: inout yaml_parser_t) throws(FlatYAMLError) {
    var next = yaml_document_t()
    guard yaml_parser_load(&parser, &next) == 1 else { throw FlatYAMLError(parser) }
    defer { yaml_document_delete(&next) }
    guard yaml_document_get_root_node(&next) == nil else { throw .severalDocuments }
  }

  private static func value(_ index: Int32, in document: inout yaml_document_t) -> Value? {
    guard let node = yaml_document_get_node(&document, index) else { return nil }
    guard node.pointee.type == YAML_SEQUENCE_NODE else { return text(node) }
    let items = node.pointee.data.sequence.items
    var texts: [String] = []
    for item in UnsafeBufferPointer(start: items.start, count: items.top - items.start) {
      guard let item = yaml_document_get_node(&document, item), case .text(let text, _)? = text(item) else {
        return .other
      }
      texts.append(text)
    }
    return .list(texts)
  }

  private static func text(_ node: UnsafeMutablePointer<yaml_node_t>) -> Value? {
    guard node.pointee.type == YAML_SCALAR_NODE else { return nil }
    let scalar = node.pointee.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    return .text(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
  }
}
