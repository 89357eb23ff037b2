import Conversation
import NemoVideo

/// What a user is told at the start.
enum Greeting {
  /// Before anything is connected.
  static let welcome = "t2v: text to video. Describe it, change it in plain words, type “export”."

  /// The engine and the credits, once connected.
  static func ready(studio: StudioKind, credits: Double?) -> String {
    let engine =
      switch studio {
      case .local: "Ready on the built-in studio: procedural animation, made on this machine"
      case .cloud: "Ready on NemoVideo"
      }
    guard let credits else { return engine + "." }
    return "\(engine) (\(CreditBalance.text(credits)) credits)."
  }

  /// Three things to try; one of each kind.
  static let suggestions = [
    "a sunset over ocean waves",
    "snow falling on a city at night, lo-fi music",
    "generate an aurora over mountains, then export",
  ]
}
