/// What an emulated terminal answers when it is asked what it is.
public struct TerminalIdentity: Sendable {
  /// Its name and version, for XTVERSION.
  public var name: String
  /// Whether it says that it draws kitty's pictures.
  public var drawsKitty: Bool
  /// Whether it says that it draws sixels.
  public var drawsSixel: Bool

  /// Makes an identity.
  public init(name: String, drawsKitty: Bool = false, drawsSixel: Bool = false) {
    self.name = name
    self.drawsKitty = drawsKitty
    self.drawsSixel = drawsSixel
  }

  /// The answer to a sequence: `[c`, `[>q`, `[16t`, or a string such as `_Gi=31,…`; nil if it asks nothing.
  func answer(to sequence: String) -> String? {
    switch sequence {
    case "[c": "\u{1B}[?62;\(drawsSixel ? "4;" : "")22c"
    case "[>q": "\u{1B}P>|\(name)\u{1B}\\"
    case "[16t": "\u{1B}[6;20;10t"
    case _ where sequence.hasPrefix("_Gi=31,") && drawsKitty: "\u{1B}_Gi=31;OK\u{1B}\\"
    default: nil
    }
  }
}
