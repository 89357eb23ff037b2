/// `{"success":true,"data":…}`: what the render calls answer.
struct RenderEnvelope: Encodable, Sendable {
  var success = true
  var data: Content

  struct Content: Encodable, Sendable {
    var id: String
    var status: RenderStatus
    /// 0 to 100.
    var progress: Int
    var outputUrl: String?
    var error: String?
  }

  /// Tells of a render; its address once it is complete.
  init(_ render: RenderRecord, origin: String) {
    data = Content(
      id: render.id, status: render.status,
      progress: Int((render.progress * 100).rounded()),
      outputUrl: render.status == .completed ? "\(origin)/api/render/proxy/\(render.id)/download" : nil,
      error: render.error)
  }
}
