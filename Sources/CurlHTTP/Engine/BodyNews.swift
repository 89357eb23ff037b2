/// The exchanges that got body bytes in this round of the engine's thread.
final class BodyNews {
  private var channels: [TransferChannel] = []

  func add(_ channel: TransferChannel) {
    if channels.last !== channel { channels.append(channel) }
  }

  /// Wakes their readers.
  func tell() {
    for channel in channels { channel.wakeReader() }
    channels.removeAll(keepingCapacity: true)
  }
}
