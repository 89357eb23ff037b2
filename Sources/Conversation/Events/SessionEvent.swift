import MediaFormats
import NemoVideo
import TimelineDraft
import Understanding

/// Everything that a session tells. What a user or a script sees is drawn from these by a presenter.
///
/// All text in them is sanitised already (``TextSanitiser``).
public enum SessionEvent: Sendable, Equatable {
  /// The service is being reached.
  case connecting
  /// A session is there; credits are the available ones, nil if they can't be read.
  case ready(studio: StudioKind, session: String, credits: Double?)
  /// The last turns of a session that was taken up again.
  case recalled([RecordedTurn])
  /// What an input was taken for.
  case route(RoutedInput)
  /// Words of a reply, after translation: whole sentences or lines.
  case text(String)
  /// The reply's last words have come; the next text is another paragraph.
  case endOfText
  /// The service uses a tool.
  case tool(name: String, phase: ToolPhase)
  /// What the service does now, in plain words; nil: nothing in particular.
  case activity(String?)
  /// The turn goes on after so many seconds.
  case heartbeat(elapsed: Int)
  /// The timeline has changed, or was asked for.
  case timeline(Timeline)
  /// How far a transfer or render is.
  case progress(Progress)
  /// Files were taken.
  case uploaded([UploadedFile])
  /// A file is on disk.
  case exported(ExportResult)
  /// The account's credits.
  case credits(CreditBalance)
  /// Something to know.
  case notice(String)
  /// A wait with its reason; a terminal may count it down.
  case waiting(reason: String, seconds: Int)
  /// Something that was asked for failed.
  case failure(Failure)
  /// Messages wait for the present one to end; held: they wait for the user's word.
  case queue([String], isHeld: Bool)
  /// The sessions that this machine remembers.
  case sessions([SessionRecord])
  /// Text for the person at the keyboard, such as help; not part of a reply.
  case information(String)
  /// A turn has ended.
  case turn(TurnStatus, elapsed: Double)
}

/// Which engine a session runs on.
public enum StudioKind: String, Sendable {
  /// The built-in studio on this machine.
  case local
  /// The service.
  case cloud
}

/// Whether a tool begins or has ended.
public enum ToolPhase: String, Sendable {
  case start, end
}

/// How a turn ended (CONTRACT.md, `turn`).
public enum TurnStatus: String, Sendable {
  /// As it should.
  case done
  /// After a break, from the service's state.
  case recovered
  /// Not.
  case failed
  /// By the user.
  case interrupted
}

/// What an input was taken for.
public struct RoutedInput: Sendable, Equatable {
  /// `export`, `credits`, `status`, `upload`, `message` or `command`.
  public var intent: String
  /// The input.
  public var text: String
  /// The format asked for.
  public var format: String?
  /// The resolution asked for, such as `720p`.
  public var resolution: String?
  /// Where an export is to be saved.
  public var path: String?

  /// Describes a routed input.
  public init(
    intent: String, text: String, format: String? = nil, resolution: String? = nil, path: String? = nil
  ) {
    self.intent = intent
    self.text = text
    self.format = format
    self.resolution = resolution
    self.path = path
  }
}

/// How far an operation is.
public struct Progress: Sendable, Equatable {
  /// What is going on.
  public enum Operation: String, Sendable {
    case upload, render, download
  }

  /// What is going on.
  public var operation: Operation
  /// 0 to 1.
  public var fraction: Double
  /// What it is about, such as a file name.
  public var subject: String?
  /// How many bytes the whole has, when that is known.
  public var total: Int64?

  /// Makes a progress; the fraction is clamped to its range.
  public init(_ operation: Operation, _ fraction: Double, subject: String? = nil, total: Int64? = nil) {
    self.operation = operation
    self.fraction = fraction.isFinite ? min(1, max(0, fraction)) : 0
    self.subject = subject
    self.total = total
  }
}

/// A finished export.
public struct ExportResult: Sendable, Equatable {
  /// Where the file is.
  public var path: String
  /// Its size in bytes.
  public var bytes: Int64
  /// Its format.
  public var format: MediaFormat
  /// The id of the render.
  public var render: String
  /// A link by which a browser opens the project, when the service gave one.
  public var link: String?
  /// The picture's size and length, as far as the draft tells.
  public var width: Int?
  /// The picture's height in pixels, as far as the draft tells.
  public var height: Int?
  /// The film's length in milliseconds.
  public var durationMS: Int

  /// Makes a result.
  public init(
    path: String, bytes: Int64, format: MediaFormat, render: String, link: String? = nil, width: Int? = nil,
    height: Int? = nil, durationMS: Int = 0
  ) {
    self.path = path
    self.bytes = bytes
    self.format = format
    self.render = render
    self.link = link
    self.width = width
    self.height = height
    self.durationMS = durationMS
  }
}
