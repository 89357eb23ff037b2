/// How the camera moves during a shot; every move is eased at both ends.
public enum CameraMove: String, Codable, Sendable, CaseIterable {
  case still, push, pull, panLeft, panRight, tiltUp, tiltDown, handheld
}
