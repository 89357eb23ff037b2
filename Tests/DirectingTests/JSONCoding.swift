import Directing
import Foundation

/// Films as JSON.
enum JSONCoding {
  static func encode(_ film: Film) throws -> Data { try JSONEncoder().encode(film) }
  static func decode(_ data: Data) throws -> Film { try JSONDecoder().decode(Film.self, from: data) }
}
