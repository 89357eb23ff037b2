/// Understands what an utterance asks for (SEED.md, "Matching Input to Actions").
///
/// A word like "export" decides nothing by itself. The utterance is cut into clauses; each is read as a request
/// for an action, a refusal, a remark or a description of the film (`ClauseReader`), and the router goes by all
/// of them: as soon as one describes or changes the film, the whole is a message, which an export may follow.
public struct IntentRouter: Sendable {
  private let home: String?
  private let fileExists: @Sendable (String) -> Bool

  /// Texts longer than this (in UTF-8) are scripts, not requests.
  private static let longestRequest = 16_384

  /// Makes a router.
  /// - Parameters:
  ///   - home: what a leading `~` stands for; nil leaves it as typed.
  ///   - fileExists: whether a file is there, by its decoded path, which may be relative. It is asked only about
  ///     what may be a path, to tell names with bare spaces and names without a folder.
  public init(home: String? = nil, fileExists: @escaping @Sendable (String) -> Bool = { _ in false }) {
    self.home = home
    self.fileExists = fileExists
  }

  /// What `text` asks for. Never fails: what is not understood is a message.
  public func route(_ text: String) -> Route {
    guard text.utf8.count <= Self.longestRequest else { return Route(.message) }
    let characters = Array(Self.unwrapped(text))
    let references = ReferenceScanner.scan(characters, home: home, fileExists: fileExists)
    let tokens = Tokenizer.tokens(characters, references: references)
    let clauses = Clause.split(tokens).map { $0.withAttributes() }
    let reader = ClauseReader(references: references)
    let readings = clauses.map { reader.read($0) }

    if !references.isEmpty {
      let upload = UploadReader(
        characters: characters, references: references, clauses: clauses, readings: readings,
        fileExists: fileExists)
      if let route = upload.route(tokens: tokens) { return route }
    }
    return combine(clauses, readings, references, characters)
  }

  /// Someone who copies `"export 1080p MP4"` from the instructions with its quotes means what is inside.
  private static func unwrapped(_ text: String) -> Substring {
    var view = text[...]
    while view.first?.isWhitespace == true { view = view.dropFirst() }
    while view.last?.isWhitespace == true { view = view.dropLast() }
    guard view.count > 2, let first = view.first, let last = view.last else { return view }
    let pairs: [Character: Character] = ["\"": "\"", "“": "”", "「": "」"]
    let inner = view.dropFirst().dropLast()
    guard pairs[first] == last, !inner.contains(first), !inner.contains(last), !inner.contains("."),
      !inner.contains("/")
    else { return view }
    return inner
  }

  private func combine(
    _ clauses: [Clause], _ readings: [Reading], _ references: [Reference], _ characters: [Character]
  ) -> Route {
    if readings.contains(where: { $0.act == .refusal }) { return Route(.message) }
    let firstAction = readings.firstIndex { if case .action = $0.act { true } else { false } }
    guard let firstAction, case .action(let intent) = readings[firstAction].act else {
      let retries =
        readings.contains { $0.tellsOfFailedExport } && readings.contains { $0.repeats }
        && !readings.contains { $0.act == .content }
      return Route(retries ? .export : .message)
    }
    if readings[firstAction...].contains(where: \.holdsBack) { return Route(.message) }
    // "import and export": the name of a trade. One who hands something in has nothing to fetch yet.
    if readings.contains(where: { $0.act == .action(.upload) }),
      readings.contains(where: { $0.act == .action(.export) })
    {
      return Route(.message)
    }
    if let lastContent = readings.lastIndex(where: { $0.act == .content }) {
      return message(clauses, readings, references, characters, lastContent: lastContent)
    }
    // "ready when you are, export it", "is it done? then send it over": the export is what is waited for.
    let last = readings.lastIndex { $0.act == .action(.export) && $0.isFull }
    if intent == .status, let last, last > firstAction, !clauses[last].asks {
      return merged(readings[firstAction...], references)
    }
    guard intent == .export else { return Route(intent) }
    return merged(readings[...], references)
  }

  /// One export of all that the clauses say about it.
  private func merged(_ readings: ArraySlice<Reading>, _ references: [Reference]) -> Route {
    var route = Route(.export)
    for reading in readings {
      if let format = reading.format { route.format = format }
      if let resolution = reading.resolution { route.resolution = resolution }
      if let destination = reading.destination { route.path = references[destination].value }
    }
    return route
  }

  static let editVerbs: Set<String> = [
    "add", "remove", "make", "change", "put", "trim", "cut", "speed", "slow", "replace", "use", "set", "move",
    "swap", "delete",
    "crop", "fade", "shorten", "extend", "brighten", "darken", "mute", "turn", "insert", "rotate", "zoom",
    "blur", "increase",
    "decrease", "lower", "raise", "fix", "adjust", "write", "animate", "generate", "create", "loop",
    "reverse", "merge", "split",
    "drop", "give", "color", "colour", "apply", "rename", "edit", "tweak", "stretch", "overlay", "bring",
    "reduce", "boost", "finish",
    "anade", "agrega", "pon", "quita", "cambia", "haz", "ajoute", "ajouter", "mets", "enleve", "change",
    "fuge", "mach", "entferne",
    "adicione", "adiciona", "coloca", "remova", "tira", "muda", "生成", "做",
  ]
  static let editCharacters: Set<Character> = [
    "加", "删", "改", "换", "调", "去", "把", "让", "剪", "添", "配", "做", "生", "変", "追", "将", "裁", "插", "移",
  ]

  /// A message, followed by an export if one is asked for after all that describes the film.
  private func message(
    _ clauses: [Clause], _ readings: [Reading], _ references: [Reference], _ characters: [Character],
    lastContent: Int
  ) -> Route {
    var route = Route(.message)
    let after = lastContent + 1
    guard after < readings.count,
      let start = readings[after...].firstIndex(where: { $0.act == .action(.export) }),
      let firstToken = clauses[start].tokens.first
    else { return route }
    let isRequest =
      readings[start].isFull || clauses[start].link == .then
      || clauses[...lastContent].contains { edits($0) }
    guard isRequest, !readings[..<start].contains(where: { if case .action = $0.act { true } else { false } })
    else { return route }
    let export = merged(readings[start...], references)
    route.thenExport = Route.ThenExport(
      format: export.format, resolution: export.resolution, path: export.path)
    var end = firstToken.range.lowerBound
    if let lastToken = clauses[start - 1].tokens.last { end = lastToken.range.upperBound }
    route.rest = String(characters[..<end])
    return route
  }

  private func edits(_ clause: Clause) -> Bool {
    let spoken = clause.tokens.first { token in
      Self.editVerbs.contains(token.text) || !token.classes.contains(.glue) || token.text == "把"
        || token.text == "让"
    }
    guard let spoken else { return false }
    return Self.editVerbs.contains(spoken.text)
      || spoken.text.first.map { Self.editCharacters.contains($0) } == true
  }
}
