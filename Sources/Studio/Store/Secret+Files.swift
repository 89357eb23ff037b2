import Foundation

extension Secret {
  /// The owner's token: the one that is asked for, else the one in the data folder, else a new one. It is kept in the
  /// data folder (0600), where `t2v` finds it.
  static func ownerToken(asked: String?, in folder: DataFolder) throws -> String {
    let kept = try folder.read(folder.token).map { String(decoding: $0, as: UTF8.self) }
    if asked == nil, let kept, !kept.isEmpty { return kept }
    let token = asked ?? "nmv_own_" + random()
    if token != kept { try folder.write(Array(token.utf8), to: folder.token) }
    return token
  }

  /// The key of this data folder that anonymous tokens are derived from.
  static func key(in folder: DataFolder) throws -> [UInt8] {
    if let kept = try folder.read(folder.key), kept.count == 32 { return kept }
    let key = randomBytes(32)
    try folder.write(key, to: folder.key)
    return key
  }
}
