/// What a reply asks the user to do in a graphical interface, as the call that does it
/// (SEED.md, "Backend Response Translation").
public enum GUIAction: Sendable, Hashable, CustomStringConvertible {
  /// Press an export or download button: run the export.
  case export
  /// Open, or go to, a panel, tab or menu: read the session's state.
  case state
  /// Preview or play in the timeline: show the track summary.
  case summary
  /// See the account or the billing page: read the balance.
  case credits
  /// Drag, drop or move something: the message that asks for this edit, in the reply's language.
  case edit(String)

  /// The action as `t2v inspect translate` prints it: `export`, `edit: Move the title to 2s`.
  public var description: String {
    switch self {
    case .export: "export"
    case .state: "state"
    case .summary: "summary"
    case .credits: "credits"
    case .edit(let request): "edit: \(request)"
    }
  }
}
