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

extension Connection {
    /// Has the query planner keep each table of a LEFT JOIN in the statement's program, also one on which no row and no
    /// value of the answer depends (`SQLITE_TESTCTRL_OPTIMIZATIONS`).
    ///
    /// The planner counts such a table when it chooses the order of the others, and leaves it out afterwards. A library
    /// that was built without test controls goes on leaving it out, and so may another version than 3.40.
    public func keepUnusedJoins() throws(SQLiteError) {
        try database.requireUsable(for: nil)
        // SQLITE_OmitNoopJoin in sqliteInt.h.
        let code = recruit_sqlite3_switch_off(database.pointer, 0x100)
        guard code == SQLITE_OK else { throw SQLiteError(code, on: database.pointer) }
    }
}
