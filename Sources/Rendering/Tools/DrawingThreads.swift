import Dispatch
import Glibc
import Synchronization

/// Threads on which a film's scenes and sound are prepared and its frames are drawn, for as long as a film is made.
///
/// Those that draw give way to all other work (a nice value of 10). An encoder cannot use every core at every moment, since the rows of
/// one frame wait for those of another; drawing that gives way fills its gaps, where drawing that does not makes them
/// longer. They are not those of Swift's pool, which the rest of the process shares, which could not have their
/// priority back, and in which what only waits for a program would stand behind what works.
final class DrawingThreads: TaskExecutor {
  /// How far drawing gives way.
  static let givingWay = 10

  private struct State {
    var jobs: [UnownedJob] = []
    var isFinished = false
  }

  private let state = Mutex(State())
  private let arrivals = DispatchSemaphore(value: 0)
  private let count: Int
  private let niceness: Int

  /// Starts the threads, which hold this object until ``finish()``.
  ///
  /// - Parameter count: how many; nil: one for each core that the process may use.
  /// - Parameter niceness: how far they give way to other work, 0 to 19.
  init(count: Int? = nil, niceness: Int = givingWay) {
    self.niceness = niceness
    self.count = max(1, count ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var started = 0
    for _ in 0..<self.count where start() { started += 1 }
    // Without a single thread of our own nothing would ever be drawn.
    if started == 0 { state.withLock { $0.isFinished = true } }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isTaken = state.withLock { state in
      if !state.isFinished { state.jobs.append(job) }
      return !state.isFinished
    }
    if isTaken {
      arrivals.signal()
    } else {
      // What is left of a task that outlives its film.
      DispatchQueue.global().async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
  }

  /// Lets the threads end when they have done what was asked of them.
  func finish() {
    state.withLock { $0.isFinished = true }
    for _ in 0..<count { arrivals.signal() }
  }

  private func start() -> Bool {
    var thread = pthread_t()
    let owner = Unmanaged.passRetained(self)
    guard pthread_create(&thread, nil, drawingThread, owner.toOpaque()) == 0 else {
      owner.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  /// The life of a thread.
  fileprivate func run() {
    // To Linux a thread is a process of its own here; where that is refused it stays as it is.
    if niceness > 0 { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Int32(niceness)) }
    while true {
      arrivals.wait()
      let (job, isFinished) = state.withLock { state in
        (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isFinished)
      }
      if let job {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if isFinished {
        return
      }
    }
  }
}

/// The thread's entry. Signals are for the program's own threads.
private func drawingThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  var everySignal = sigset_t()
  sigfillset(&everySignal)
  pthread_sigmask(SIG_BLOCK, &everySignal, nil)
  if let context { Unmanaged<DrawingThreads>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
