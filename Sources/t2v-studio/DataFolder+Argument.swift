import Foundation
import Studio

extension DataFolder {
  /// The folder that `--data` names, or the standard one.
  init(argument: String?) {
    self = argument.map { DataFolder(root: URL(fileURLWithPath: $0, isDirectory: true)) } ?? .standard()
  }
}
