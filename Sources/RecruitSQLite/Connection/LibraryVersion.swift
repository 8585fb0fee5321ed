import CRecruitSQLite

/// The version of the SQLite library that runs, as in `3.40.1` (`sqlite3_libversion`).
public func version() -> String {
    String(cString: sqlite3_libversion())
}
