/// What `waitpid` says of a program's end.
enum ExitCode {
  /// The signal that ended it; 0 if it ended by itself.
  static func signal(in status: Int32) -> Int32 { status & 0x7F }
}
