/// Why there is no TLS in front of the studio.
public enum TLSGatewayError: Error, Sendable, Equatable, CustomStringConvertible {
  /// stunnel is not installed.
  case missing
  /// stunnel has ended: the certificate, the key or the port is not good; the log has its words.
  case ended
  /// A file of the certificate cannot be read.
  case unreadable(String)

  /// What happened and what to do.
  public var description: String {
    switch self {
    case .missing:
      "stunnel was not found, which speaks TLS for the studio. Install it: sudo apt-get install stunnel4"
    case .ended:
      "stunnel ended by itself, so the studio cannot be reached. Its reason stands above; check the certificate, the key "
        + "and whether the port is free."
    case .unreadable(let file):
      "\(file) cannot be read. Give --tls-cert and --tls-key as PEM files that you may read."
    }
  }
}
