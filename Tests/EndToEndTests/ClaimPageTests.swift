import CurlHTTP
import Foundation
import Testing

@Suite("The claim's page in a browser", .timeLimit(.minutes(3)))
struct ClaimPageTests {
  static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What Chromium makes of a page.
  private func browse(_ arguments: [String], in sandbox: Sandbox) async throws -> Run {
    try await Run.program(
      try #require(Self.chromium),
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--user-data-dir=\(sandbox.folder)/chromium", "--window-size=1000,1100", "--virtual-time-budget=8000",
      ] + arguments, in: sandbox)
  }

  @Test(
    "the link opens the film, its timeline, versions and downloads; nothing is blocked and no token stays in the page",
    .enabled(
      if: chromium != nil, "Chromium is not installed (apt install chromium): the page is not looked at"))
  func page() async throws {
    let sandbox = try Sandbox()
    let studio = try StudioProcess(in: sandbox)
    let session = try await studio.session(
      saying: "a sunset over ocean waves, 3 seconds", "then a city at night in the rain, 3 seconds")
    try await studio.render("mine", of: session, resolution: "240p")
    #expect(try await studio.wait(for: "mine", reaching: 1).status == "completed")
    let claim = try await studio.data(
      .post, "/api/auth/claim-token", json: ["task_id": "t", "session_id": session])["claim_token"]
    let token = try #require(claim as? String)

    let picture = sandbox.file("page.png")
    let run = try await browse(
      [
        "--enable-logging=stderr", "--screenshot=\(picture)", "--dump-dom",
        "\(studio.url)/workspace/claim?ct=\(token)",
      ],
      in: sandbox)
    for words in ["Timeline", "Versions", "Downloads", "<svg", "<video", "/api/render/proxy/mine/download"] {
      #expect(run.output.contains(words), "\(words)")
    }
    #expect(!run.output.contains(token))
    #expect(!run.errors.contains("Content Security Policy"), "\(run.errors)")

    // The style is applied (dark ground), the timeline is drawn (a blue bar of the video track), the film is seen.
    let page = Media(path: picture)
    let ground = try await page.luma(at: 0, columns: 100, rows: 110)
    #expect(ground[1][1] < 40)
    let colours = try await page.colours(columns: 100, rows: 110)
    #expect(colours.contains { $0.blue > 150 && $0.red < 80 && $0.green > 80 && $0.green < 130 })
    #expect(ground[12..<60].flatMap { $0[20..<80] }.contains { $0 > 60 })
    studio.killNow()
  }
}
