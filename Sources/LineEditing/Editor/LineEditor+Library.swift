import CEditline

extension LineEditor {
  /// The version of libedit's interface that this program was built for, such as `2.11`.
  public static var libraryVersion: String { "\(LIBEDIT_MAJOR).\(LIBEDIT_MINOR)" }
}
