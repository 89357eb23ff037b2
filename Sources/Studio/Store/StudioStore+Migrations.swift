import GRDB

extension StudioStore {
  /// The shape of the database, version by version. A migration that was released is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: users, sessions, drafts, renders, media, credits") { db in
      try db.create(table: "user") { table in
        table.primaryKey("id", .text)
        table.column("kind", .text).notNull()
        table.column("clientID", .text).unique()
        table.column("created", .datetime).notNull()
      }
      try db.create(table: "token") { table in
        table.primaryKey("hash", .text)
        table.column("user", .text).notNull().indexed().references("user", onDelete: .cascade)
        table.column("created", .datetime).notNull()
        table.column("expires", .datetime)
      }
      try db.create(table: "session") { table in
        table.primaryKey("id", .text)
        table.column("user", .text).notNull().indexed().references("user", onDelete: .cascade)
        table.column("task", .text).notNull()
        table.column("name", .text).notNull()
        table.column("language", .text).notNull()
        table.column("created", .datetime).notNull()
        table.column("version", .integer)
      }
      try db.create(table: "version") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("session", .text).notNull().indexed().references("session", onDelete: .cascade)
        table.column("parent", .integer).indexed().references("version")
        table.column("draft", .blob).notNull()
        table.column("prompt", .text)
        table.column("turn", .text)
        table.column("created", .datetime).notNull()
      }
      try db.create(table: "turn") { table in
        table.primaryKey("id", .text)
        table.column("session", .text).notNull().indexed().references("session", onDelete: .cascade)
        table.column("status", .text).notNull()
        table.column("started", .datetime).notNull()
        table.column("ended", .datetime)
      }
      try db.create(table: "message") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("session", .text).notNull().indexed().references("session", onDelete: .cascade)
        table.column("turn", .text).notNull()
        table.column("role", .text).notNull()
        table.column("text", .text).notNull()
        table.column("created", .datetime).notNull()
      }
      try db.create(table: "render") { table in
        table.autoIncrementedPrimaryKey("queue")
        table.column("id", .text).notNull()
        table.column("user", .text).notNull().references("user", onDelete: .cascade)
        table.column("session", .text).notNull()
        table.column("status", .text).notNull().indexed()
        table.column("progress", .double).notNull()
        table.column("draft", .blob).notNull()
        table.column("output", .text).notNull()
        table.column("file", .text).notNull()
        table.column("error", .text)
        table.column("created", .datetime).notNull()
        table.column("changed", .datetime).notNull()
        table.uniqueKey(["user", "id"])
      }
      try db.create(table: "media") { table in
        table.primaryKey("id", .text)
        table.column("user", .text).notNull().indexed().references("user", onDelete: .cascade)
        table.column("session", .text).notNull().indexed()
        table.column("origin", .text).notNull()
        table.column("name", .text).notNull()
        table.column("kind", .text).notNull()
        table.column("mimeType", .text).notNull()
        table.column("hash", .text).notNull()
        table.column("durationMS", .integer)
        table.column("width", .integer)
        table.column("height", .integer)
        table.column("framesPerSecond", .double)
        table.column("created", .datetime).notNull()
      }
      try db.create(table: "ledger") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("user", .text).notNull().indexed().references("user", onDelete: .cascade)
        table.column("turn", .text).indexed()
        table.column("kind", .text).notNull()
        table.column("amount", .integer).notNull()
        table.column("created", .datetime).notNull()
      }
      try db.create(table: "claim") { table in
        table.primaryKey("hash", .text)
        table.column("user", .text).notNull().references("user", onDelete: .cascade)
        table.column("session", .text).notNull().references("session", onDelete: .cascade)
        table.column("expires", .datetime).notNull()
      }
    }
    migrator.registerMigration("2: the finished film beside the raw clip, sound of uploads") { db in
      try db.alter(table: "version") { $0.add(column: "finished", .blob) }
      try db.alter(table: "media") { $0.add(column: "hasSound", .boolean) }
    }
    migrator.registerMigration("3: footage that a video model makes") { db in
      try db.create(table: "generation") { table in
        table.primaryKey("id", .text)
        table.column("session", .text).notNull().indexed().references("session", onDelete: .cascade)
        table.column("user", .text).notNull().references("user", onDelete: .cascade)
        table.column("turn", .text).notNull().indexed()
        table.column("status", .text).notNull().indexed()
        table.column("film", .blob).notNull()
        table.column("prompt", .text)
        table.column("message", .text).notNull()
        table.column("engine", .text).notNull()
        table.column("price", .integer).notNull()
        table.column("created", .datetime).notNull()
        table.column("changed", .datetime).notNull()
      }
      try db.create(table: "clip") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("generation", .text).notNull().indexed().references("generation", onDelete: .cascade)
        table.column("segment", .integer).notNull()
        table.column("job", .blob).notNull()
        table.column("media", .text)
        table.column("error", .text)
        table.column("created", .datetime).notNull()
        table.column("changed", .datetime).notNull()
        table.uniqueKey(["generation", "segment"])
      }
    }
    return migrator
  }
}
