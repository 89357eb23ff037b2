import Conversation
import MediaFormats
import Testing

@Suite("What follows /export")
struct ExportArgumentsTests {
  @Test(
    "a format, a resolution and a file are told apart in any order that makes sense",
    arguments: [
      ("", nil, nil, nil), ("gif", "gif", nil, nil), ("gif 720p", "gif", "720p", nil),
      ("4K", nil, "2160p", nil),
      ("out.mov", nil, nil, "out.mov"), ("gif my.gif", "gif", nil, "my.gif"),
      ("mp4 1080p 'my film.mp4'", "mp4", "1080p", "my film.mp4"), ("./a b", nil, nil, "./a"),
    ] as [(String, String?, String?, String?)])
  func arguments(text: String, format: String?, resolution: String?, path: String?) {
    let export = ExportArguments(text)
    #expect(export.format == format)
    #expect(export.resolution == resolution)
    #expect(export.path == path)
  }
}
