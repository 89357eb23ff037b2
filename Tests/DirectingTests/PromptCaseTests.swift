import Directing
import Foundation
import Testing

@Suite("What the director makes of prompts")
struct PromptCaseTests {
  static let rows = CaseFile("prompts").rows

  @Test("there are at least 120 prompts in the table") func enoughCases() {
    #expect(Self.rows.count >= 120)
  }

  @Test("a prompt is read as its line of the table says", arguments: rows)
  func prompt(_ row: CaseFile.Row) throws {
    try #require(row.columns.count == 2)
    let board = Director().storyboard(for: row.columns[0])
    for part in row.columns[1].components(separatedBy: "; ") {
      #expect(holds(part, of: board), "\(part)\n\(describe(board))")
    }
  }

  private func describe(_ board: Storyboard) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? String(decoding: encoder.encode(board), as: UTF8.self)) ?? ""
  }

  private func holds(_ part: String, of board: Storyboard) -> Bool {
    guard let sign = part.firstIndex(where: { "=<>".contains($0) }) else {
      switch part {
      case "nosub": return board.substitutions.isEmpty
      case "notitle": return board.title == nil
      default: return false
      }
    }
    let key = String(part[..<sign])
    let value = String(part[part.index(after: sign)...])
    func compares(_ number: Double?) -> Bool {
      guard let number else { return value == "nil" }
      guard let wanted = Double(value) else { return false }
      return switch part[sign] {
      case "<": number < wanted
      case ">": number > wanted
      default: abs(number - wanted) < 0.001
      }
    }
    guard let shot = board.shots.first else { return false }
    let names = value.components(separatedBy: ",")
    switch key {
    case "kinds", "kinds2", "kinds3":
      let index = key == "kinds" ? 0 : key == "kinds2" ? 1 : 2
      guard board.shots.indices.contains(index) else { return false }
      return names.allSatisfy { name in board.shots[index].elements.contains { $0.kind.rawValue == name } }
    case "not": return names.allSatisfy { name in !shot.elements.contains { $0.kind.rawValue == name } }
    case "time": return shot.timeOfDay.rawValue == value
    case "ms": return compares(Double(board.durationMS))
    case "ms1": return compares(Double(shot.durationMS))
    case "ms2": return compares(board.shots.dropFirst().first.map { Double($0.durationMS) })
    case "name": return board.name == value
    case "title": return board.title?.text.replacingOccurrences(of: "\n", with: "¶") == value
    case "later":
      return board.laterTitles.map { "\($0.plan.text)@\($0.startMS)" }.joined(separator: ",") == value
    case "title.size": return compares(board.title?.size)
    case "title.ms": return compares(board.title.map { Double($0.durationMS) })
    case "title.place": return board.title?.place.rawValue == value
    case "title.colour": return (board.title?.colour?.name ?? "nil") == value
    case "canvas":
      return "\(board.canvas.width)x\(board.canvas.height)@\(board.canvas.framesPerSecond)" == value
    case "shots": return compares(Double(board.shots.count))
    case "music": return (board.music?.mood.rawValue ?? "none") == value
    case "tempo": return compares(board.music.map { Double($0.tempo) })
    case "key": return compares(board.music.map { Double($0.key) })
    case "minor": return board.music?.isMinor == (value == "1")
    case "loop": return shot.loops == (value == "1")
    case "camera": return shot.camera.rawValue == value
    case "style": return (shot.style?.rawValue ?? "nil") == value
    case "style2": return board.shots.count > 1 && (board.shots[1].style?.rawValue ?? "nil") == value
    case "tint": return (shot.tint?.name ?? "nil") == value
    case "energy": return compares(shot.energy)
    case "sub":
      let parts = part.dropFirst(4).components(separatedBy: ">")
      return board.substitutions.contains {
        $0.word == parts[0] && (parts.count == 1 || $0.drawnInstead == parts[1])
      }
    default:
      let path = key.components(separatedBy: ".")
      guard path.count == 2 else { return false }
      if path[0] == "elements" {
        return compares(Double(shot.elements.filter { $0.kind.rawValue == path[1] }.count))
      }
      guard let element = shot.elements.first(where: { $0.kind.rawValue == path[0] }) else { return false }
      switch path[1] {
      case "count": return compares(element.count.map(Double.init))
      case "colour": return (element.colour?.name ?? "nil") == value
      case "size": return compares(element.size)
      case "speed": return compares(element.speed)
      case "place": return compares(element.place)
      case "heading": return element.heading.rawValue == value
      case "figures": return (element.figures ?? []).map(\.rawValue).joined(separator: "+") == value
      case "rings": return element.hasRings == (value == "1")
      case "posture": return (element.posture?.rawValue ?? "nil") == value
      default: return false
      }
    }
  }
}
