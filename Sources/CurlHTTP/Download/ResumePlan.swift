/// What to do with the answer to a download: a decision without any I/O (RFC 9110, 14 and 15.3.7).
package enum ResumePlan: Sendable, Hashable {
  /// Write the body behind what is there; the whole will have `total` bytes if known.
  case append(total: Int64?)
  /// Write the body from zero.
  case restart(total: Int64?)
  /// All of it is there already.
  case complete
  /// The part here fits nothing there: ask again for the whole.
  case askForWhole
  /// The status is not one that brings a file.
  case refuse
  /// The answer contradicts itself.
  case bad

  /// Decides.
  ///
  /// - Parameters:
  ///   - head: the answer's head.
  ///   - existing: how many bytes are here, and of which file, if a range from there was asked for.
  package init(head: ResponseHead, existing: (length: Int64, validator: DownloadValidator)?) {
    let range = head.headers["Content-Range"].flatMap(ContentRange.init)
    let isAnotherFile =
      existing.map { $0.validator.contradicts(DownloadValidator(headers: head.headers)) } ?? false
    switch (head.status, existing) {
    case (206, let existing?):
      if !isAnotherFile, let range, range.range?.lowerBound == existing.length {
        // A server may send less than was asked for (RFC 9110, 14.2); the length check at the end then
        // says so, and the next attempt goes on from there.
        self = .append(total: range.total)
      } else {
        self = .askForWhole
      }
    case (206, nil):
      self = .bad
    case (416, let existing?):
      self = !isAnotherFile && range?.total == existing.length ? .complete : .askForWhole
    case (200...299, _):
      let isPlain = head.headers["Content-Encoding"].map { asciiEqual($0, "identity") } ?? true
      self = .restart(total: isPlain ? head.headers["Content-Length"].flatMap { Int64($0) } : nil)
    default:
      self = .refuse
    }
  }
}
