import CKernels
import Directing
import Synchronization

/// What one render of a styled frame works in: the scene's picture, planes and rows, kept from frame to frame.
///
/// Sendable without a check: a scratch is made in `Pool.with` and nowhere else, which takes it off the list under a lock
/// before its body runs and puts it back afterwards, so one thread has it at a time.
final class StyleScratch: @unchecked Sendable {
  var scene: FrameBuffer
  private var planes: [String: FloatPlane] = [:]
  private var rows: [RowStore?] = Array(repeating: nil, count: StyleRow.allCases.count)
  private var bytes: [String: ByteStore] = [:]

  init(_ grid: StyleGrid) { scene = FrameBuffer(canvas: grid.scene) }

  /// The plane of a name, made at its first use.
  func plane(_ name: String, _ width: Int, _ height: Int) -> FloatPlane {
    if let plane = planes[name], plane.width == width, plane.height == height { return plane }
    let plane = FloatPlane(width: width, height: height)
    planes[name] = plane
    return plane
  }

  /// A plane of the size of another.
  func plane(_ name: String, like other: FloatPlane) -> FloatPlane { plane(name, other.width, other.height) }

  /// The row of a name.
  func row(_ name: StyleRow, _ width: Int) -> UnsafeMutablePointer<Float> {
    if let row = rows[name.rawValue] { return row.start }
    let row = RowStore(width: width + 32)
    rows[name.rawValue] = row
    return row.start
  }

  /// The bytes of a name.
  func bytes(_ name: String, _ count: Int) -> UnsafeMutablePointer<UInt8> {
    if let store = bytes[name], store.count >= count { return store.start }
    let store = ByteStore(count: count)
    bytes[name] = store
    return store.start
  }

  /// Scratches that wait for the next frame.
  final class Pool: Sendable {
    private let spare = Mutex<[StyleScratch]>([])
    private let grid: StyleGrid

    init(_ grid: StyleGrid) { self.grid = grid }

    func with<Result>(_ body: (StyleScratch) -> Result) -> Result {
      let scratch = spare.withLock { $0.popLast() } ?? StyleScratch(grid)
      defer { spare.withLock { $0.append(scratch) } }
      return body(scratch)
    }
  }

  private final class ByteStore {
    let start: UnsafeMutablePointer<UInt8>
    let count: Int

    init(count: Int) {
      self.count = count
      start = .allocate(capacity: count)
      start.initialize(repeating: 0, count: count)
    }

    deinit { start.deallocate() }
  }
}
