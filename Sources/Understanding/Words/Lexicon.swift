/// The words that requests for an action are made of, in all languages at once: a word that means nothing in
/// one language may be the verb of another, and people mix them ("导出成 mp4 please").
enum Lexicon {
  private static let tables: [[(WordClass, String)]] = [english, european, chinese, japaneseAndKorean]

  /// Folded word → classes. Built on first use, in well under a millisecond's thousandths a word.
  static let words: [String: WordClass] = {
    var words: [String: WordClass] = [:]
    words.reserveCapacity(3_000)
    for (wordClass, list) in tables.joined() {
      for word in list.split(whereSeparator: \.isWhitespace) {
        words[TextFolding.fold(String(word)), default: []].formUnion(wordClass)
      }
    }
    for name in OutputWords.formats.keys { words[name, default: []].formUnion(.format) }
    for name in OutputWords.resolutions.keys { words[name, default: []].formUnion(.resolution) }
    return words
  }()

  /// The longest word of the lexicon, in characters: the window of the segmentation of scripts without spaces.
  static let longestWord = 12

  /// The words whose typos are understood. All are long enough to survive a wrong letter.
  static let forgiven: [[Character]] = [
    "export", "download", "credits", "balance", "status", "timeline", "tracks", "upload", "render",
    "progress",
    "remaining", "video", "exportar", "exporter", "exportieren", "herunterladen", "telecharger", "descargar",
    "please",
  ].map { Array($0) }

  /// Real words within one letter of a forgiven one.
  private static let realWords: Set<String> = [
    "expert", "experts", "exports", "downloads", "statue", "statues", "stats", "static", "trucks", "tricks",
    "cracks",
    "crafts", "traces", "unload", "reload", "balanced", "balances", "edits", "credited", "videos", "vide",
    "exporters", "tender", "gender", "fender", "sender", "renders", "lender", "uploads", "explore", "racks",
    "statutes",
    "stacks", "trains", "valance", "depart", "report", "extort", "regress", "renter", "reminder", "pleased",
    "pleas",
    "expat", "downloader", "deport", "statued", "credit", "timelines", "tracts", "track", "tracked", "trance",
    "vireo", "balancer",
    "exported", "rendered", "reader", "rende", "lances", "dances", "valences", "progressed", "congress",
    "ogress", "creditor",
  ]

  /// The classes of a word written with Latin letters, forgiving a slip of the finger.
  static func classes(of word: String) -> WordClass {
    if let known = words[word] { return known }
    if let known = words[unstretched(word, to: 2)] ?? words[unstretched(word, to: 1)] { return known }
    if word.hasSuffix("in") || word.hasSuffix("in'"), let known = words[word.prefix { $0 != "'" } + "g"] {
      return known
    }
    if word.hasSuffix("'s"), let owner = words[String(word.dropLast(2))] { return owner }
    let letters = Array(word)
    guard letters.count >= 5, letters.count <= 15, !realWords.contains(word) else { return [] }
    for candidate in forgiven where isSlip(letters, of: candidate) {
      return words[String(candidate)] ?? []
    }
    return []
  }

  /// "plsss" and "nowww": letters that stand three times and more, cut to `count`.
  private static func unstretched(_ word: String, to count: Int) -> String {
    var short = ""
    var run: [Character] = []
    for letter in word {
      if letter != run.first {
        short += run.count > 2 ? String(run.prefix(count)) : String(run)
        run = []
      }
      run.append(letter)
    }
    return short + (run.count > 2 ? String(run.prefix(count)) : String(run))
  }

  /// Whether `typed` is `word` with one letter left out, doubled or put in, two neighbours swapped, or (in
  /// words of six letters and more) one letter wrong. The first letter is always right.
  static func isSlip(_ typed: [Character], of word: [Character]) -> Bool {
    guard abs(typed.count - word.count) <= 1, typed.first == word.first, word.count >= 5 else { return false }
    var start = 0
    while start < typed.count, start < word.count, typed[start] == word[start] { start += 1 }
    var typedEnd = typed.count
    var wordEnd = word.count
    while typedEnd > start, wordEnd > start, typed[typedEnd - 1] == word[wordEnd - 1] {
      typedEnd -= 1
      wordEnd -= 1
    }
    let extra = typedEnd - start
    let missing = wordEnd - start
    switch (extra, missing) {
    case (0, 1), (1, 0): return true
    case (1, 1): return word.count >= 6
    case (2, 2): return typed[start] == word[start + 1] && typed[start + 1] == word[start]
    default: return false
    }
  }
}
