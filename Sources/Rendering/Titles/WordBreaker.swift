import Directing
import PrivateFiles

/// Finds where lines may end in scripts that have no spaces between words, and marks these places with U+200B.
///
/// Thai words are told apart by Pango's `pango-segmentation`, which has a dictionary, where it is installed. Without it,
/// and in Lao, Burmese and Khmer, a line may end before what can only begin a syllable.
package struct WordBreaker: Sendable {
  let tools: MediaTools
  /// The path of `pango-segmentation`; nil: words are told apart by syllables.
  let segmenter: String?

  private static let limits = ResourceLimits(cpuSeconds: 10, addressSpace: 4 << 30, fileSize: 1 << 20)
  private static let mark: Character = "\u{200B}"

  /// A breaker that uses what is installed.
  init(tools: MediaTools) {
    self.init(tools: tools, segmenter: MediaTools.program("pango-segmentation"))
  }

  /// A breaker that asks a program, or none.
  package init(tools: MediaTools, segmenter: String?) {
    self.tools = tools
    self.segmenter = segmenter
  }

  /// The film with marks in its titles and subtitles.
  func marked(_ film: Film) async throws(RenderError) -> Film {
    var film = film
    for track in film.tracks.indices where film.tracks[track].kind == .text {
      for segment in film.tracks[track].segments.indices {
        guard let title = film.tracks[track].segments[segment].title, Self.needsMarks(title.text) else {
          continue
        }
        film.tracks[track].segments[segment].title?.text = try await marked(title.text)
      }
    }
    return film
  }

  /// A text with marks where lines may end.
  package func marked(_ text: String) async throws(RenderError) -> String {
    guard Self.needsMarks(text) else { return text }
    var runs: [(script: Script?, letters: [Character])] = []
    for character in text {
      let script = Script(of: character)
      if let last = runs.indices.last, runs[last].script == script {
        runs[last].letters.append(character)
      } else {
        runs.append((script, [character]))
      }
    }
    let thai = runs.filter { $0.script == .thai }.map { String($0.letters) }
    var words = try await self.words(thai)
    var marked = ""
    for run in runs {
      guard let script = run.script else {
        marked += String(run.letters)
        continue
      }
      let known = script == .thai && !words.isEmpty ? words.removeFirst() : nil
      marked += known ?? script.marked(run.letters, with: Self.mark)
    }
    return marked
  }

  /// The runs of Thai letters with marks between their words; nothing where that can't be told.
  private func words(_ runs: [String]) async throws(RenderError) -> [String] {
    guard let segmenter, !runs.isEmpty else { return [] }
    // No text of a user stands in an argument. Between the runs are spaces, which are not Thai.
    let scratch = try TemporaryFolder.scratch()
    let file = try scratch.keep(Array(runs.joined(separator: " ").utf8), named: "words.txt")
    let program = MediaProgram(path: segmenter, arguments: ["--kind=line", file], limits: Self.limits)
    let (output, ending) = try await program.collect(limit: 1 << 20)
    guard ending.isSuccess else { return [] }
    let told = String(decoding: output, as: UTF8.self).filter { $0 != "\n" }
    let parts = told.split(separator: " ", omittingEmptySubsequences: true).map { part in
      part.split(separator: "|").joined(separator: String(Self.mark))
    }
    // Nothing but marks may have come in.
    let plain = parts.map { part in part.filter { $0 != Self.mark } }
    return plain == runs ? parts : []
  }

  private static func needsMarks(_ text: String) -> Bool { text.contains { Script(of: $0) != nil } }

  /// The scripts without spaces between words.
  private enum Script {
    case thai, lao, burmese, khmer

    init?(of character: Character) {
      switch character.unicodeScalars.first?.value ?? 0 {
      case 0x0E01...0x0E7F: self = .thai
      case 0x0E81...0x0EFF: self = .lao
      case 0x1000...0x109F: self = .burmese
      case 0x1780...0x17FF: self = .khmer
      default: return nil
      }
    }

    /// Letters with a mark before each that begins a syllable.
    func marked(_ letters: [Character], with mark: Character) -> String {
      var marked = ""
      for (index, letter) in letters.enumerated() {
        if index > 0, begins(letters, index) { marked.append(mark) }
        marked.append(letter)
      }
      return marked
    }

    private func begins(_ letters: [Character], _ index: Int) -> Bool {
      let scalars = letters[index].unicodeScalars.map(\.value)
      let before = letters[index - 1].unicodeScalars.map(\.value)
      guard let first = scalars.first, let end = before.last else { return false }
      switch self {
      case .thai, .lao:
        // A vowel that is written before its consonant.
        let leads: ClosedRange<UInt32> = self == .thai ? 0x0E40...0x0E44 : 0x0EC0...0x0EC4
        return leads.contains(first) && !leads.contains(end)
      case .burmese:
        // A consonant that is neither killed nor stacked, nor below another.
        return (0x1000...0x102A).contains(first) && !scalars.contains(0x103A) && !scalars.contains(0x1039)
          && end != 0x1039
      case .khmer:
        // A consonant with a vowel or a foot, that is no foot itself; one alone may close a syllable.
        return (0x1780...0x17B3).contains(first) && scalars.count > 1 && end != 0x17D2
      }
    }
  }
}
