import Foundation

/// What is looked at after a round: what the service saw, and what the client has left on the disk.
struct Inspection {
  let plan: TorturePlan
  let sandbox: Sandbox
  let service: TortureService
  let proxy: FaultProxy

  /// Everything that is not as promised.
  var problems: [String] { service.problems + messages + renders + films + state + secrets }

  private var messages: [String] {
    let typed = plan.lines.filter { !$0.hasPrefix("export") }
    // Lines that come at a terminal in one go are taken for one paste, which is one message.
    let sent = service.messages.flatMap { message in
      message.key.split(separator: "\n").flatMap { Array(repeating: String($0), count: message.value) }
    }
    var problems = sent.filter { !plan.lines.contains($0) }.map {
      "nobody typed this: \($0.debugDescription)"
    }
    for line in typed where sent.count(where: { $0 == line }) > 1 { problems.append("sent twice: \(line)") }
    let chats = proxy.chats
    if chats.begun > typed.count + chats.refused {
      problems.append(
        "\(typed.count) messages were typed and \(chats.begun) sent, \(chats.refused) of them refused")
    }
    return problems
  }

  private var renders: [String] {
    let submits = service.submits
    guard submits.taken > plan.exports + submits.repeatable else { return [] }
    return [
      "\(plan.exports) exports became \(submits.taken) renders, \(submits.repeatable) of them repeatable"
    ]
  }

  private var films: [String] {
    let folder = sandbox.work
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.map {
      (name: $0, bytes: [UInt8](FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data()))
    }
    var problems = service.films.filter { film in !files.contains { $0.bytes == film.value } }
      .map { "the film of \($0.key) is lost; there are \(files.map { "\($0.name): \($0.bytes.count)" })" }
    let films = Array(service.films.values)
    problems += files.filter { !films.contains($0.bytes) }.map {
      "\($0.name) is no whole film: \($0.bytes.count) bytes"
    }
    return problems
  }

  // MARK: The disk

  private struct Entry {
    let path: String
    let isFolder: Bool
    let mode: Int
  }

  private func entries(under folder: String) -> [Entry] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.compactMap { name in
      let path = "\(folder)/\(name)"
      guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
      return Entry(
        path: path, isFolder: facts[.type] as? FileAttributeType == .typeDirectory,
        mode: facts[.posixPermissions] as? Int ?? 0)
    }
  }

  private var state: [String] {
    var problems: [String] = []
    for entry in entries(under: sandbox.folder + "/state/t2v") {
      let wanted = entry.isFolder ? 0o700 : 0o600
      if entry.mode != wanted {
        problems.append("\(entry.path) has the mode \(String(entry.mode, radix: 8))")
      }
      let name = (entry.path as NSString).lastPathComponent
      guard !entry.isFolder, !name.hasPrefix("."), name != "t2v.log" else { continue }
      if entry.path.contains("/renders/") { problems.append("an unfinished render is left: \(entry.path)") }
      let data = FileManager.default.contents(atPath: entry.path) ?? Data()
      // The history has an object a line; all else is one object.
      let objects = name == "history" ? data.split(separator: UInt8(ascii: "\n")).map { Data($0) } : [data]
      for object in objects
      where (try? JSONSerialization.jsonObject(with: object, options: .fragmentsAllowed)) == nil {
        problems.append("\(entry.path) can't be read: \(String(decoding: object.prefix(80), as: UTF8.self))")
      }
    }
    let identity = FileManager.default.contents(atPath: sandbox.folder + "/.config/nemovideo/client_id")
    if let identity,
      UUID(uuidString: String(decoding: identity, as: UTF8.self).trimmingCharacters(in: .newlines)) == nil
    {
      problems.append("the client id is \(String(decoding: identity, as: UTF8.self))")
    }
    return problems
  }

  private var secrets: [String] {
    let token = Data(TortureService.token.utf8)
    return entries(under: sandbox.folder).filter { entry in
      guard !entry.isFolder, !entry.path.hasSuffix("/tokens.json") else { return false }
      return FileManager.default.contents(atPath: entry.path)?.range(of: token) != nil
    }
    .map { "the token is in \($0.path)" }
  }
}
