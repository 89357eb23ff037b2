/// The language of the user's locale.
enum UserLanguage {
  /// Whether the locale's characters are UTF-8; without one they are not.
  static func isUTF8(_ variables: [String: String]) -> Bool {
    let value = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
    return value.lowercased().filter { $0 != "-" }.contains("utf8")
  }

  /// An ISO 639 code from `LC_ALL`, `LC_MESSAGES` or `LANG`, such as `zh`; nil for the C locale.
  static func code(_ variables: [String: String]) -> String? {
    guard
      let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap({ variables[$0] }).first(where: {
        !$0.isEmpty
      })
    else { return nil }
    let code = locale.prefix { $0.isASCII && $0.isLetter }.lowercased()
    return (2...3).contains(code.count) ? code : nil
  }
}
