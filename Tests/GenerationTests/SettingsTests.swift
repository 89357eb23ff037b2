import CurlHTTP
import Generation
import Testing

@Suite("Settings of the generator")
struct SettingsTests {
  private func read(_ url: String, key: String? = nil) throws -> GeneratorSettings? {
    var values = ["T2V_GENERATOR_URL": url]
    values["T2V_GENERATOR_KEY"] = key
    return try GeneratorSettings.read(values)
  }

  @Test("without an address the studio draws, whatever else is set")
  func none() throws {
    #expect(try GeneratorSettings.read([:]) == nil)
    #expect(try GeneratorSettings.read(["T2V_GENERATOR_MODEL": "wan", "T2V_GENERATOR_URL": ""]) == nil)
  }

  @Test(
    "an address is taken as people write it",
    arguments: [
      ("http://gpu:8091", "http://gpu:8091/v1", "gpu"), ("http://gpu:8091/", "http://gpu:8091/v1", "gpu"),
      ("https://api.openai.com/v1", "https://api.openai.com/v1", "api.openai.com"),
      ("https://host/v1/videos/", "https://host/v1", "host"),
      ("https://host/team/v1", "https://host/team/v1", "host"),
      ("http://[::1]:8091", "http://[::1]:8091/v1", "::1"),
    ])
  func addresses(_ row: (text: String, base: String, host: String)) throws {
    let settings = try #require(try read(row.text))
    #expect(settings.base == row.base)
    #expect(settings.host == row.host)
    #expect(settings.parallel == 4)
  }

  @Test(
    "what is no address is refused",
    arguments: ["gpu:8091", "ftp://gpu", "http://", "https://host/v1?x=1", "http:// host", "https://"])
  func bad(text: String) { #expect(throws: GeneratorSettingsError.badAddress) { try read(text) } }

  @Test("a key does not travel in the clear, but to this machine")
  func key() throws {
    #expect(throws: GeneratorSettingsError.keyInTheClear(host: "gpu")) { try read("http://gpu:1", key: "k") }
    #expect(try read("http://127.0.0.1:1", key: "k")?.key?.revealed() == "k")
    #expect(try read("http://localhost:1", key: "k") != nil)
    #expect(try read("https://gpu:1", key: "k") != nil)
    #expect(throws: GeneratorSettingsError.holdsCredentials) { try read("https://u:p@gpu") }
  }

  @Test("the key is not shown when settings are printed")
  func secrecy() throws {
    let settings = try #require(try read("https://gpu", key: "sk-very-secret"))
    #expect(!"\(settings)".contains("very") && !String(reflecting: settings).contains("very"))
  }

  @Test("numbers out of their range are refused by name", arguments: ["0", "65", "four", "-1", "1e9"])
  func numbers(text: String) {
    let values = ["T2V_GENERATOR_URL": "http://gpu", "T2V_GENERATOR_PARALLEL": text]
    let error = #expect(throws: GeneratorSettingsError.self) { try GeneratorSettings.read(values) }
    #expect(error?.description.contains("T2V_GENERATOR_PARALLEL") == true)
  }
}
