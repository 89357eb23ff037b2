/// A job as the server tells of it: the `video` object of OpenAI's videos API, read as leniently as the servers that
/// speak it are different (vLLM-Omni answers a new job with three fields, SGLang names errors without a code).
public struct VideoJob: Decodable, Sendable, Equatable {
  /// The server's name for it.
  public var id: String
  /// How it stands.
  public var status: VideoJobStatus
  /// How much is done, 0 to 100.
  public var progress: Int
  /// Why it failed.
  public var error: Failure?
  /// The prompt, where the server tells it.
  public var prompt: String?
  /// When it was made, in seconds since 1970.
  public var created: Double?

  /// Why a job failed.
  public struct Failure: Decodable, Sendable, Equatable {
    /// A code; empty if there is none.
    public var code: String
    /// What happened.
    public var message: String

    enum CodingKeys: CodingKey { case code, message }

    /// Reads a code that is a text or a number.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if let text = try? container.decode(String.self, forKey: .code) {
        code = text
      } else {
        code = (try? container.decode(Int.self, forKey: .code)).map(String.init) ?? ""
      }
      message = (try? container.decode(String.self, forKey: .message)) ?? ""
    }
  }

  enum CodingKeys: String, CodingKey {
    case id, status, progress, error, prompt
    case created = "created_at"
  }

  /// Reads an object; only `id` and `status` must be there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    status = VideoJobStatus(word: try container.decode(String.self, forKey: .status))
    let percent = (try? container.decode(Double.self, forKey: .progress)) ?? 0
    progress = percent.isFinite ? Int(min(100, max(0, percent))) : 0
    error = try? container.decodeIfPresent(Failure.self, forKey: .error)
    prompt = try? container.decodeIfPresent(String.self, forKey: .prompt)
    created = try? container.decodeIfPresent(Double.self, forKey: .created)
  }
}
