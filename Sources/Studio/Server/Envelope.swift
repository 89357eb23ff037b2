/// `{"code":0,"data":…}`.
struct Envelope<Content: Encodable & Sendable>: Encodable, Sendable {
  var code = 0
  var data: Content

  init(_ data: Content) { self.data = data }
}
