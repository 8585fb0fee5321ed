import RecruitSQLite

/// Whether the database lies where its journal keeps it whole.
struct PlaceCheck {
    let connection: Connection
    let path: String

    func findings() throws -> [Finding] {
        guard let shared = SharedFileSystem.under(path) else { return [] }
        return [shared.finding(path, usesWAL: try connection.value(String.self, "PRAGMA journal_mode") == "wal")]
    }
}
