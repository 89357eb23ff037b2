import CEditline
import Glibc

/// libedit as the engine: keys in, the edited line and the cursor's place out. It neither reads nor draws itself.
///
/// Not thread-safe: made before the editor's thread starts, then used by that thread alone.
final class Libedit {
  let handle: OpaquePointer
  private let store: OpaquePointer
  private let terminal: HiddenTerminal
  private let drain: UnsafeMutablePointer<FILE>
  private let source: UnsafeMutablePointer<FILE>
  /// Strings that libedit keeps pointers to.
  private var strings: [UnsafeMutableBufferPointer<UInt32>] = []
  /// The earlier lines, oldest first.
  private(set) var history: [String] = []
  private let limit: Int

  /// - Parameters:
  ///   - appName: the name that lines of `~/.editrc` may carry (`t2v:bind …`).
  ///   - limit: the most history entries.
  init(appName: String, limit: Int) throws(LineEditorError) {
    let terminal = try HiddenTerminal()
    guard let drain = fopen("/dev/null", "we"), let source = fdopen(dup(terminal.descriptor), "r") else {
      throw .noEngine
    }
    guard
      let handle = el_init_fd(
        appName, source, drain, drain, terminal.descriptor, terminal.descriptor, terminal.descriptor),
      let store = history_winit()
    else { throw .noEngine }
    (self.handle, self.store, self.drain, self.source) = (handle, store, drain, source)
    self.terminal = terminal
    self.limit = limit
    _ = ce_handle_signals(handle, 0)
    _ = ce_history_set_size(store, Int32(limit))
    _ = ce_set_history(handle, store)
    addCommands()
    _ = withElements(of: "emacs") { ce_set_editor(handle, $0) }
    errno = 0
    let isEdited = el_source(handle, nil) == 0 || errno != ENOENT
    _ = ce_set_edit_mode(handle, 1)
    bindKeys(isEdited: isEdited)
  }

  deinit {
    el_end(handle)
    history_wend(store)
    fclose(drain)
    fclose(source)
    for string in strings { string.deallocate() }
  }

  /// True if the vi keys are in force.
  var usesVi: Bool { ce_uses_vi(handle) != 0 }

  /// The line as it is now: scalars, folds, and the cursor's index.
  var line: (elements: [UInt32], cursor: Int) {
    var count = 0
    var cursor = 0
    guard let start = ce_line(handle, &count, &cursor) else { return ([], 0) }
    return (Array(UnsafeBufferPointer(start: start, count: count)), cursor)
  }

  /// Adds an entry at the end of the history; one that is there already moves.
  func remember(_ line: String) {
    guard line != history.last else { return }
    if let index = history.firstIndex(of: line) {
      history.remove(at: index)
      setHistory(history + [line])
    } else {
      history.append(line)
      if history.count > limit { history.removeFirst() }
      enter(line)
    }
  }

  /// Makes `lines` the history, oldest first.
  func setHistory(_ lines: [String]) {
    history = lines
    _ = ce_history_clear(store)
    for line in lines { enter(line) }
  }

  private func enter(_ line: String) {
    // A NUL would end the entry early.
    _ = withElements(line.unicodeScalars.map(\.value).filter { $0 != 0 }) { ce_history_enter(store, $0) }
  }

  // MARK: Keys

  private func addCommands() {
    for command in EditCommand.allCases {
      _ = ce_add_function(handle, keep(command.name), keep("of the line editor"), command.function)
    }
  }

  /// - Parameter isEdited: Whether a file of the user's was read, so that keys may be bound to other commands than
  ///   libedit's own; asking for each takes a third of the editor's start.
  private func bindKeys(isEdited: Bool) {
    let prefix = Character(Unicode.Scalar(UInt8(EditCommand.prefix)))
    for command in EditCommand.allCases {
      for key in command.fixedKeys + [String([prefix, command.rawValue])] { bind(key, to: command.name) }
      let (keys, replaced) = command.defaultKeys
      // A sequence bound in vi's map would take the Escape key's own meaning away; there the reader translates.
      for key in keys
      where !(usesVi && key.hasPrefix("\u{1B}"))
        && (!isEdited || replaced.contains(binding(of: key)))
      {
        bind(key, to: command.name, inAlternative: false)
      }
    }
    for (key, command) in EditCommand.libeditKeys { bind(String([prefix, key]), to: command) }
    if usesVi {
      _ = withElements(of: "v") { key in
        withElements(of: EditCommand.openEditor.name) { ce_bind_alternative(handle, key, $0) }
      }
    }
  }

  private func bind(_ key: String, to command: String, inAlternative: Bool = true) {
    withElements(of: Self.spelling(of: key)) { key in
      withElements(of: command) { command in
        _ = ce_bind(handle, key, command)
        if inAlternative && usesVi { _ = ce_bind_alternative(handle, key, command) }
      }
    }
  }

  /// The name of the command a key is bound to; `ed-unassigned` for none.
  private func binding(of key: String) -> String {
    var text: UnsafeMutablePointer<CChar>?
    var size = 0
    guard let stream = open_memstream(&text, &size) else { return "" }
    _ = ce_set_output(handle, stream)
    _ = withElements(of: Self.spelling(of: key)) { ce_show_binding(handle, $0) }
    _ = ce_set_output(handle, drain)
    fclose(stream)
    defer { free(text) }
    guard let text else { return "" }
    // `"^A" -> ed-move-to-beg`, or `Unbound extended key "^[[2~"`.
    let words = String(cString: text).split(whereSeparator: \.isWhitespace)
    guard let arrow = words.lastIndex(of: "->"), arrow + 1 < words.count else { return "ed-unassigned" }
    return String(words[arrow + 1])
  }

  /// A key as `bind` reads it: `^X` for control characters, `\` before what has a meaning there.
  private static func spelling(of key: String) -> String {
    key.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x1C: "\\034"
      case 0..<0x20: "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
      case 0x7F: "^?"
      default: String(Character(scalar))
      }
    }.joined()
  }

  private func keep(_ text: String) -> UnsafePointer<UInt32>? {
    let elements = text.unicodeScalars.map(\.value) + [0]
    let copy = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    strings.append(copy)
    return UnsafePointer(copy.baseAddress)
  }
}
