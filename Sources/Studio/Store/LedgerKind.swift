import GRDB

/// What an entry of the credit ledger means. Entries are only ever added.
enum LedgerKind: String, Codable, Sendable, DatabaseValueConvertible {
  /// Credits given.
  case grant
  /// Credits taken back, unused, before a new grant.
  case lapse
  /// Credits set aside for a turn.
  case reserve
  /// A reservation that was used.
  case settle
  /// A reservation that was given back.
  case release
}
