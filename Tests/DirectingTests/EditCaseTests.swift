import Directing
import Foundation
import Testing

@Suite("What the editor hears in a message")
struct EditCaseTests {
  static let rows = CaseFile("edits").rows
  static let film = Film(Director().storyboard(for: "a sunset over ocean waves with three birds"))

  static let twoScenes = Film(
    Director().storyboard(
      for: "a fishing boat on a calm lake at dawn, then a forest in autumn, 8 seconds, title \"Still\""))

  @Test("there are at least 100 messages in the table") func enoughCases() {
    #expect(Self.rows.count >= 100)
  }

  @Test("a message asks for what its line of the table says", arguments: rows)
  func message(_ row: CaseFile.Row) throws {
    try #require(row.columns.count == 3)
    let film = row.columns[0] == "-" ? nil : row.columns[0] == "t" ? Self.twoScenes : Self.film
    let requests = EditParser(director: Director()).requests(in: row.columns[1], film: film)
    let wanted = row.columns[2].components(separatedBy: " | ")
    let found = requests.map(Self.brief)
    #expect(found.count == wanted.count, "\(found)")
    for (found, wanted) in zip(found, wanted) {
      let matches = wanted.hasSuffix(":*") ? found.hasPrefix(wanted.dropLast()) : found == wanted
      #expect(matches, "\(found) is not \(wanted)")
    }
  }

  private static func brief(_ change: Change) -> String {
    switch change {
    case .to(let value): "=\(value)"
    case .times(let factor): "*\(factor)"
    }
  }

  static func brief(_ request: EditRequest) -> String {
    switch request {
    case .newScene(let board): return "new:\(board.name)"
    case .appendScene(let board): return "append:\(board.name)"
    case .setMusic(let plan, let name): return "music:\(plan.mood.rawValue)" + (name.map { "(\($0))" } ?? "")
    case .removeMusic: return "nomusic"
    case .setMusicVolume(.to(let value)): return "volume:\(value)"
    case .setMusicVolume(.times(let factor)): return "volume:*\(factor)"
    case .setTitle(let title): return "settitle:\(title.text)@\(title.place.rawValue),\(title.durationMS)"
    case .changeTitle(let text): return "title=\(text)"
    case .styleTitle(let style):
      let parts = [
        style.place.map { "place=\($0.rawValue)" }, style.size.map { "size\(brief($0))" },
        style.colour.map { "colour=\($0.name)" }, style.durationMS.map { "ms=\($0)" },
      ]
      return "style:" + parts.compactMap(\.self).joined(separator: " ")
    case .removeTitle: return "notitle"
    case .addTitle(let title, let start):
      let colour = title.colour.map { " colour=\($0.name)" } ?? ""
      return "addtitle:\(title.text)@\(title.place.rawValue),\(start)+\(title.durationMS)\(colour)"
    case .ofTitle(let number, let inner): return "of\(number) \(brief(inner))"
    case .setLength(let length): return "length:\(length)"
    case .changeLength(let factor): return "length*\(factor)"
    case .lengthen(let by): return by < 0 ? "length\(by)" : "length+\(by)"
    case .setAspect(let ratio): return "aspect:\(ratio.width):\(ratio.height)"
    case .setFrameRate(let rate): return "fps:\(rate)"
    case .setLoop(let loops): return "loop:\(loops)"
    case .setTimeOfDay(let time): return "time:\(time.rawValue)"
    case .setTint(let colour): return "tint:\(colour.name)"
    case .removeTint: return "notint"
    case .setEnergy(let change): return "energy\(brief(change))"
    case .setCamera(let move): return "camera:\(move.rawValue)"
    case .setSpeed(let change): return "speed\(brief(change))"
    case .addElement(let elements):
      return "add:"
        + elements.map {
          $0.kind.rawValue + ($0.count.map { "\($0)" } ?? "") + ($0.colour.map { "/\($0.name)" } ?? "")
        }
        .joined(separator: ",")
    case .removeElement(let kinds): return "remove:" + kinds.map(\.rawValue).joined(separator: ",")
    case .changeElement(let kind, let change):
      let parts = [
        change.colour.map { "colour=\($0.name)" }, change.size.map { "size\(brief($0))" },
        change.count.map { "count\(brief($0))" }, change.speed.map { "speed\(brief($0))" },
        change.place.map { "place=\($0)" }, change.heading.map { "heading=\($0.rawValue)" },
      ]
      return "change:\(kind.rawValue) " + parts.compactMap(\.self).joined(separator: " ")
    case .timeline(let edit): return "timeline:\(edit)"
    case .setStyle(let style): return "look:\(style?.rawValue ?? "natural")"
    case .removeShot(let number): return "removeshot:\(number)"
    case .inShot(let number, let inner): return "in\(number) \(brief(inner))"
    case .substituted(let substitution): return "sub:\(substitution.word)"
    case .anotherTake: return "again"
    case .undo: return "undo"
    case .redo: return "redo"
    case .startOver: return "over"
    case .clear: return "clear"
    case .describe: return "describe"
    case .needsPrompt: return "prompt"
    case .cannot: return "cannot"
    case .answer: return "answer"
    }
  }
}
