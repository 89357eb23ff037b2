import Glibc
import NemoVideo
import PrivateFiles

/// What concerns the program's own files.
struct FileChecks {
  let environment: ProgramEnvironment

  func skillDocument() -> Finding {
    do {
      let document = try environment.skillDocument()
      return Finding(
        name: "SKILL.md", isGood: true, detail: "\(document.name) \(document.version), \(document.path)")
    } catch {
      return Finding(
        name: "SKILL.md", isGood: false, detail: "\(error)", remedy: "Install t2v again with “make install”.")
    }
  }

  func stateFolder() -> Finding {
    let state = environment.folders.state
    do {
      try state.create()
      try state.write("doctor", [])
      try state.remove("doctor")
      return Finding(name: "state folder", isGood: true, detail: state.path)
    } catch {
      return Finding(
        name: "state folder", isGood: false, detail: "\(error)",
        remedy: "Make \(state.path) writable for you.")
    }
  }

  /// Whether others can look into what is kept: tokens, sessions, what was typed.
  func modes() -> Finding {
    let state = environment.folders.state
    let open = state.pathsOpenToOthers()
    guard let first = open.first else {
      return Finding(name: "file modes", isGood: true, detail: "what t2v keeps is yours alone")
    }
    let more = open.count > 1 ? " and \(open.count - 1) more" : ""
    return Finding(
      name: "file modes", isGood: false, isNeeded: false, detail: "others can read \(first)\(more)",
      remedy: "Take that from them: chmod -R go= \(state.path)")
  }
}
