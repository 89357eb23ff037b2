extension Vocabulary {
  /// Pictures that people type for words.
  static let emoji: [Entry] = [
    Entry("☀, 🌞", .element(.sun), .time(.day, isStated: false)),
    Entry("🌅, 🌇", .time(.sunset, isStated: true), .element(.sun)),
    Entry("🌄", .time(.dawn, isStated: true), .element(.mountains)),
    Entry("🌙, 🌛, 🌜, 🌕, 🌝, 🌓, 🌔", .element(.moon), .time(.night, isStated: false)),
    Entry("⭐, 🌟, ✨, 🌃", .element(.stars), .time(.night, isStated: false)),
    Entry("🌌", .element(.nebula), .element(.stars), .time(.night, isStated: false)),
    Entry("🪐", .element(.planet), .rings, .time(.night, isStated: false)),
    Entry("🌍, 🌎, 🌏", .element(.planet), .time(.night, isStated: false)),
    Entry("☁, ⛅, 🌥", .element(.clouds)), Entry("🌈", .element(.rainbow)),
    Entry("🌧, ☔", .element(.rain), .time(.overcast, isStated: false)),
    Entry("❄, 🌨, ☃, ⛄", .element(.snow)), Entry("🌫", .element(.fog)),
    Entry("⚡, 🌩, ⛈", .element(.lightning), .element(.clouds)), Entry("🌊", .element(.ocean)),
    Entry("⛰, 🏔, 🗻", .element(.mountains)), Entry("🏜", .element(.dunes)),
    Entry("🏝, 🏖", .element(.island), .element(.ocean)), Entry("🌲, 🌳, 🎄", .element(.forest)),
    Entry("🌴", .element(.palms)), Entry("🌸, 💮", .element(.blossom)),
    Entry("🌷, 🌹, 🌺, 🌼, 💐", .element(.flowers)), Entry("🌻", .element(.sunflowers)),
    Entry("🏙, 🌆", .element(.city)), Entry("🛣", .element(.road)), Entry("🌉, 🌁", .element(.bridge)),
    Entry("🏠, 🏡, 🛖", .element(.house)), Entry("🐦, 🕊, 🦅, 🦆", .element(.birds)),
    Entry("🐟, 🐠, 🐡", .element(.fish)), Entry("🦋", .element(.butterflies)),
    Entry("⛵, 🚢, 🛶, 🚤, 🛥", .element(.boat)), Entry("🎈", .element(.balloon)),
    Entry("🚗, 🚕, 🏎, 🚙", .element(.car)), Entry("🚂, 🚆, 🚄, 🚅", .element(.train)),
    Entry("🚀", .element(.rocket)), Entry("🎆, 🎇", .element(.fireworks), .time(.night, isStated: false)),
    Entry("🏮", .element(.lanterns), .time(.night, isStated: false)), Entry("🕯", .element(.candle)),
    Entry("🔥", .element(.campfire)), Entry("🌀", .element(.tunnel)),
  ]
}
