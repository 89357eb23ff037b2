import FoundationEssentials
import RawJSON

/// A session as this machine remembers it.
public struct SessionRecord: Sendable, Equatable {
  /// The session's id at the service.
  public var id: String
  /// Its task at the service.
  public var task: String?
  /// The account it belongs to.
  public var user: String?
  /// The first prompt, once there is one.
  public var prompt: String?
  /// What its film is made from, a prompt or an upload; exports are named after it.
  public var film: String?
  /// Whether anything was sent to it: a message or a file.
  public var isTouched = false
  /// How many tracks its timeline had at the last look.
  public var tracks = 0
  /// How many files were exported from it.
  public var renders = 0
  /// What was said last, at most five turns.
  public private(set) var turns: [RecordedTurn] = []
  /// When it was made.
  public var created: Date
  /// When it was last used.
  public var used: Date

  /// Makes a record.
  public init(
    id: String, task: String? = nil, user: String? = nil, prompt: String? = nil, created: Date, used: Date
  ) {
    self.id = id
    self.task = task
    self.user = user
    self.prompt = prompt
    self.created = created
    self.used = used
  }

  /// How many turns are kept.
  static let mostTurns = 5

  /// Keeps a turn, the oldest making room.
  mutating func add(_ turn: RecordedTurn) { turns = Array((turns + [turn]).suffix(Self.mostTurns)) }

  var json: JSONWriter {
    var object = JSONWriter()
    object.add("id", id)
    if let task { object.add("task", task) }
    if let user { object.add("user", user) }
    if let prompt { object.add("prompt", prompt) }
    if let film { object.add("film", film) }
    object.add("touched", isTouched)
    object.add("tracks", tracks)
    object.add("renders", renders)
    object.add(
      "turns",
      turns.map { turn in
        var item = JSONWriter()
        item.add("message", turn.message)
        item.add("reply", turn.reply)
        return item
      })
    object.add("created", created.timeIntervalSince1970)
    object.add("used", used.timeIntervalSince1970)
    return object
  }

  init?(_ value: JSONValue) {
    guard let id = value["id"]?.string else { return nil }
    let created = Date(timeIntervalSince1970: value["created"]?.double ?? 0)
    self.init(
      id: id, task: value["task"]?.string, user: value["user"]?.string, prompt: value["prompt"]?.string,
      created: created, used: value["used"]?.double.map(Date.init(timeIntervalSince1970:)) ?? created)
    film = value["film"]?.string
    tracks = value["tracks"]?.int ?? 0
    renders = value["renders"]?.int ?? 0
    turns = (value["turns"]?.elements ?? []).compactMap { turn in
      turn["message"]?.string.map { RecordedTurn(message: $0, reply: turn["reply"]?.string ?? "") }
    }
    isTouched = value["touched"]?.bool ?? (prompt != nil)
  }
}
