import Directing

/// Where the camera is at one moment.
///
/// Turning moves everything alike; going forward or sideways moves near things more than far ones.
struct CameraPose: Sendable {
  /// How much larger the nearest things are than at rest.
  var zoom: Float = 0
  /// Pixels by which the nearest things have moved to the right.
  var truck: Float = 0
  /// Pixels by which everything has moved to the right.
  var turn: Float = 0
  /// Pixels by which everything has moved down.
  var tilt: Float = 0
  /// Pixels by which the nearest things have moved to the right because the camera goes along with somebody; land
  /// repeats, as its own mirror image.
  var track: Float = 0

  /// How far that moves things at a nearness of 0 (sky) to 1 (at hand): far land hardly moves.
  func tracked(_ nearness: Float) -> Float { track == 0 ? 0 : track * power(nearness, 1.6) }

  /// The largest share of the width that any move uncovers at one side.
  static let overscan: Float = 0.08

  init() {}

  init(_ move: CameraMove, moment: Moment, energy: Float) {
    let frame = moment.composition
    let way = moment.eased
    switch move {
    case .still: break
    case .push: zoom = 0.13 * way
    case .pull: zoom = 0.13 * (1 - way)
    case .panLeft:
      truck = (way - 0.5) * 0.08 * frame.width
      turn = (way - 0.5) * 0.02 * frame.width
    case .panRight:
      truck = (0.5 - way) * 0.08 * frame.width
      turn = (0.5 - way) * 0.02 * frame.width
    case .tiltUp: tilt = (way - 0.5) * 0.06 * frame.height
    case .tiltDown: tilt = (0.5 - way) * 0.06 * frame.height
    case .handheld:
      let reach = frame.unit * (7 + 6 * energy)
      turn = reach * (moment.swing(rate: 0.23) + 0.5 * moment.swing(rate: 0.61, offset: 0.3))
      tilt = reach * 0.8 * (moment.swing(rate: 0.31, offset: 0.2) + 0.4 * moment.swing(rate: 0.73))
      zoom = 0.02
    }
  }
}
