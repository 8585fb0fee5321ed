import CRecruitSQLite

extension Connection {
    /// Has the query planner look at no value that is bound, so that a statement keeps the plan it was prepared with
    /// (`SQLITE_DBCONFIG_ENABLE_QPSG`).
    public func fixPlans() throws(SQLiteError) {
        try database.requireUsable(for: nil)
        let code = recruit_sqlite3_db_config_int(database.pointer, SQLITE_DBCONFIG_ENABLE_QPSG, 1)
        guard code == SQLITE_OK else { throw SQLiteError(code, on: database.pointer) }
    }
}
