import CRecruitSQLite

extension Connection {
    /// The version of the SQLite library that runs, as in `3.40.1` (`sqlite3_libversion`).
    public static var libraryVersion: String {
        String(cString: sqlite3_libversion())
    }
}
