import Generation
import Testing

@Suite("What models take")
struct LimitsTests {
  @Test(
    "frames are of the numbers that a model takes, at least as long as wanted, at most as long as it can",
    arguments: [
      ("Wan-AI/Wan2.2-T2V-A14B-Diffusers", 5000, 81), ("wan", 1000, 17), ("wan", 60_000, 81),
      ("Wan2.2-TI2V-5B", 5000, 121), ("hunyuanvideo", 5300, 129), ("LTX-Video", 4000, 97),
      ("LTX-Video", 9_000_000, 241), ("something", 5000, 121), ("something", 1, 1),
    ])
  func frames(_ row: (model: String, milliseconds: Int, frames: Int)) {
    #expect(EngineLimits.of(model: row.model, host: "gpu").frames(forMS: row.milliseconds) == row.frames)
  }

  @Test(
    "sizes keep the canvas's shape in multiples of 16",
    arguments: [
      ("wan", 1080, 1920, 720, 1280), ("wan", 1920, 1080, 1280, 720), ("wan2.1-1.3b", 1920, 1080, 848, 480),
      ("wan", 1080, 1080, 720, 720), ("wan", 1080, 1350, 720, 896), ("wan", 4096, 16, 2048, 720),
    ])
  func sizes(_ row: (model: String, width: Int, height: Int, toWidth: Int, toHeight: Int)) {
    let size = EngineLimits.of(model: row.model, host: "gpu").size(forWidth: row.width, height: row.height)
    #expect(size.width == row.toWidth && size.height == row.toHeight)
  }
}
