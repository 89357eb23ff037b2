import TimelineDraft
import RawJSON

/// What a session holds (WIRE.md, "state").
public struct SessionState: Sendable {
  /// The draft, untouched; nil while there is none.
  public let draft: DraftDocument?
  /// How many media files were generated so far.
  public let generatedMediaCount: Int
  /// How many media files the session knows.
  public let mediaCount: Int

  /// The size of the picture in pixels, when the answer tells.
  public let canvas: (width: Int, height: Int)?

  /// Makes a state of its parts.
  public init(
    draft: DraftDocument?, generatedMediaCount: Int = 0, mediaCount: Int = 0,
    canvas: (width: Int, height: Int)? = nil
  ) {
    self.draft = draft
    self.canvas = canvas
    self.generatedMediaCount = generatedMediaCount
    self.mediaCount = mediaCount
  }

  init(_ answer: JSONValue) {
    draft = DraftDocument(inAnswer: answer)
    let data = answer["data"]
    let state = data?["state"] ?? answer["state"] ?? data ?? answer
    generatedMediaCount = state["generated_media"]?.elements.count ?? 0
    mediaCount = state["video_infos"]?.elements.count ?? 0
    if let canvas = state["canvas_config"], let width = canvas["width"]?.int,
      let height = canvas["height"]?.int
    {
      self.canvas = (width, height)
    } else {
      canvas = nil
    }
  }

  /// Whether anything that a user made is another than in an earlier state: the draft's values, or the canvas. The layout
  /// of the JSON is none of it, nor is a first draft that is still empty.
  public func differs(from earlier: SessionState?) -> Bool {
    if let earlier = earlier?.canvas, let canvas, earlier != canvas { return true }
    switch (earlier?.draft, draft) {
    case (nil, nil): return false
    case (nil, let draft?), (let draft?, nil): return draft.isReadyToExport
    case (let before?, let after?): return !after.saysTheSame(as: before)
    }
  }

  /// What became of the canvas since an earlier state, such as `Canvas: 1080×1920 → 1920×1080`; nil if that is not known
  /// or it is the same.
  public func canvasChange(from earlier: SessionState?) -> String? {
    guard let before = earlier?.canvas, let canvas, before != canvas else { return nil }
    return "Canvas: \(before.width)×\(before.height) → \(canvas.width)×\(canvas.height)"
  }

  /// The timeline; empty while there is no draft.
  public var timeline: Timeline { draft?.timeline ?? Timeline(tracks: []) }
}
