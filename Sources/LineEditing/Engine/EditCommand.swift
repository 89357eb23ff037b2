import CEditline

/// The editor's own commands, which libedit calls for keys.
///
/// Besides the keys of ``defaultKeys`` each has an inner key, ``prefix`` and a letter, by which the reader calls it
/// whatever the key map. The prefix is the code of Ctrl-\, which never reaches libedit from outside.
enum EditCommand: Character, CaseIterable {
  case accept = "a"
  case lineBreak = "n"
  case paste = "p"
  case replace = "s"
  case endOrDelete = "D"
  case complete = "t"
  case up = "u"
  case down = "d"
  case left = "l"
  case right = "r"
  case home = "h"
  case end = "e"
  case delete = "x"
  case deleteBack = "B"
  case wordLeft = "b"
  case wordRight = "f"
  case openEditor = "E"
  case unfold = "o"
  case clearScreen = "L"
  case interrupt = "c"
  case suspend = "Z"
  case search = "R"
  case searchForward = "S"
  case showKeys = "K"
  case nothing = "z"

  static let prefix: UInt32 = 0x1C
  /// libedit's own commands behind inner keys.
  static let libeditKeys: [(key: Character, command: String)] = [
    ("P", "ed-prev-history"), ("N", "ed-next-history"), ("W", "ed-prev-word"), ("F", "em-next-word"),
  ]

  /// The name `bind` knows it by.
  var name: String {
    switch self {
    case .accept: "t2v-accept"
    case .lineBreak: "t2v-line-break"
    case .paste: "t2v-paste"
    case .replace: "t2v-replace"
    case .endOrDelete: "t2v-end-or-delete"
    case .complete: "t2v-complete"
    case .up: "t2v-up"
    case .down: "t2v-down"
    case .left: "t2v-left"
    case .right: "t2v-right"
    case .home: "t2v-home"
    case .end: "t2v-end"
    case .delete: "t2v-delete"
    case .deleteBack: "t2v-delete-back"
    case .wordLeft: "t2v-word-left"
    case .wordRight: "t2v-word-right"
    case .openEditor: "t2v-open-editor"
    case .unfold: "t2v-unfold"
    case .clearScreen: "t2v-clear-screen"
    case .interrupt: "t2v-interrupt"
    case .suspend: "t2v-suspend"
    case .search: "t2v-search"
    case .searchForward: "t2v-search-forward"
    case .showKeys: "t2v-show-keys"
    case .nothing: "t2v-nothing"
    }
  }

  /// Keys that are the editor's in every map, whatever `~/.editrc` says.
  var fixedKeys: [String] {
    switch self {
    case .accept: ["\r", "\n"]
    case .endOrDelete: ["\u{04}"]
    case .openEditor: ["\u{18}\u{05}"]
    case .unfold: ["\u{18}\u{10}"]
    default: []
    }
  }

  /// Keys that `~/.editrc` may bind to something else; they are taken where libedit's own default stands (`replacing`).
  var defaultKeys: (keys: [String], replacing: Set<String>) {
    switch self {
    case .complete: (["\t"], ["ed-insert", "ed-unassigned", "rl_complete"])
    case .lineBreak: (["\u{1B}\r", "\u{1B}\n"], ["ed-unassigned", "vi-command-mode"])
    case .up: (["\u{1B}[A", "\u{1B}OA"], ["ed-prev-history"])
    case .down: (["\u{1B}[B", "\u{1B}OB"], ["ed-next-history"])
    case .left: (["\u{02}", "\u{1B}[D", "\u{1B}OD"], ["ed-prev-char"])
    case .right: (["\u{06}", "\u{1B}[C", "\u{1B}OC"], ["ed-next-char"])
    case .home:
      (["\u{01}", "\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"], ["ed-move-to-beg", "ed-unassigned"])
    case .end:
      (["\u{05}", "\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"], ["ed-move-to-end", "ed-unassigned"])
    case .delete: (["\u{1B}[3~"], ["ed-delete-next-char", "ed-unassigned"])
    case .deleteBack:
      (["\u{08}", "\u{7F}"], ["em-delete-prev-char", "ed-delete-prev-char", "vi-delete-prev-char"])
    case .wordLeft: (["\u{1B}[1;5D", "\u{1B}[1;3D"], ["ed-unassigned"])
    case .wordRight: (["\u{1B}[1;5C", "\u{1B}[1;3C"], ["ed-unassigned"])
    case .clearScreen: (["\u{0C}"], ["ed-clear-screen", "ed-unassigned"])
    // The terminal's own characters for reprint and stop stand where libedit has its searches.
    case .search:
      (["\u{12}"], ["em-inc-search-prev", "ed-redisplay", "ed-ignore", "ed-unassigned", "ed-insert"])
    case .searchForward:
      (["\u{13}"], ["em-inc-search-next", "ed-redisplay", "ed-ignore", "ed-unassigned", "ed-insert"])
    case .showKeys: (["?"], ["ed-insert"])
    case .nothing: (Self.silentKeys, ["ed-unassigned"])
    case .accept, .paste, .replace, .endOrDelete, .openEditor, .unfold, .interrupt, .suspend: ([], [])
    }
  }

  /// Function keys and reports that mean nothing here and must not leave their letters in the line.
  private static let silentKeys: [String] = {
    var keys = ["[2~", "[5~", "[6~", "[Z", "OP", "OQ", "OR", "OS"]
    for number in [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24] { keys.append("[\(number)~") }
    for modifier in 2...8 {
      for final in ["A", "B", "C", "D", "F", "H", "P", "Q", "R", "S"]
      where !(["C", "D"].contains(final) && [3, 5].contains(modifier)) {
        keys.append("[1;\(modifier)\(final)")
      }
      for number in [2, 3, 5, 6] { keys.append("[\(number);\(modifier)~") }
    }
    return keys.map { "\u{1B}" + $0 }
  }()

  /// The C function that libedit calls.
  var function: ce_function {
    switch self {
    case .accept: return { handle, _ in EditorLoop.perform(.accept, handle) }
    case .lineBreak: return { handle, _ in EditorLoop.perform(.lineBreak, handle) }
    case .paste: return { handle, _ in EditorLoop.perform(.paste, handle) }
    case .replace: return { handle, _ in EditorLoop.perform(.replace, handle) }
    case .endOrDelete: return { handle, _ in EditorLoop.perform(.endOrDelete, handle) }
    case .complete: return { handle, _ in EditorLoop.perform(.complete, handle) }
    case .up: return { handle, _ in EditorLoop.perform(.up, handle) }
    case .down: return { handle, _ in EditorLoop.perform(.down, handle) }
    case .left: return { handle, _ in EditorLoop.perform(.left, handle) }
    case .right: return { handle, _ in EditorLoop.perform(.right, handle) }
    case .home: return { handle, _ in EditorLoop.perform(.home, handle) }
    case .end: return { handle, _ in EditorLoop.perform(.end, handle) }
    case .delete: return { handle, _ in EditorLoop.perform(.delete, handle) }
    case .deleteBack: return { handle, _ in EditorLoop.perform(.deleteBack, handle) }
    case .wordLeft: return { handle, _ in EditorLoop.perform(.wordLeft, handle) }
    case .wordRight: return { handle, _ in EditorLoop.perform(.wordRight, handle) }
    case .openEditor: return { handle, _ in EditorLoop.perform(.openEditor, handle) }
    case .unfold: return { handle, _ in EditorLoop.perform(.unfold, handle) }
    case .clearScreen: return { handle, _ in EditorLoop.perform(.clearScreen, handle) }
    case .interrupt: return { handle, _ in EditorLoop.perform(.interrupt, handle) }
    case .suspend: return { handle, _ in EditorLoop.perform(.suspend, handle) }
    case .search: return { handle, _ in EditorLoop.perform(.search, handle) }
    case .searchForward: return { handle, _ in EditorLoop.perform(.searchForward, handle) }
    case .showKeys: return { handle, _ in EditorLoop.perform(.showKeys, handle) }
    case .nothing: return { handle, _ in EditorLoop.perform(.nothing, handle) }
    }
  }
}
