import Conversation
import GatewayTesting
import Presentation
import Synchronization

/// Keeps what a session tells, as the JSON lines that a script would see.
final class EventRecorder: Sendable {
  private struct State {
    var lines: [JSONTree] = []
    var waiters: [(kind: String, gate: Gate)] = []
  }

  private let state = Mutex(State())

  /// The lines so far.
  var lines: [JSONTree] { state.withLock { $0.lines } }

  /// Takes an event.
  func take(_ event: SessionEvent) async {
    let presenter = JSONPresenter { text in
      guard let line = JSONTree(text) else { preconditionFailure("no JSON: \(text)") }
      self.note(line)
    }
    await presenter.present(event)
  }

  /// Waits for the next event of a kind.
  func next(_ kind: String) -> Gate {
    let gate = Gate()
    state.withLock { $0.waiters.append((kind, gate)) }
    return gate
  }

  private func note(_ line: JSONTree) {
    let gates = state.withLock { state in
      state.lines.append(line)
      let kind = line["event"]?.string
      let gates = state.waiters.filter { $0.kind == kind }.map(\.gate)
      state.waiters.removeAll { $0.kind == kind }
      return gates
    }
    for gate in gates { gate.open() }
  }
}

extension [JSONTree] {
  /// The lines with neighbouring texts joined.
  var joined: [JSONTree] {
    reduce(into: []) { lines, line in
      if case .string("text")? = line["event"], case .string("text")? = lines.last?["event"] {
        let text = (lines.removeLast()["text"]?.string ?? "") + (line["text"]?.string ?? "")
        lines.append(.object(["event": .string("text"), "text": .string(text)]))
      } else {
        lines.append(line)
      }
    }
  }
}
