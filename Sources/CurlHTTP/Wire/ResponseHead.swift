/// Status and header fields of a final answer.
package struct ResponseHead: Sendable, Hashable {
  package let status: Int
  package let headers: HTTPFields

  package init(status: Int, headers: HTTPFields) {
    self.status = status
    self.headers = headers
  }
}
