import CurlHTTP
import Testing

@Suite("Header fields")
struct HTTPFieldsTests {
  @Test("names are looked up without regard to case, values keep theirs")
  func lookup() {
    var fields: HTTPFields = ["Content-Type": "Text/Plain", "X-A": "1", "x-a": "2"]
    #expect(fields["content-type"] == "Text/Plain")
    #expect(fields["X-a"] == "1")
    #expect(fields.values(of: "X-A") == ["1", "2"])
    #expect(fields["X-B"] == nil)
    fields["x-A"] = "3"
    #expect(fields.values(of: "X-A") == ["3"])
    fields["X-A"] = nil
    #expect(fields.fields.map(\.name) == ["Content-Type"])
    fields["New"] = "n"
    #expect(fields["new"] == "n")
    #expect(!fields.isEmpty)
  }
}
