/// The light of a scene.
public enum TimeOfDay: String, Codable, Sendable, CaseIterable {
  case dawn, day, goldenHour, sunset, dusk, night
  case overcast
}
