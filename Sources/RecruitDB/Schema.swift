import CMigrations
import RecruitSQLite

/// The schema: the migrations of the folder Migrations/, embedded in the binary.
enum Schema {
    /// What `PRAGMA application_id` says of a file of ours: "RecD".
    static let applicationID: Int32 = 0x5265_6344

    /// The migrations, ascending by number.
    ///
    /// - Throws: `MigrationError` when one has a name without a number.
    static func migrations() throws -> [Migration] {
        try (0..<recruit_migration_count()).map { index in
            var count = 0
            let bytes = recruit_migration_bytes(index, &count)
            let name = String(cString: recruit_migration_name(index))
            let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
            return try Migration(fileName: name, sql: Script(raw: text))
        }
    }

    /// The runner of the migrations.
    static func migrator() throws -> Migrator {
        try Migrator(migrations(), applicationID: applicationID, toolVersion: Version.current)
    }
}
