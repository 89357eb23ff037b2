import RawJSON
import Testing
import TimelineDraft

@Suite struct TimelineTests {
  @Test(
    "a draft's summary is the line of the document",
    arguments: [
      (
        #"{"t":[{"tt":0,"sg":[{"d":10000,"m":{"name":"city timelapse"}}]},{"tt":1,"sg":[{"d":10000,"m":{"name":"Lo-fi","volume":35}}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"Urban Dreams"}}]}]}"#,
        #"Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)"#
      ),
      (#"{"t":[{"tt":0,"sg":[{"d":90000}]}]}"#, "Timeline (1 track): 1. Video (0-90s)"),
      (#"{"t":[{"tt":0,"sg":[{"d":2500}]}]}"#, "Timeline (1 track): 1. Video (0-2.5s)"),
      (#"{"t":[{"tt":0,"sg":[{"d":2000},{"d":500}]}]}"#, "Timeline (1 track): 1. Video (0-2.5s)"),
      (
        #"{"t":[{"tt":0,"sg":[{"d":2000,"start":1000},{"d":500}]}]}"#, "Timeline (1 track): 1. Video (1-3.5s)"
      ),
      (
        #"{"t":[{"tt":1,"m":{"volume":0.2,"title":"Rain"},"sg":[{"d":1000}]}]}"#,
        "Timeline (1 track): 1. BGM: Rain (0-1s, 20%)"
      ),
      (
        #"{"t":[{"tt":7,"sg":[{"d":1000,"m":{"title":"T","name":"N"}}]}]}"#,
        #"Timeline (1 track): 1. Title: "T" (0-1s)"#
      ),
      (#"{"t":[{"tt":0,"sg":[]},{"tt":1,"sg":[{"d":1000}]}]}"#, "Timeline (1 track): 1. BGM (0-1s)"),
      (#"{"t":[]}"#, "Timeline (0 tracks): nothing on it yet"),
      (#"{"t":[{"tt":5,"sg":[{"d":1000}]}]}"#, "Timeline (1 track): 1. Other (0-1s)"),
      (#"{"t":[{"tt":"0","sg":[{"d":"1000","m":{"name":"x"}}]}]}"#, "Timeline (1 track): 1. Video: x (0-1s)"),
    ])
  func summary(draft: String, line: String) throws {
    #expect(try document(draft).timeline.summary == line)
  }

  @Test(
    "hostile drafts end in a line",
    arguments: [
      #"{"t":[{"tt":0,"sg":[{"d":-5000},{"d":-1e308}]}]}"#,
      #"{"t":[{"tt":0,"sg":[{"d":1e308},{"d":1e308},{"d":1e308}]}]}"#,
      #"{"t":[{"tt":1e99,"sg":[{"d":"nan","start":"inf","m":{"volume":"nan"}}]}]}"#,
      #"{"t":[{"tt":1,"sg":[{"d":1,"m":{"volume":-1}},{"d":1,"m":{"volume":1e300}}]}]}"#,
      #"{"t":{"tt":0},"x":1}"#,
      #"{"t":[7,null,"x",[],{"sg":"no"},{"sg":[1,2,null]},{"sg":[{"d":[],"m":7}]}]}"#,
      #"{"t":[{"tt":7,"sg":[{"d":99999999999999999999999999,"m":{"text":["x"],"title":{"a":1}}}]}]}"#,
    ])
  func hostile(draft: String) throws {
    let summary = try document(draft).timeline.summary
    #expect(summary.hasPrefix("Timeline ("))
    #expect(summary.utf8.count < 300)
  }

  @Test("60,000 levels in a draft end in a line", .timeLimit(.minutes(1)))
  func deep() throws {
    let deep = String(repeating: "{\"m\":[", count: 60_000) + String(repeating: "]}", count: 60_000)
    #expect(
      try document(#"{"t":[{"tt":0,"sg":[{"d":1000,"m":"# + deep + "}]}]}").timeline.summary
        == "Timeline (1 track): 1. Video (0-1s)")
  }

  @Test("200,000 segments of different names are read in their number's time", .timeLimit(.minutes(1)))
  func many() throws {
    let segments = (0..<200_000).map { #"{"d":1e300,"m":{"name":"n\#($0)"}}"# }.joined(separator: ",")
    let timeline = try document(#"{"t":[{"tt":0,"sg":["# + segments + "]}]}").timeline
    #expect(timeline.summary.contains("n0, n1, n2 and 199997 more"))
    #expect(timeline.durationMS <= 2_000_000_000_000)
  }

  @Test(
    "the draft is found wherever the answer holds it",
    arguments: [
      #"{"code":0,"data":{"state":{"draft":D}}}"#, #"{"data":{"draft":D}}"#, #"{"state":{"draft":D}}"#,
      #"{"draft":D}"#, "D",
    ])
  func found(shape: String) throws {
    let draft = #"{"zz":12345678901234567890, "t":[{"tt":0,"sg":[{"d":1000}]}]}"#
    let answer = try #require(JSONValue(shape.replacing("D", with: draft)))
    let document = try #require(DraftDocument(inAnswer: answer))
    #expect(String(decoding: document.bytes, as: UTF8.self) == draft)
    #expect(document.isReadyToExport)
  }

  @Test(
    "no draft is no draft",
    arguments: ["{}", #"{"data":{}}"#, #"{"data":{"state":{"draft":null}}}"#, #"{"draft":7}"#])
  func none(answer: String) throws {
    let value = try #require(JSONValue(answer))
    #expect(DraftDocument(inAnswer: value) == nil)
  }

  private func document(_ draft: String) throws -> DraftDocument {
    let value = try #require(JSONValue(draft))
    return try #require(DraftDocument(value))
  }
}
