import CRecruitSQLite
public func version() -> String { String(cString: sqlite3_libversion()) }
