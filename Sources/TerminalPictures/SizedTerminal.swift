import Glibc

/// A terminal that nobody sees, of a known size in cells and pixels: chafa asks its standard error for the size, and what it
/// complains about goes nowhere.
final class SizedTerminal: Sendable {
  let descriptor: Int32
  private let controller: Int32

  /// Makes one; nil if the system gives out none.
  init?(_ box: PictureBox) {
    var size = winsize(
      ws_row: 100, ws_col: 200, ws_xpixel: UInt16(clamping: 200 * box.cellWidth),
      ws_ypixel: UInt16(clamping: 100 * box.cellHeight))
    var ends: (controller: Int32, terminal: Int32) = (-1, -1)
    guard openpty(&ends.controller, &ends.terminal, nil, nil, &size) == 0 else { return nil }
    (controller, descriptor) = ends
    for end in [controller, descriptor] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(descriptor)
    close(controller)
  }
}
