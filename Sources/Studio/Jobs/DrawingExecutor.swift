import Dispatch

/// Threads for drawing alone. On the threads that all tasks share, frames in the making would keep who has just asked for
/// something waiting; from here, the system shares the cores between both.
final class DrawingExecutor: TaskExecutor {
  /// The one of this process.
  static let shared = DrawingExecutor()

  private let queue = DispatchQueue(label: "t2v.drawing", qos: .utility, attributes: .concurrent)

  private init() {}

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
