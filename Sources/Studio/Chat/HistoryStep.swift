import Directing

/// A walk through the versions of a draft.
enum HistoryStep: Equatable {
  case undo, redo, startOver, clear

  /// The step that a request asks for, if it asks for one.
  init?(_ request: EditRequest) {
    switch request {
    case .undo: self = .undo
    case .redo: self = .redo
    case .startOver: self = .startOver
    case .clear: self = .clear
    default: return nil
    }
  }

  /// The name of its tool on the wire.
  var tool: String {
    switch self {
    case .undo: "undo"
    case .redo: "redo"
    case .startOver: "start_over"
    case .clear: "clear"
    }
  }
}

extension [HistoryStep] {
  /// The steps with how often each comes in a row.
  func chunked() -> [(step: HistoryStep, count: Int)] {
    reduce(into: []) { chunks, step in
      if chunks.last?.step == step { chunks[chunks.count - 1].count += 1 } else { chunks.append((step, 1)) }
    }
  }
}
