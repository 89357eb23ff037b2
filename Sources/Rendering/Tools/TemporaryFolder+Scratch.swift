import PrivateFiles

extension TemporaryFolder {
  /// A folder for what a render needs beside its file.
  static func scratch() throws(RenderError) -> TemporaryFolder {
    do {
      return try TemporaryFolder()
    } catch {
      throw RenderError(error)
    }
  }

  /// Keeps a small file for a program to read, and gives its path.
  borrowing func keep(_ bytes: [UInt8], named name: String) throws(RenderError) -> String {
    do {
      return try write(bytes, named: name)
    } catch {
      throw RenderError(error)
    }
  }
}

extension RenderError {
  fileprivate init(_ error: PrivateFileError) {
    self = error.isDiskFull ? .diskFull(error.path) : .folderNotWritable(error.path)
  }
}
