import Directing
import Foundation

/// Films as the bytes of a draft. The same film gives the same bytes.
public enum FilmCoding {
  /// Writes a draft.
  public static func encode(_ film: Film) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(film)
  }

  /// A number of a drawing, with one decimal at most.
  static func number(_ value: Double) -> String { String((value * 10).rounded() / 10) }

  /// Reads a draft, or the draft inside a whole state answer.
  /// - Throws: a `DecodingError` if it is neither.
  public static func decode(_ json: Data) throws -> Film {
    struct Answer: Decodable {
      struct Content: Decodable {
        struct State: Decodable { var draft: Film }
        var state: State
      }
      var data: Content
    }
    struct State: Decodable { var draft: Film }
    let decoder = JSONDecoder()
    if let answer = try? decoder.decode(Answer.self, from: json) { return answer.data.state.draft }
    if let state = try? decoder.decode(State.self, from: json) { return state.draft }
    return try decoder.decode(Film.self, from: json)
  }
}
