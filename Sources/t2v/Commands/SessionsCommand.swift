import ArgumentParser
import ClientConfiguration
import Conversation
import FoundationEssentials
import NemoVideo
import Presentation
import PrivateFiles
import RawJSON

/// Lists the sessions that this machine remembers. It needs no network.
struct SessionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "List earlier sessions, the one used last first.")

  @OptionGroup var engine: EngineArguments

  func run() async throws {
    let environment = try ProgramEnvironment()
    let address = (try? ServiceAddress(environment.settings[.apiURL] ?? ServiceAddress.production))?
      .description
    for (engineName, service) in [("local", "studio"), ("cloud", address ?? "")] where !service.isEmpty {
      if let choice = engine.studio, choice != .auto, choice.rawValue != engineName { continue }
      let store = SessionStore(state: environment.folders.state, service: service)
      for record in store.records() { show(record, engine: engineName) }
    }
  }

  private func show(_ record: SessionRecord, engine name: String) {
    if engine.json {
      var object = JSONWriter()
      object.add("event", "session")
      object.add("session", record.id)
      object.add("studio", name)
      if let prompt = record.prompt { object.add("prompt", prompt) }
      object.add("tracks", record.tracks)
      object.add("renders", record.renders)
      object.add("used", record.used.formatted(.iso8601))
      OutputDescriptor.standardOutput.write(object.text + "\n")
    } else {
      OutputDescriptor.standardOutput.write("\(SessionListing.line(for: record))  (\(name))\n")
    }
  }
}
