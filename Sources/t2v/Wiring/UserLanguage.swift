/// The language of the user's locale.
enum UserLanguage {
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
