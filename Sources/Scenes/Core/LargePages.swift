#if canImport(Glibc)
  import Glibc
#endif

/// Asks for large pages for memory that is about to be filled: a drawing is entered by some pages where it would be by thousands.
/// A system that has none goes on with small ones.
func preferLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  #if canImport(Glibc)
    let size = Int(sysconf(Int32(_SC_PAGESIZE)))
    guard size > 0, let start = memory.baseAddress else { return }
    let first = (UInt(bitPattern: start) + UInt(size) - 1) / UInt(size) * UInt(size)
    let end = (UInt(bitPattern: start) + UInt(memory.count)) / UInt(size) * UInt(size)
    guard first < end else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE)
  #endif
}
