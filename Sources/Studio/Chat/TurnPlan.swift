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
  /// - Parameters:
  ///   - requests: what is asked for, in order.
  ///   - before: the film as it is.
  ///   - editor: carries edits out.
  ///   - footage: what makes scenes footage of a model; nil: scenes are drawn.
  ///   - reference: the hash of the picture that a new scene begins with.
  init(
    _ requests: [EditRequest], film before: Film, editor: FilmEditor = FilmEditor(),
    footage: FootagePlanner? = nil, reference: String? = nil
  ) {
    film = before
    for asked in requests {
      let (request, plans) = footage?.fitted(asked, reference: reference) ?? (asked, [:])
      let (after, summary) = Self.apply(request, to: film, editor, footage: footage, plans: plans)
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
    if scene != nil, film.awaited.isEmpty {
      var raw = film
      raw.tracks.removeAll { $0.kind != .video }
      if raw != film { clip = raw }
    }
    changesPicture = Self.picture(of: before) != Self.picture(of: film) || before.canvas != film.canvas
  }

  /// Carries a request out. An edit of a scene that a model has made is an edit of what it was made from; a change of its
  /// speed is one of its playing.
  private static func apply(
    _ request: EditRequest, to film: Film, _ editor: FilmEditor, footage: FootagePlanner?,
    plans: [UInt64: GeneratedPlan]
  ) -> (Film, EditSummary) {
    guard plans.isEmpty else {
      let (after, summary) = editor.apply(request, to: film)
      return (after.awaiting(plans), summary)
    }
    if footage == nil, film.hasFootage, !film.hasDrawnScenes, request.changesScene {
      return (film, EditSummary(refusal: Self.noEngine))
    }
    guard footage != nil, film.hasFootage else { return editor.apply(request, to: film) }
    if request.changesScene {
      let (after, summary) = editor.apply(request, to: film.withScenes)
      return (after.withFootage(of: film), summary)
    }
    switch request {
    case .setSpeed(let change) where !film.hasDrawnScenes:
      return editor.apply(.timeline(.retime(change, .all)), to: film)
    case .inShot(let number, .setSpeed(let change)) where !film.hasDrawnScenes:
      return editor.apply(.timeline(.retime(change, .clip(number))), to: film)
    default: return editor.apply(request, to: film)
    }
  }

  private static let noEngine = Bilingual(
    "This is footage of a video model, and none is set now (T2V_GENERATOR_URL): what is in it can't be changed. Cuts, "
      + "speed, looks, titles and music can.",
    "这是视频模型生成的素材，而现在没有设置模型（T2V_GENERATOR_URL），无法改动画面内容；剪辑、速度、色彩、标题和配乐可以改。")

  private static func picture(of film: Film) -> [Film.Track] { film.tracks.filter { $0.kind == .video } }

  private static func price(of request: EditRequest) -> Int {
    switch request {
    case .newScene, .appendScene: CreditPrices.generation
    case .undo, .redo, .startOver, .clear: 0
    default: CreditPrices.edit
    }
  }
}
