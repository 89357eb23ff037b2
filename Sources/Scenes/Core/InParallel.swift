import Dispatch
import Synchronization

/// Makes `count` things on all cores and gives them in order; for the preparation of a shot.
func inParallel<Thing: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Thing) -> [Thing] {
  let box = ResultBox<Thing>(count: count)
  DispatchQueue.concurrentPerform(iterations: count) { index in box.set(index, make(index)) }
  return box.things
}

/// Collects results of several threads.
private final class ResultBox<Thing: Sendable>: Sendable {
  private let slots: Mutex<[Thing?]>

  init(count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, _ thing: Thing) { slots.withLock { $0[index] = thing } }

  var things: [Thing] { slots.withLock { $0.compactMap { $0 } } }
}
