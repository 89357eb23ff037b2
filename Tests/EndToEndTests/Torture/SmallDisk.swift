import Foundation

/// A small file system for a folder of a sandbox, for root; others get what comes nearest.
final class SmallDisk: Sendable {
  private let folder: String
  private let isMounted: Bool

  /// Makes the disk that a machine of a plan wants; nil if it wants none, or there can be none.
  init?(for machine: TorturePlan.Machine, in sandbox: Sandbox) throws {
    let options: String
    switch machine {
    case .fullState(let size):
      folder = sandbox.folder + "/state/t2v"
      options = "size=\(max(4, size))k"
    case .fullWork(let size):
      folder = sandbox.work
      options = "size=\(max(4, size))k"
    case .readOnlyState:
      folder = sandbox.folder + "/state/t2v"
      options = "ro,size=16m"
    default: return nil
    }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    isMounted = Self.run("/bin/mount", ["-t", "tmpfs", "-o", "mode=0700,\(options)", "t2v-torture", folder])
    if !isMounted, case .readOnlyState = machine { chmod(folder, 0o500) }
  }

  /// Makes room, and lets the folder be written.
  func grow() {
    if isMounted {
      _ = Self.run("/bin/mount", ["-o", "remount,rw,size=64m", folder])
    } else {
      chmod(folder, 0o700)
    }
  }

  /// Takes the disk away with all that is on it.
  func remove() {
    if isMounted { _ = Self.run("/bin/umount", ["-l", folder]) }
  }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    guard getuid() == 0 else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
