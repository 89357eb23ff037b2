import Testing
import Understanding

@Suite("What an utterance asks for")
struct IntentRouterTests {
  let router = IntentRouter(home: "/home/me")

  @Test("98% of all labelled utterances do what the user meant, and 97% of the hard negatives stay messages")
  func accuracy() throws {
    let cases = try CaseFile.routes("routes.tsv") + CaseFile.routes("routes-held-out.tsv")
    var table = ConfusionTable()
    var hard = ConfusionTable()
    var exact = 0
    for example in cases {
      let route = router.route(example.text)
      table.add(expected: example.expected.intent, got: route.intent)
      if example.tag == "hard" { hard.add(expected: example.expected.intent, got: route.intent) }
      if example.matches(route) { exact += 1 } else { print("missed: \(example) → \(route)") }
    }
    print("rows: meant, columns: understood\n\(table)\n\(exact) of \(table.total) right in every detail")
    #expect(cases.count >= 600)
    #expect(table.accuracy >= 0.98)
    #expect(Double(exact) / Double(table.total) >= 0.97)
    #expect(hard.total >= 150)
    #expect(hard.accuracy >= 0.97)
  }

  @Test("Every phrase of SEED.md does what SEED.md says")
  func seedPhrases() throws {
    let phrases = try CaseFile.routes("routes.tsv").filter { $0.tag == "seed" }
    #expect(phrases.count >= 20)
    for phrase in phrases { #expect(phrase.matches(router.route(phrase.text)), "\(phrase)") }
  }

  @Test("An export that waits for the film to be done is an export, a question about formats is a message")
  func exportWhenReady() {
    for text in [
      "ready when you are, export it", "whenever you're ready, export it",
      "is it done? then save it as a mov",
    ] {
      #expect(router.route(text).intent == .export, "\(text)")
    }
    #expect(router.route("is it ready to export?").intent == .status)
    for text in ["can you make gifs?", "could you export mp4s?"] {
      #expect(router.route(text).intent == .message, "\(text)")
    }
    #expect(router.route("can you export it as gif?").intent == .export)
  }

  @Test("The message of a text with an edit and an export is the edit")
  func messageBeforeExport() {
    let route = router.route("add a title and then export as gif, 720p")
    #expect(route.intent == .message)
    #expect(route.rest == "add a title")
    #expect(route.thenExport == Route.ThenExport(format: "gif", resolution: "720p"))
    #expect(router.route("加个标题，然后导出").rest == "加个标题")
    #expect(router.route("don't export yet, first add a title").thenExport == nil)
  }

  @Test("A name without a folder is a file when it is there, and words otherwise")
  func existingNames() {
    let router = IntentRouter(fileExists: {
      $0 == "clip.mov" || $0 == "media/a b.mp4" || $0 == "takes/one.mp4"
    })
    #expect(router.route("clip.mov") == Route(.upload, paths: ["clip.mov"]))
    #expect(
      router.route("takes/one.mp4 make it slower")
        == Route(.upload, paths: ["takes/one.mp4"], rest: "make it slower"))
    #expect(router.route("other.mov").intent == .message)
    #expect(router.route("upload other.mov") == Route(.upload, paths: ["other.mov"]))
  }

  @Test("Without a home folder a tilde stays as it was typed")
  func tilde() {
    #expect(IntentRouter().route("~/a.mov").paths == ["~/a.mov"])
    #expect(IntentRouter(home: "/h").route("~/a.mov").paths == ["/h/a.mov"])
    #expect(IntentRouter(home: "/h").route("~ana/a.mov").paths == ["~ana/a.mov"])
  }

  @Test("An apostrophe that a shell has quoted comes back as one")
  func shellQuotes() {
    #expect(router.route(#"'/tmp/it'\''s mine.mov'"#).paths == ["/tmp/it's mine.mov"])
    #expect(router.route(#"/tmp/it\'s\ mine.mov"#).paths == ["/tmp/it's mine.mov"])
  }

  @Test("Odd texts are read without a trap")
  func oddTexts() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<2_000 { _ = router.route(random.oddText()) }
  }

  @Test("A text of a megabyte is a message, at once")
  func hugeText() {
    let huge = String(repeating: "export the video \"/tmp/a b.mov ", count: 36_000)
    #expect(router.route(huge).intent == .message)
    let long = String(repeating: "'/a \"b “c file:///% ", count: 800)
    _ = router.route(long)
  }

  @Test("Only an upload has words around paths; the edit of a message that is exported then has none")
  func wordsAroundPaths() {
    #expect(router.route("/tmp/a.mov make it slower").wordsAroundPaths == "make it slower")
    #expect(
      router.route("upload ~/a.mov and put the music under it").wordsAroundPaths == "put the music under it")
    #expect(router.route("~/a.mov").wordsAroundPaths == nil)
    #expect(router.route("upload ~/a.mov please").wordsAroundPaths == nil)
    #expect(router.route("add a title and then export as gif").wordsAroundPaths == nil)
    #expect(router.route("export as gif").wordsAroundPaths == nil)
    #expect(router.route("how do I upload").wordsAroundPaths == nil)
    #expect(router.route("a cat on a beach").wordsAroundPaths == nil)
  }

  @Test(
    "HD names are the lines that the field means by them, and exact lines beside them count",
    arguments: [
      ("export in HD", "720p"), ("export in full HD", "1080p"), ("Export in FHD", "1080p"),
      ("export in 2K", "1440p"),
      ("export in QHD", "1440p"), ("export in 4K", "2160p"), ("export in ultra HD", "2160p"),
      ("export in UHD", "2160p"),
      ("export in HD 1080p", "1080p"), ("export 1080p HD", "1080p"), ("export it in ten eighty p", "1080p"),
      ("export it at 1080 x 1920", "1080p"), ("export 1920x1080", "1080p"),
    ])
  func resolutions(_ text: String, _ resolution: String) {
    #expect(router.route(text) == Route(.export, resolution: resolution))
  }
}
