import Glibc

/// A temporary folder that only this user can read, removed with all that is in it when its owner is done.
package struct PrivateFolder: ~Copyable {
  /// Its path.
  package let path: String

  /// Makes a folder of mode 0700 under `TMPDIR`, or `/tmp`.
  package init() throws(RenderError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/t2v-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw errno == ENOSPC ? .diskFull(parent) : .folderNotWritable(parent)
    }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? parent
    }
  }

  /// Writes a small file and gives its path.
  package borrowing func write(_ bytes: [UInt8], named name: String) throws(RenderError) -> String {
    let file = "\(path)/\(name)"
    guard let stream = fopen(file, "wbx") else { throw .folderNotWritable(path) }
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count else { throw .diskFull(path) }
    return file
  }

  deinit {
    // The folder is flat: nothing here makes folders inside it.
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
  }
}
