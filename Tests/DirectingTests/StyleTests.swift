import Directing
import Foundation
import Testing

@Suite("Styles in the model")
struct StyleModelTests {
  @Test("a film is restyled as a whole, and back to what it was")
  func restyle() {
    let film = Film(Director().storyboard(for: "a lake, then a city, then a forest"))
    #expect(film.style == nil)
    let painted = film.styled(.watercolour)
    #expect(painted.style == .watercolour)
    #expect(painted.tracks.flatMap(\.segments).compactMap(\.shot).allSatisfy { $0.style == .watercolour })
    #expect(painted.styled(nil) == film)
  }

  @Test("a draft without a style reads as a natural one, and a style survives the draft")
  func draft() throws {
    let film = Film(Director().storyboard(for: "a lake in anime style"))
    let bytes = try JSONEncoder().encode(film)
    #expect(try JSONDecoder().decode(Film.self, from: bytes) == film)
    let plain = try JSONEncoder().encode(film.styled(nil))
    #expect(!String(decoding: plain, as: UTF8.self).contains("style"))
    #expect(try JSONDecoder().decode(Film.self, from: plain).style == nil)
  }

  @Test(
    "a wish for a style is found in an edit",
    arguments: [
      ("make it watercolour", Style.Wish.style(.watercolour)), ("换成水墨风格", .style(.ink)),
      ("no style", .natural), ("turn it into pixel art", .style(.pixel)), ("改成剪纸", .style(.paperCut)),
    ])
  func wish(text: String, wish: Style.Wish) { #expect(Style.wish(in: text) == wish) }

  @Test(
    "what is no style is none", arguments: ["make it night", "cinematic music please", "add three birds"])
  func noWish(text: String) { #expect(Style.wish(in: text) == nil) }

  @Test("every style has a name in both languages")
  func names() {
    for style in Style.allCases {
      #expect(!style.name(in: .english).isEmpty && !style.name(in: .chinese).isEmpty)
    }
  }
}
