import Synchronization

/// The tool calls of clips that are being made, by the clips' numbers.
final class CallLedger: Sendable {
  private let calls = Mutex<[Int: String]>([:])

  /// Notes the call of a clip.
  func began(_ clip: Int, _ call: String) { calls.withLock { $0[clip] = call } }

  /// Takes the call of a clip.
  func ended(_ clip: Int) -> String? { calls.withLock { $0.removeValue(forKey: clip) } }
}
