import Conversation
import CurlHTTP
import Foundation
import GatewayTesting
import Testing

/// Plays the files of Cases against a session, as a script at the other end of the wire and as a user at this one.
@Suite struct WireCaseTests {
  struct NamedCase: Sendable, CustomTestStringConvertible {
    let path: String
    let wire: WireCase

    var testDescription: String { "\(path): \(wire.title)" }
  }

  static let cases: [NamedCase] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    do {
      return try WireCase.all(in: folder).map { NamedCase(path: $0.path, wire: $0.case) }
    } catch {
      preconditionFailure("a case cannot be read: \(error)")
    }
  }()

  @Test("each case file tells what a user gets of an exchange", .timeLimit(.minutes(1)), arguments: cases)
  func conversation(_ named: NamedCase) async throws {
    let wire = named.wire
    try await withTemporaryFolder { folder in
      let gateway = try Gateway(wire.exchanges, rendersOnDisk: { SessionHouse.renders(in: folder) })
      defer { gateway.stop() }
      var house = SessionHouse(folder: folder, url: gateway.url)
      if let setup = wire.setup { house.setup = setup }
      let clock = ScriptClock()
      house.clock = clock
      try house.furnish()
      let isAllWell = try await play(
        wire.inputs, in: house,
        fill: { text in
          gateway.filled(text).replacingOccurrences(of: "{folder}", with: folder + "/out")
        })
      await house.http.shutdown()

      #expect(gateway.problems == [])
      check(wire, house.recorder.lines, folder: folder)
      #expect(isAllWell == (wire.succeeds ?? true))
      if let waits = wire.waits {
        #expect(clock.sleeps.map { Double($0 / .milliseconds(1)) / 1000 } == waits)
      }
      #expect(SessionHouse.renders(in: folder) == wire.rendersLeft ?? 0)
      if let saved = wire.saved {
        #expect(try Self.sizes(in: folder + "/out", without: wire.setup?.files) == saved)
      }
    }
  }

  // MARK: Playing

  private func play(
    _ inputs: [WireCase.Input], in house: SessionHouse, fill: (String) -> String
  ) async throws -> Bool {
    var isAllWell = true
    var resume: String?
    for part in inputs.split(
      omittingEmptySubsequences: false, whereSeparator: { $0.restart == true || $0.resume != nil })
    {
      if let restart = part.startIndex > 0 ? inputs[part.startIndex - 1] : nil { resume = restart.resume }
      let session = try house.session()
      let recorder = house.recorder
      let start = resume
      let loop = ConversationLoop(
        transcript: Transcript(), connect: { await session.start(resuming: start) ? session : nil },
        emit: { await recorder.take($0) })
      await loop.open()
      await loop.waitUntilIdle()
      if part.startIndex > 0 { isAllWell = await session.finish(session.pendingRenders) && isAllWell }
      for input in part {
        let interrupt = input.interruptAt.map { kind in
          let gate = recorder.next(kind)
          return Task {
            await gate.wait()
            await loop.interrupt()
          }
        }
        if let line = input.type { await loop.submit(fill(line)) }
        if let prompt = input.make {
          let isMade = await session.converse(prompt, exportFollows: true)
          isAllWell =
            isMade ? await session.export(format: nil, resolution: nil, path: nil) && isAllWell : false
        }
        await loop.waitUntilIdle()
        await interrupt?.value
      }
      isAllWell = await loop.isAllWell && isAllWell
    }
    return isAllWell
  }

  // MARK: Checking

  private func check(_ wire: WireCase, _ lines: [JSONTree], folder: String) {
    let named = Set(wire.events.compactMap { $0["event"]?.string })
    let quiet = WireCase.quiet.subtracting(named)
    let operations = Set(wire.events.compactMap { $0["operation"]?.string })
    let told = lines.filter { line in
      // Of the kinds of progress, too, those that the case names none of are passed over.
      !quiet.contains(line["event"]?.string ?? "")
        && line["operation"]?.string.map(operations.contains) ?? true
    }.joined
    let wanted = wire.events.map {
      $0.replacingText { $0.replacingOccurrences(of: "{folder}", with: folder + "/out") }
    }
    let isMet = told.count == wanted.count && zip(wanted, told).allSatisfy { $0.isMet(by: $1) }
    if !isMet {
      let index = zip(wanted, told).enumerated().first { !$0.element.0.isMet(by: $0.element.1) }?.offset
      let first = index ?? min(told.count, wanted.count)
      Issue.record(
        """
        event \(first + 1) of \(wanted.count) is not as expected: \(wanted.indices.contains(first) ? wanted[first].text : "none")
        told:
        \(told.map(\.text).joined(separator: "\n"))
        """)
    }
    for secret in (wire.never ?? []) + ["nmv_usr", "nmv_own", "studio_token"] {
      #expect(!lines.contains { $0.text.contains(secret) }, "told: \(secret)")
    }
  }

  private static func sizes(in folder: String, without inputs: [String: JSONTree]?) throws -> [String: Int] {
    var sizes: [String: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where inputs?[name] == nil {
      sizes[name] = try bytes(of: folder + "/" + name).count
    }
    return sizes
  }
}
