/// What a greeting is for, and what a card for it shows when the prompt names nothing else to see.
enum Occasion: Sendable {
  case morning, night, newYear, springFestival, birthday, christmas, midAutumn, lanternFestival, dragonBoat,
    mothersDay,
    wedding, halloween, memorial, easter, thanksgiving, eid, congratulation, thanks, sale, opening

  /// The things on the card.
  var elements: [SceneElement] {
    switch self {
    case .morning: kinds(.mountains, .sun, .clouds, .birds)
    case .night: kinds(.lake, .moon, .stars)
    case .newYear: kinds(.city, .fireworks)
    case .springFestival: kinds(.pagoda, .lanterns, .fireworks)
    case .birthday: kinds(.balloon, .fireworks)
    case .christmas: kinds(.snow, .pine, .house)
    case .midAutumn: kinds(.lake, .moon, .lanterns)
    case .lanternFestival: kinds(.lake, .lanterns)
    case .dragonBoat: kinds(.river, .boat, .mountains)
    case .mothersDay: kinds(.meadow, .flowers, .butterflies)
    case .wedding: kinds(.lake, .blossom, .swan)
    case .halloween: kinds(.castle, .moon, .fog)
    case .memorial: [SceneElement(.candle, count: 3)]
    case .easter: kinds(.meadow, .flowers, .butterflies, .rainbow)
    case .thanksgiving: kinds(.meadow, .autumnTree, .leaves)
    case .eid: [SceneElement(.moon, lit: 0.2)] + kinds(.lanterns, .stars, .dunes)
    case .congratulation: kinds(.lake, .fireworks)
    case .thanks: kinds(.meadow, .flowers, .sun)
    case .sale: kinds(.city, .neonSigns)
    case .opening: kinds(.city, .balloon, .fireworks)
    }
  }

  /// Its light.
  var time: TimeOfDay {
    switch self {
    case .morning, .wedding: .dawn
    case .thanksgiving, .thanks: .goldenHour
    case .birthday, .christmas, .opening: .dusk
    case .dragonBoat, .mothersDay, .easter: .day
    case .night, .newYear, .springFestival, .midAutumn, .lanternFestival, .halloween, .memorial, .eid,
      .congratulation,
      .sale:
      .night
    }
  }

  private func kinds(_ kinds: SceneElement.Kind...) -> [SceneElement] { kinds.map { SceneElement($0) } }
}
