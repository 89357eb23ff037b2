// The C functions that libcurl calls, on the engine's thread, while it performs a transfer.

import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Takes a header line.
func headerArrived(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    .receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
  return size * count
}

/// Takes body bytes, or asks libcurl to keep them and to pause.
func bodyArrived(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let isTaken = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    .receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
  return isTaken ? size * count : ccurl_write_pause
}

/// Learns how far the transfer is.
func progressMade(
  _ context: UnsafeMutableRawPointer?, _ total: curl_off_t, _ received: curl_off_t, _ uploadTotal: curl_off_t,
  _ uploaded: curl_off_t
) -> Int32 {
  guard let context else { return 0 }
  Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    .reportUpload(sent: Int64(uploaded), total: Int64(uploadTotal))
  return 0
}

/// Opens a socket that programs we start do not inherit: else a connection would stay open as long as they run.
func socketWanted(
  _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
  _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
  guard let address else { return ccurl_bad_socket }
  #if os(Linux)
    let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(address.pointee.family, kind, address.pointee.protocol)
  #else
    let opened = socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    if opened >= 0 { _ = fcntl(opened, F_SETFD, FD_CLOEXEC) }
    return opened
  #endif
}
