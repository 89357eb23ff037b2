import Directing
import Scenes

/// Small pictures are enough to see what matters here.
let smallCanvas = Canvas(width: 144, height: 256)

/// A shot of four seconds whose every side can be told.
func shot(
  _ elements: [SceneElement], at time: TimeOfDay = .day, seed: UInt64 = 7, milliseconds: Int = 4000,
  tint: NamedColour? = nil,
  energy: Double = 0.4, camera: CameraMove = .push, loops: Bool = false
) -> Shot {
  Shot(
    name: "test", durationMS: milliseconds, seed: seed, timeOfDay: time, elements: elements, tint: tint,
    energy: energy,
    camera: camera, loops: loops)
}

/// One frame of a shot.
func frame(_ shot: Shot, _ number: Int = 30, canvas: Canvas = smallCanvas) -> FrameBuffer {
  var buffer = FrameBuffer(canvas: canvas)
  SceneRenderer(shot: shot, canvas: canvas).render(frame: number, into: &buffer)
  return buffer
}

/// Mean luma of some rows and columns.
func brightness(_ frame: FrameBuffer, rows: Range<Int>? = nil, columns: Range<Int>? = nil) -> Double {
  let rows = rows ?? 0..<frame.height
  let columns = columns ?? 0..<frame.width
  var sum = 0
  for row in rows { for column in columns { sum += Int(frame.bytes[row * frame.width + column]) } }
  return Double(sum) / Double(rows.count * columns.count)
}

/// Mean difference of two frames' bytes.
func difference(_ one: FrameBuffer, _ other: FrameBuffer) -> Double {
  var sum = 0
  for index in one.bytes.indices { sum += abs(Int(one.bytes[index]) - Int(other.bytes[index])) }
  return Double(sum) / Double(one.bytes.count)
}

/// Share of luma samples that differ clearly: more than grain can.
func changedShare(_ one: FrameBuffer, _ other: FrameBuffer) -> Double {
  var count = 0
  for index in 0..<one.lumaCount where abs(Int(one.bytes[index]) - Int(other.bytes[index])) > 4 { count += 1 }
  return Double(count) / Double(one.lumaCount)
}
