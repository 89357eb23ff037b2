// The C functions that libcurl calls, on the engine's thread, while it performs a transfer.

import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Takes a header line; one too many ends the exchange.
func headerArrived(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let isTaken = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    .receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
  return isTaken ? size * count : 0
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

/// The address of a connection in numbers; nil for one that is neither IPv4 nor IPv6.
func numericText(of address: UnsafeMutablePointer<curl_sockaddr>) -> String? {
  guard [AF_INET, AF_INET6].contains(address.pointee.family),
    let start = MemoryLayout<curl_sockaddr>.offset(of: \.addr)
  else { return nil }
  var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
  // libcurl's structure goes on behind this field, for addresses are longer than its type says.
  let pointer = UnsafeRawPointer(address).advanced(by: start).assumingMemoryBound(to: sockaddr.self)
  let result = getnameinfo(
    pointer, socklen_t(address.pointee.addrlen), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
  guard result == 0 else { return nil }
  // A zone, as in fe80::1%eth0, is no part of the address.
  return String(decoding: text.prefix { $0 != 0 && $0 != 0x25 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Opens a socket that programs we start do not inherit: else a connection would stay open as long as they run.
func socketWanted(
  _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
  _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
  guard let address, let context,
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().mayConnect(to: address)
  else { return ccurl_bad_socket }
  #if os(Linux)
    let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(address.pointee.family, kind, address.pointee.protocol)
  #else
    let opened = socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    if opened >= 0 { _ = fcntl(opened, F_SETFD, FD_CLOEXEC) }
    return opened
  #endif
}
