import Foundation
import GatewayTesting
import PrivateFiles
import Testing

@Suite struct TemporaryFolderTests {
  /// The number of a process that has ended.
  private func endedProcess() throws -> Int32 {
    let process = try Process.run(URL(fileURLWithPath: "/bin/true"), arguments: [])
    process.waitUntilExit()
    return process.processIdentifier
  }

  @Test("a temporary folder and its files are for their owner alone, and go with it")
  func lifetime() async throws {
    try await withTemporaryFolder { parent in
      do {
        let folder = try TemporaryFolder(in: parent)
        let file = try folder.write(Array("words".utf8), named: "a.txt")
        #expect(try bytes(of: file) == Array("words".utf8))
        let modes = try [folder.path, file].map {
          try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
        }
        #expect(modes == [0o700, 0o600])
        #expect(throws: PrivateFileError.self) { try folder.write([], named: "a.txt") }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == [])
    }
  }

  @Test(
    "what a killed process left behind goes at the next start; what a running one uses, and other folders, stay"
  )
  func sweep() async throws {
    try await withTemporaryFolder { parent in
      let files = FileManager.default
      let running = try TemporaryFolder(in: parent)
      let names = [
        "t2v-scratch-\(try endedProcess())-abcdef", "t2v-scratch-\(getpid())-young0", "t2v-rendering-1",
      ]
      for name in names {
        try files.createDirectory(atPath: "\(parent)/\(name)", withIntermediateDirectories: false)
        try write([1], to: "\(parent)/\(name)/graph.txt")
      }
      #expect(TemporaryFolder.sweep(in: parent) == 1)
      #expect(
        Set(try files.contentsOfDirectory(atPath: parent))
          == Set(names[1...] + [(running.path as NSString).lastPathComponent]))
      // A number may be another process by now: what nobody has locked for long goes too.
      try files.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -120)], ofItemAtPath: "\(parent)/\(names[1])")
      #expect(TemporaryFolder.sweep(in: parent) == 1)
      #expect(files.fileExists(atPath: running.path))
    }
  }

  @Test("nothing is swept through a link")
  func links() async throws {
    try await withTemporaryFolder { parent in
      let files = FileManager.default
      try files.createDirectory(atPath: parent + "/precious", withIntermediateDirectories: false)
      try write([1], to: parent + "/precious/film.mp4")
      try files.createSymbolicLink(
        atPath: "\(parent)/t2v-scratch-\(try endedProcess())-abcdef",
        withDestinationPath: parent + "/precious")
      #expect(TemporaryFolder.sweep(in: parent) == 0)
      #expect(files.fileExists(atPath: parent + "/precious/film.mp4"))
    }
  }
}
