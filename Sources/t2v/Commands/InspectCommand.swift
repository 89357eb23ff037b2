import ArgumentParser
import Conversation
import Glibc
import Presentation
import PrivateFiles
import RawJSON
import ServerSentEvents
import TimelineDraft
import Understanding

/// What the client makes of text, replies, streams and drafts: standard input to standard output (CONTRACT.md).
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show what t2v makes of text, replies, streams and drafts.",
    subcommands: [Routes.self, Translation.self, Stream.self, Draft.self])

  /// Each line to its route.
  struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "route", abstract: "Each line of standard input to what it is taken for.")

    func run() throws {
      let environment = try ProgramEnvironment()
      let router = IntentRouter(home: environment.folders.home, fileExists: ProgramEnvironment.fileExists)
      while let line = readLine(strippingNewline: true) {
        OutputDescriptor.standardOutput.write(Self.json(router, line).text + "\n")
      }
    }

    private static func json(_ router: IntentRouter, _ line: String) -> JSONWriter {
      var object = JSONWriter()
      if let command = SlashInput(line), case .command(let name, let arguments) = command {
        let isIntent = [.export, .credits, .status, .upload].contains(name)
        object.add("intent", isIntent ? name.rawValue : "command")
        switch name {
        case .export:
          let export = ExportArguments(arguments)
          add(export.format, export.resolution, export.path, to: &object)
        case .upload:
          let paths = PathWords.split(arguments)
          if !paths.isEmpty { object.add("paths", paths) }
        default: if !arguments.isEmpty { object.add("rest", arguments) }
        }
        return object
      }
      let route = router.route(line)
      object.add("intent", route.intent.rawValue)
      add(route.format, route.resolution, route.path, to: &object)
      if !route.paths.isEmpty { object.add("paths", route.paths) }
      if let rest = route.wordsAroundPaths { object.add("rest", rest) }
      return object
    }

    /// What is said of an export. The file to write is `path`, as in the event `route`, and the only one of `paths`.
    private static func add(
      _ format: String?, _ resolution: String?, _ path: String?, to object: inout JSONWriter
    ) {
      if let format { object.add("format", format) }
      if let resolution { object.add("resolution", resolution) }
      if let path {
        object.add("path", path)
        object.add("paths", [path])
      }
    }
  }

  /// A reply to what a user sees of it.
  struct Translation: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "translate", abstract: "A reply of the service to what a user sees, then the actions.")

    func run() {
      let reply = String(decoding: StandardInput.allBytes(), as: UTF8.self)
      let (text, actions) = GUITranslator.translate(TextSanitiser.clean(reply))
      let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
      let lines = actions.map { TextSanitiser.singleLine("\($0)") + "\n" }
      OutputDescriptor.standardOutput.write(text + end + "--\n" + lines.joined())
    }
  }

  /// Raw bytes of an event stream to its events.
  struct Stream: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sse", abstract: "Raw bytes of an event stream to one JSON object an event.")

    func run() throws {
      var parser = EventStreamParser()
      do {
        try parser.parse(StandardInput.allBytes()) { event in
          var object = JSONWriter()
          object.add("event", event.event)
          object.add("data", event.dataText)
          if !event.lastEventID.isEmpty { object.add("id", event.lastEventID) }
          if let retry = event.retry { object.add("retry", retry) }
          OutputDescriptor.standardOutput.write(object.text + "\n")
        }
      } catch let error as EventStreamError {
        OutputDescriptor.standardError.write("t2v: \(error)\n")
        throw ExitCode(1)
      }
    }
  }

  /// A draft to its summary.
  struct Draft: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "timeline", abstract: "A draft, or a whole state answer, to the timeline's summary.")

    func run() throws {
      guard let value = JSONValue(StandardInput.allBytes()), value.kind == .object else {
        OutputDescriptor.standardError.write(
          "t2v: Standard input is no JSON object. Give a draft or a state answer.\n")
        throw ExitCode(1)
      }
      guard let draft = DraftDocument(inAnswer: value) else {
        OutputDescriptor.standardError.write("t2v: There is no draft in this JSON: it has no tracks (“t”).\n")
        throw ExitCode(1)
      }
      OutputDescriptor.standardOutput.write(TextSanitiser.singleLine(draft.timeline.summary) + "\n")
    }
  }
}
