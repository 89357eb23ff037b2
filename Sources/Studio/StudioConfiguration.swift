import Foundation
import Generation

/// How a studio is to serve.
public struct StudioConfiguration: Sendable {
  /// Where it keeps everything.
  public var folder: DataFolder
  /// The port on 127.0.0.1; 0 lets the system choose one.
  public var port: UInt16 = 0
  /// How other machines reach the studio; nil: they do not.
  public var access: PublicAccess?
  /// The owner's token; nil takes the one in the data folder, or makes one.
  public var token: String?
  /// How many renders are made at the same time, at least 1.
  public var renderWorkers = 1
  /// Whether the anonymous-token call gives tokens.
  public var allowsAnonymous = true
  /// Whether files are fetched from this machine and private networks too.
  public var allowsPrivateAddresses = false
  /// How many connections there may be at once; above that the one that has been silent longest is closed.
  public var connectionLimit = 256
  /// How long an upload or a preview is waited for before the head of its answer goes out. Everything else must be answered
  /// within twenty seconds more.
  public var patience: Duration = .seconds(40)
  /// How many bytes renders and uploads may take before old ones go: 20 GB.
  public var mediaLimit = 20_000_000_000
  /// After how many seconds a render, or an upload that no film uses, goes: 30 days.
  public var mediaLifetime: TimeInterval = 30 * 86_400
  /// How long the studio rests between two pieces of a reply, so that it can be seen to come.
  public var pacing: Duration = .milliseconds(8)
  /// How often a chat that has nothing to say yet shows that it lives.
  public var heartbeat: Duration = .seconds(10)
  /// The server of video models that makes the clips; nil: scenes are drawn.
  public var generator: GeneratorSettings?
  /// Whether the owner's client may set the generator while the studio runs: for a studio that a client has started.
  public var takesGenerator = false
  /// The clock that waits for clips.
  public var clipClock: any Clock<Duration> = ContinuousClock()
  /// The clock of everything that is written down.
  public var now: @Sendable () -> Date = { Date() }
  /// Where trouble is noted.
  public var log: StudioLog = .standardError

  /// The standard configuration for a data folder.
  public init(folder: DataFolder) { self.folder = folder }
}
