/// What things cost and what users get, in credits (SEED.md, CONTRACT.md).
public enum CreditPrices {
  /// A film made from a prompt.
  public static let generation = 100
  /// A message that changes the film.
  public static let edit = 50
  /// What an anonymous user gets with a token.
  public static let anonymousGrant = 100
  /// What the owner gets each day.
  public static let ownerDailyGrant = 100_000
}
