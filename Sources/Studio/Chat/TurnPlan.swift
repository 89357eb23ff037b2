import Directing

/// What is to happen in a turn, worked out before anything is done: the film that comes of it, what it costs, what
/// is said. It is a value made from values, so a message can be planned in a test without a studio.
struct TurnPlan {
  /// The film when everything is done; the same as before if the message changes nothing.
  var film: Film
  /// The film of the raw clip, for a new scene: its music and title come in a second stage.
  var clip: Film?
  /// The storyboard of a new scene.
  var scene: Storyboard?
  /// Each request that changed something, with what it did.
  var changes: [(request: EditRequest, summary: EditSummary)] = []
  /// Each request that changed nothing, with what is to be told of it: refusals, substitutions.
  var rest: [(request: EditRequest, summary: EditSummary)] = []
  /// What the turn costs.
  var price = 0
  /// Whether what is seen, other than text, is different.
  var changesPicture = false

  /// Whether the film changes at all.
  var isChange: Bool { !changes.isEmpty }

  /// Plans requests on a film.
  init(_ requests: [EditRequest], film before: Film, editor: FilmEditor = FilmEditor()) {
    film = before
    for request in requests {
      let (after, summary) = editor.apply(request, to: film)
      let hasChanged = after != film
      if hasChanged, summary.isDone {
        film = after
        changes.append((request, summary))
        price = max(price, Self.price(of: request))
        if case .newScene(let storyboard) = request { scene = storyboard }
      } else {
        rest.append((request, summary))
      }
    }
    if scene != nil {
      var raw = film
      raw.tracks.removeAll { $0.kind != .video }
      if raw != film { clip = raw }
    }
    changesPicture = Self.picture(of: before) != Self.picture(of: film) || before.canvas != film.canvas
  }

  private static func picture(of film: Film) -> [Film.Track] { film.tracks.filter { $0.kind == .video } }

  private static func price(of request: EditRequest) -> Int {
    switch request {
    case .newScene, .appendScene: CreditPrices.generation
    case .undo, .redo, .startOver: 0
    default: CreditPrices.edit
    }
  }
}
