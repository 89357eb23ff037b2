import Glibc

/// The character set of the C library, which knows the widths of characters only under a UTF-8 one.
enum TextLocale {
  /// Sets the character set from the environment; if that names none, or not UTF-8 (`LANG` empty or `C`),
  /// it becomes `C.UTF-8`. Done once a process, on first use. False if the system has no UTF-8 at all.
  static let isReady: Bool = {
    setlocale(LC_CTYPE, "")
    if isUTF8 { return true }
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && isUTF8 {
      return true
    }
    return false
  }()

  private static var isUTF8: Bool {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
  }
}
