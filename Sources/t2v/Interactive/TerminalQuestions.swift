import Conversation
import LineEditing
import Synchronization

/// Asks yes-or-no questions at the prompt: the next line is the answer.
final class TerminalQuestions: Sendable {
  private struct Pending {
    let question: Question
    let continuation: CheckedContinuation<Bool?, Never>
  }

  private let pending = Mutex<Pending?>(nil)
  private let setPrompt: @Sendable (String?) -> Void

  /// Changes the prompt by `setPrompt`; nil is the usual one.
  init(setPrompt: @escaping @Sendable (String?) -> Void) { self.setPrompt = setPrompt }

  /// Asks, and waits for the answer; nil when there will be none.
  func ask(_ question: Question) async -> Bool? {
    setPrompt("\(question.text) \(question.defaultAnswer ? "[Y/n]" : "[y/N]") ")
    defer { setPrompt(nil) }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        pending.withLock { $0 = Pending(question: question, continuation: continuation) }
        if Task.isCancelled { resolve(nil) }
      }
    } onCancel: {
      resolve(nil)
    }
  }

  /// Takes a line as the answer to the question that is asked, if there is one.
  ///
  /// - Returns: Whether it was taken. What is neither yes nor no is no answer, and a line of its own: nothing is done that
  ///   was not asked for.
  func take(_ line: String) -> Bool {
    guard let question = pending.withLock({ $0?.question }) else { return false }
    switch line.lowercased().filter({ !$0.isWhitespace }) {
    case "": resolve(question.defaultAnswer)
    case "y", "yes", "ok", "sure", "是", "好", "好的", "可以": resolve(true)
    case "n", "no", "不", "否", "不要": resolve(false)
    default:
      resolve(nil)
      return false
    }
    return true
  }

  /// Ends the question that is asked, if there is one.
  func resolve(_ answer: Bool?) {
    let asked = pending.withLock { pending in
      defer { pending = nil }
      return pending
    }
    asked?.continuation.resume(returning: answer)
  }
}
