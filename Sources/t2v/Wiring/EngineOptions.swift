/// Which engine makes the video.
enum EngineChoice: String, CaseIterable, Sendable {
  case auto, local, cloud
}

/// Options that all commands share which talk to a service. Without any, everything is as the settings say.
struct EngineOptions: Sendable {
  var studio: EngineChoice?
  var json = false
  var outputDirectory: String?
  var language: String?
  var noColour = false
  var noImages = false
  var plain = false
  var verbose = false
}
