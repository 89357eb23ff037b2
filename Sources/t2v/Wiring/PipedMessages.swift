import Glibc

/// The messages of a pipe, one after another; the first can be looked at before it is taken.
actor PipedMessages {
  private let stream = StandardInput.messages()
  private var ahead: String?

  /// The next message; nil at the end of the pipe.
  func next() async -> String? {
    if let message = ahead {
      ahead = nil
      return message
    }
    var iterator = stream.makeAsyncIterator()
    return await iterator.next(isolation: self)
  }

  /// The first message, if the pipe holds something already or does so within a moment; it stays the next one.
  func first(within milliseconds: Int32) async -> String? {
    guard ahead == nil else { return ahead }
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
    ahead = await next()
    return ahead
  }
}
