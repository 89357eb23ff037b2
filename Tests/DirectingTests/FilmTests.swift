import Directing
import Foundation
import Testing

@Suite("The film as JSON")
struct FilmTests {
  @Test("a film survives JSON, in the short keys of the wire") func roundTrip() throws {
    let film = Film(
      Director().storyboard(
        for: "a purple sea with three birds, titled 'X', lo-fi music, then a city at night"))
    let data = try JSONEncoder().encode(film)
    #expect(try JSONDecoder().decode(Film.self, from: data) == film)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tracks = try #require(object["t"] as? [[String: Any]])
    #expect(tracks.map { $0["tt"] as? Int } == [0, 1, 7])
    let segments = try #require(tracks[0]["sg"] as? [[String: Any]])
    #expect(segments.count == 2)
    #expect(segments[0]["d"] as? Int == 5000)
    let metadata = try #require(segments[0]["m"] as? [String: Any])
    #expect(metadata["name"] as? String == "purple sea with three birds")
    let music = try #require((tracks[1]["sg"] as? [[String: Any]])?.first?["m"] as? [String: Any])
    #expect(music["name"] as? String == "Lo-fi")
    #expect(music["volume"] as? Double == 0.35)
    let title = try #require((tracks[2]["sg"] as? [[String: Any]])?.first?["m"] as? [String: Any])
    #expect(title["text"] as? String == "X")
  }
}
