import CCurl

/// Wakes the engine's thread out of its poll.
///
/// `@unchecked Sendable`: the pointer is used for `curl_multi_wakeup` alone, the one call on a multi handle that libcurl
/// allows from any thread; ``Engine`` lets go of it under its lock before the handle is freed.
struct WakeUp: @unchecked Sendable {
  private let multi: UnsafeMutableRawPointer

  init(_ multi: UnsafeMutableRawPointer) { self.multi = multi }

  func callAsFunction() { ccurl_multi_wakeup(multi) }
}
