import Directing
import Generation

/// Makes the director's shots fit a model, and marks in the film what the model is to make.
struct FootagePlanner: Sendable {
  /// The director.
  let director: Director
  /// What the model is called.
  let engine: EngineName
  /// What it takes.
  let limits: EngineLimits

  /// A request for new scenes with shots that the model takes, and what each is made from, by its seed. Other requests
  /// stay as they are.
  /// - Parameter reference: the hash of the picture that the first shot begins with.
  func fitted(_ request: EditRequest, reference: String? = nil) -> (EditRequest, [UInt64: GeneratedPlan]) {
    switch request {
    case .newScene(let storyboard):
      let (fitted, plans) = fitted(storyboard, reference: reference)
      return (.newScene(fitted), plans)
    case .appendScene(let storyboard):
      let (fitted, plans) = fitted(storyboard, reference: reference)
      return (.appendScene(fitted), plans)
    default: return (request, [:])
    }
  }

  private func fitted(
    _ storyboard: Storyboard, reference: String?
  ) -> (Storyboard, [UInt64: GeneratedPlan]) {
    var (fitted, scripts) = storyboard.divided(
      script: director.script(of: storyboard.prompt), longestMS: limits.longestMS,
      longestWords: max(40, limits.longestPrompt - Self.directions))
    // What the studio cannot draw, a model may well show.
    fitted.substitutions = []
    var plans: [UInt64: GeneratedPlan] = [:]
    for (index, script) in scripts.enumerated() {
      plans[script.shot.seed] = GeneratedPlan(
        words: script.words, shot: script.shot, engine: engine.text,
        reference: index == 0 ? reference : nil)
    }
    return (fitted, plans)
  }

  /// Room for camera, light and style in a prompt, in characters.
  private static let directions = 160
}
