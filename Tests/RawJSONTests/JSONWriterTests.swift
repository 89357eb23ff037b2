import Foundation
import GatewayTesting
import RawJSON
import Testing

@Suite struct JSONWriterTests {
  @Test("every text is read back as it was, by Foundation and by us", arguments: 0..<4)
  func texts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let value: Range<UInt32> =
          [0..<0x80, 0x80..<0x800, 0x2000..<0x2100, 0x1F300..<0x1F400].randomElement(using: &random) ?? 0..<1
        text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: value, using: &random)) ?? " ")
      }
      var object = JSONWriter()
      object.add(text, text)
      let read = try JSONDecoder().decode([String: String].self, from: Data(object.bytes))
      #expect(read[text].map { Array($0.utf8) } == Array(text.utf8))
      #expect(JSONValue(object.bytes)?[text]?.string == text)
      #expect(!object.bytes.contains { $0 < 0x20 || $0 == 0x7F })
    }
  }

  @Test("numbers are JSON whatever they are")
  func numbers() {
    var object = JSONWriter()
    object.add("whole", 3.0)
    object.add("half", 0.5)
    object.add("none", Double.infinity)
    object.add("large", 1e300)
    object.add("int", Int.min)
    #expect(object.text == #"{"whole":3,"half":0.5,"none":null,"large":1e+300,"int":-9223372036854775808}"#)
  }

  @Test("raw values go in byte for byte")
  func raw() {
    var object = JSONWriter()
    object.add("a", [String]())
    object.add("d", raw: Array(#"{ "n" : 1.0 }"#.utf8))
    #expect(object.text == #"{"a":[],"d":{ "n" : 1.0 }}"#)
  }
}
