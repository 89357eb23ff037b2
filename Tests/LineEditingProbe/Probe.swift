import Glibc
import LineEditing

/// A program around the editor, for tests to type at: it prints what happens as `[line "…"]`, `[interrupt …]`, `[end]`, and obeys
/// lines that begin with a colon.
@main
struct Probe {
  static func main() async {
    var configuration = LineEditor.Configuration()
    configuration.prompt = .init("t2v> ", style: "\u{1B}[1m")
    configuration.history = variable("PROBE_HISTORY").map { HistoryStore(path: $0, limit: 50) }
    configuration.completion = { line, cursor in complete(line, cursor) }
    configuration.hint = { line in
      line == "exp" ? Hint("ort now", insertion: "ort now") : line == "?" ? "only a hint" : nil
    }
    configuration.echoesLines = variable("PROBE_ECHO") != "no"
    configuration.asksTerminal = variable("PROBE_ASKS") != nil
    configuration.watchesFocus = true
    configuration.showsTitleProgress = true
    configuration.isPlain = variable("PROBE_PLAIN") != nil
    configuration.keyHelp = { LineEditor.keys.map { "\($0.keys): \($0.action)\n" }.joined() }
    let editor: LineEditor
    do {
      editor = try LineEditor(configuration: configuration)
    } catch {
      print("error: \(error)")
      exit(3)
    }
    for await event in editor.events { await handle(event, editor) }
    editor.close()
    print("[closed]")
  }

  private static func handle(_ event: LineEditor.Event, _ editor: LineEditor) async {
    switch event {
    case .line(let line) where line.hasPrefix(":"): await obey(line.dropFirst(), editor)
    case .line(let line):
      editor.endOpenLine()
      if line.utf8.count > 2000 {
        editor.print("[long line of \(line.utf8.count) bytes, sum \(checksum(line))]\n")
      } else {
        editor.print("[line \(quoted(line))]\n")
      }
    case .interrupt(let cleared):
      editor.endOpenLine()
      editor.print(cleared ? "[interrupt cleared]\n" : "[interrupt]\n")
    case .resized(let columns, let rows): editor.setStatus("\(columns) x \(rows)")
    case .endOfFile: print("[end]")
    }
  }

  private static func obey(_ command: Substring, _ editor: LineEditor) async {
    let parts = command.split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? unquoted(parts[1]) : ""
    switch parts.first {
    case "print": editor.print(rest)
    case "status": editor.setStatus(rest.isEmpty ? nil : rest)
    case "input": editor.setInput(rest)
    case "title":
      editor.setTitleProgress(rest == "none" ? .none : Int(rest).map { .percent($0) } ?? .unknown)
    case "notify": editor.notify(rest, by: .osc9)
    case "notify99": editor.notify(rest, by: .osc99)
    case "notify777": editor.notify(rest, by: .osc777)
    case "focus": editor.print("[focus \(editor.isFocused.map { "\($0)" } ?? "unknown")]\n")
    case "answers":
      let answers = await editor.answers()
      let cell = answers.cell.map { "\($0.width)x\($0.height)" } ?? "none"
      editor.print(
        "[name \(answers.name ?? "none"), kitty \(answers.drawsKitty), sixel \(answers.drawsSixel), cell \(cell)]\n"
      )
    case "ask": editor.setPrompt(.init(rest))
    case "exit": exit(Int32(rest) ?? 0)
    case "close":
      editor.close()
      editor.print("printed after the end\n")
    case "abort": abort()
    case "stop": kill(getpid(), SIGTSTP)
    case "crash":
      await Task.detached {
        let none: [Int] = []
        print(none[Int(rest) ?? 0])
      }.value
    case "stream":
      // Words with pauses, like a reply; a line break after every twelfth.
      let count = Int(rest) ?? 40
      Task {
        editor.setStatus("streaming")
        for index in 1...count {
          editor.print("word\(index)" + (index % 12 == 0 ? "\n" : " "))
          await editor.flush()
          try? await Task.sleep(for: .milliseconds(3))
        }
        editor.endOpenLine()
        editor.setStatus(nil)
        editor.print("[streamed]\n")
      }
    default: editor.print("[unknown command]\n")
    }
  }

  private static func complete(_ line: String, _ cursor: String.Index) -> [Completion] {
    let words = ["/help ", "/export ", "/exit ", "电影 ", "电视 "]
    let word =
      line[..<cursor].split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    return words.filter { !word.isEmpty && $0.hasPrefix(word) }.map { Completion($0, replacing: word.count) }
  }

  private static func checksum(_ text: String) -> UInt32 {
    text.utf8.reduce(5381) { $0 &* 33 &+ UInt32($1) }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        result += "\\n"
      } else if scalar.value < 0x20 || scalar.value == 0x7F {
        result += "\\x" + String(scalar.value, radix: 16)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func unquoted(_ text: Substring) -> String {
    String(text).replacing("\\n", with: "\n").replacing("\\e", with: "\u{1B}").replacing("\\t", with: "\t")
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
