import Foundation
import GatewayTesting
import RawJSON
import Testing

@Suite struct JSONValueTests {
  @Test("random documents are read as Foundation reads them", arguments: 0..<8)
  func agreesWithFoundation(seed: Int) throws {
    var source = RandomJSON(random: SeededGenerator(seed: UInt64(seed)))
    for _ in 0..<400 {
      let text = source.document(levels: 4)
      let value = try #require(JSONValue(text), "refused: \(text)")
      let other = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(Self.isSame(value, other), "\(text)")
    }
  }

  @Test(
    "what Foundation takes of mutated documents is taken, with the same values, and nothing traps",
    arguments: 0..<8)
  func mutatedDocuments(seed: Int) throws {
    var source = RandomJSON(random: SeededGenerator(seed: UInt64(1000 + seed)))
    var random = SeededGenerator(seed: UInt64(seed))
    var taken = 0
    for _ in 0..<1500 {
      var bytes = Array(source.document(levels: 3).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) { Self.mutate(&bytes, &random) }
      let value = JSONValue(bytes)
      guard let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      else {
        // Walking what is taken more leniently must not trap either.
        if let value { _ = Self.count(value) }
        continue
      }
      // Foundation alone takes a comma in front of a closing bracket, which RFC 8259 does not.
      if value == nil, Self.hasTrailingComma(bytes) { continue }
      taken += 1
      let found = try #require(value, "refused: \(String(decoding: bytes, as: UTF8.self))")
      #expect(Self.isSame(found, other), "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(taken > 20)
  }

  @Test(
    "what is no JSON is refused",
    arguments: [
      "", " ", "{", "}", "[", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "[1 2]", "01", "1.", ".5", "-",
      "+1", "1e",
      "tru", "nulll", "\"", "\"a", "\"\n\"", "{\"a\":}", "[,1]", "1 1", "{}{}", "nan", "'a'", "[1}",
      "{\"a\":1]",
    ])
  func refused(text: String) {
    #expect(JSONValue(text) == nil)
  }

  @Test("100,000 levels are read and looked into without a trap", .timeLimit(.minutes(1)))
  func deep() throws {
    let depth = 100_000
    let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(JSONValue(arrays)?.elements.count == 1)
    let objects = String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    #expect(JSONValue(objects)?["a"]?["a"]?["a"]?.kind == .object)
    #expect(JSONValue(String(repeating: "[", count: depth)) == nil)
    #expect(JSONValue(String(repeating: "{\"a\":", count: depth)) == nil)
  }

  @Test("the bytes of a part are those that came")
  func bytesStay() throws {
    let draft = #"{ "n":12345678901234567890 , "e":"\u0041\/", "x":1.10e+2}"#
    let value = try #require(JSONValue(#"{"draft": "# + draft + ",\"z\":0}"))
    #expect(value["draft"].map { String(decoding: $0.bytes, as: UTF8.self) } == draft)
    #expect(value["draft"]?["n"]?.stringOrNumberText == "12345678901234567890")
  }

  @Test("numbers past the range of Int are no Int, and of a repeated key the last counts")
  func edges() {
    #expect(JSONValue("9223372036854775807")?.int == .max)
    #expect(JSONValue("9223372036854775808")?.int == nil)
    #expect(JSONValue("1e400")?.double == nil)
    #expect(JSONValue("-1.9")?.int == -1)
    #expect(JSONValue(#"{"a":1,"b":0,"a":2}"#)?["a"]?.int == 2)
    #expect(JSONValue(#"{"\u0061":5}"#)?["a"]?.int == 5)
    #expect(JSONValue(#""\ud800x""#)?.string == "\u{FFFD}x")
  }

  // MARK: Comparing

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let index = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.remove(at: index)
    case 1: bytes[index] = UInt8.random(in: 0x20..<0x7F, using: &random)
    case 2: bytes.insert(Array("{}[],:\"\\0e-.".utf8).randomElement(using: &random) ?? 0, at: index)
    default: bytes.removeSubrange(index...)
    }
  }

  private static func hasTrailingComma(_ bytes: [UInt8]) -> Bool {
    let dense = bytes.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return zip(dense, dense.dropFirst()).contains {
      $0 == UInt8(ascii: ",") && [UInt8(ascii: "}"), UInt8(ascii: "]")].contains($1)
    }
  }

  private static func count(_ value: JSONValue) -> Int {
    switch value.kind {
    case .object: value.members.reduce(1) { $0 + count($1.value) }
    case .array: value.elements.reduce(1) { $0 + count($1) }
    case .string: value.string?.count ?? 0
    case .number: value.double == nil ? 0 : 1
    case .bool: value.bool == true ? 1 : 0
    case .null: 1
    }
  }

  private static func isSame(_ value: JSONValue, _ other: Any) -> Bool {
    switch (value.kind, other) {
    case (.object, let other as [String: Any]):
      Set(value.members.map(\.key)) == Set(other.keys)
        && other.allSatisfy { key, member in value[key].map { isSame($0, member) } ?? false }
    case (.array, let other as [Any]):
      value.elements.count == other.count && zip(value.elements, other).allSatisfy { isSame($0, $1) }
    case (.string, let other as String):
      value.string.map { $0.unicodeScalars.elementsEqual(other.unicodeScalars) } ?? false
    case (.bool, let other as NSNumber): value.bool == other.boolValue
    case (.number, let other as NSNumber): value.double == other.doubleValue
    case (.null, is NSNull): true
    default: false
    }
  }
}
