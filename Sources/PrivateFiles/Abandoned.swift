import Glibc

/// Tells what killed processes left behind from what running ones work on. Both bear the number of the process that made
/// them in their names, and are locked (`flock`) by it until it ends.
public enum Abandoned {
  /// Whether nobody works on an open file or folder any more. If so, this process has its lock from then on, until the
  /// descriptor is closed.
  ///
  /// - Parameters:
  ///   - descriptor: the open file or folder.
  ///   - process: who made it, by its name; nil if the name does not say.
  public static func isAbandoned(_ descriptor: Int32, madeBy process: Int32?) -> Bool {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_uid == geteuid() else { return false }
    // What has just been made may be about to be locked, as long as its maker lives.
    let isMakerGone = process.map { kill($0, 0) != 0 && errno == ESRCH } ?? false
    guard isMakerGone || time(nil) - facts.st_mtim.tv_sec > 60 else { return false }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }
}
