import MediaFormats
import NemoVideo
import Testing

@Suite struct ServiceErrorTests {
  @Test(
    "a code wins over a status, and both over nothing",
    arguments: [
      (1001, nil, ServiceError.Kind.tokenInvalid), (nil, 401, .tokenInvalid), (1002, 404, .sessionUnknown),
      (2001, 402, .outOfCredits),
      (402, 402, .notInPlan), (nil, 402, .notInPlan), (4001, 400, .fileType), (4002, 413, .fileTooLarge),
      (nil, 413, .fileTooLarge),
      (400, 400, .clientIDMissing), (nil, 400, .clientIDMissing), (5000, 400, .other), (nil, 404, .notFound),
      (409, 200, .duplicate),
      (429, 200, .rateLimited), (nil, 200, .unreadable), (nil, nil, .unreadable), (nil, 502, .other),
      (7777, 200, .other),
    ] as [(Int?, Int?, ServiceError.Kind)])
  func kinds(code: Int?, status: Int?, kind: ServiceError.Kind) {
    #expect(ServiceError(code: code, status: status).kind == kind)
  }

  @Test(
    "the first bytes tell each format from a page",
    arguments: MediaFormat.allCases)
  func magic(format: MediaFormat) {
    #expect(!format.matches(Array("<!DOCTYPE html><html><head>".utf8)))
    #expect(!format.matches(Array(#"{"code":404,"message":"x"}"#.utf8)))
    #expect(!format.matches([]))
  }
}
