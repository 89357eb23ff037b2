import Glibc
import PrivateFiles
import RawJSON

/// Which prompts of a batch have become files, kept until all have: a batch that was broken off goes on where it stopped.
///
/// A batch is known by its prompts and its folder.
public struct BatchRecord: Sendable {
  private let folder: PrivateFolder
  private let name: String
  private var paths: [Int: String] = [:]

  /// Looks up what an earlier run of the same batch made.
  public init(state: PrivateFolder, prompts: [String], folder output: String) {
    folder = state.folder("batches")
    name = Self.mark(of: prompts + [Self.absolute(output)])
    guard let bytes = try? folder.read(name, limit: 16 << 20), let value = JSONValue(bytes) else { return }
    for item in value["made"]?.elements ?? [] {
      if let index = item["prompt"]?.int, let path = item["path"]?.string { paths[index] = path }
    }
  }

  /// The file that a prompt became, by its place from 0; nil if it became none, or the file is gone.
  public func path(of index: Int) -> String? {
    paths[index].flatMap { access($0, F_OK) == 0 ? $0 : nil }
  }

  /// Notes the file of a prompt.
  ///
  /// - Throws: `PrivateFileError`; the file is there all the same, and would be made again.
  public mutating func note(_ path: String, of index: Int) throws {
    paths[index] = Self.absolute(path)
    var object = JSONWriter()
    object.add(
      "made",
      paths.sorted { $0.key < $1.key }.map { entry in
        var item = JSONWriter()
        item.add("prompt", entry.key)
        item.add("path", entry.value)
        return item
      })
    try folder.write(name, object.bytes)
  }

  /// Forgets the batch: every prompt has its file, and the next run makes new ones.
  ///
  /// - Throws: `PrivateFileError`.
  public func end() throws { try folder.remove(name) }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }

  /// A name for texts that stays the same: FNV-1a, 64 bits.
  private static func mark(of texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}
