import Foundation
import GatewayTesting
import PrivateFiles
import Testing

@Suite struct PrivateFolderTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("folders are made for their owner alone, and so are files, which are replaced whole")
  func modes() async throws {
    try await withTemporaryFolder { path in
      let folder = PrivateFolder(path + "/a/b")
      try folder.write("x", Array("one".utf8))
      try folder.write("x", Array("two".utf8))
      #expect(try folder.read("x") == Array("two".utf8))
      #expect(folder.names() == ["x"])
      #expect(try mode(path + "/a") == 0o700)
      #expect(try mode(path + "/a/b") == 0o700)
      #expect(try mode(path + "/a/b/x") == 0o600)
      try folder.remove("x")
      try folder.remove("x")
      #expect(try folder.read("x") == nil)
    }
  }

  @Test("what a killed writer left half written goes with the next write; everything else hidden stays")
  func abandoned() async throws {
    try await withTemporaryFolder { path in
      let folder = PrivateFolder(path)
      // No process has this number: it is larger than any.
      let left = ".tokens.json.2147483600.77.t2v-unfinished"
      let others = [".notes.2147483600.77", ".x.claim", ".x.\(getpid()).7.t2v-unfinished", ".t2v-unfinished"]
      for name in [left] + others { try write(Array("half".utf8), to: "\(path)/\(name)") }
      try folder.write("x", Array("whole".utf8))
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      #expect(Set(names) == Set(others + ["x"]))
    }
  }

  @Test("a link in place of a file is neither read nor written through")
  func links() async throws {
    try await withTemporaryFolder { path in
      let folder = PrivateFolder(path + "/a")
      try folder.create()
      try write(Array("mine".utf8), to: path + "/victim")
      try FileManager.default.createSymbolicLink(atPath: path + "/a/x", withDestinationPath: path + "/victim")
      #expect(throws: PrivateFileError.self) { try folder.read("x") }
      try folder.write("x", Array("new".utf8))
      #expect(try bytes(of: path + "/victim") == Array("mine".utf8))
    }
  }

  @Test("what is no file, or too large, is an error in words")
  func errors() async throws {
    try await withTemporaryFolder { path in
      let folder = PrivateFolder(path)
      try FileManager.default.createDirectory(atPath: path + "/x", withIntermediateDirectories: false)
      #expect(throws: PrivateFileError.self) { try folder.read("x") }
      try folder.write("y", [1, 2, 3])
      #expect(throws: PrivateFileError.self) { try folder.read("y", limit: 2) }
    }
  }

  @Test("a claim is one process's until it is let go of")
  func claims() async throws {
    try await withTemporaryFolder { path in
      let folder = PrivateFolder(path)
      var first = try FileClaim("job", in: folder)
      #expect(first != nil)
      #expect(try FileClaim("job", in: folder) == nil)
      first = nil
      #expect(try FileClaim("job", in: folder) != nil)
      #expect(folder.names() == [])
    }
  }

  @Test("the folders follow the XDG variables, but for relative ones")
  func folders() {
    let plain = UserFolders(environment: ["HOME": "/home/a"])
    #expect(plain.configuration == "/home/a/.config/t2v")
    #expect(plain.state.path == "/home/a/.local/state/t2v")
    let other = UserFolders(environment: [
      "HOME": "/home/a", "XDG_STATE_HOME": "/s", "XDG_DATA_HOME": "relative",
    ])
    #expect(other.state.path == "/s/t2v")
    #expect(other.data.path == "/home/a/.local/share/t2v")
    #expect(UserFolders(environment: [:], accountHome: "/root").home == "/root")
    #expect(plain.expanded("~/Films") == "/home/a/Films" && plain.expanded("~") == "/home/a")
    #expect(plain.expanded("~ana/Films") == "~ana/Films" && plain.expanded("films/~") == "films/~")
  }
}
