import ArgumentParser

extension EngineChoice: ExpressibleByArgument {}

/// ``EngineOptions`` as they are typed.
struct EngineArguments: ParsableArguments {
  @Option(help: "The engine: the service (cloud), the built-in studio (local), or whichever is there (auto).")
  var studio: EngineChoice?

  @Flag(help: "Write one JSON object a line on standard output.")
  var json = false

  @Option(name: .customLong("output-dir"), help: "The folder for exported files.", completion: .directory)
  var outputDirectory: String?

  @Option(help: "The language of the session, such as en or zh.")
  var language: String?

  @Flag(name: .customLong("no-color"), help: "Write no colours.")
  var noColour = false

  @Flag(name: .customLong("no-images"), help: "Draw no pictures.")
  var noImages = false

  @Flag(help: "No colours, no redrawing, nothing but ASCII beside the text itself: for screen readers.")
  var plain = false

  @Flag(name: [.customShort("v"), .long], help: "Keep a log in the state folder.")
  var verbose = false

  /// What was typed, as plain values.
  var options: EngineOptions {
    EngineOptions(
      studio: studio, json: json, outputDirectory: outputDirectory, language: language, noColour: noColour,
      noImages: noImages, plain: plain, verbose: verbose)
  }
}
