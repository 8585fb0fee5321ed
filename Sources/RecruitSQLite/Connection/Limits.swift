import CRecruitSQLite
import Synchronization

/// A limit of one connection (https://www.sqlite.org/limits.html).
public enum Limit: Sendable {
    /// Bytes of a text, a blob or a row.
    case length
    /// Bytes of one statement's text.
    case sqlLength
    /// Columns of a table, a result or an index.
    case columns
    /// Depth of an expression.
    case expressionDepth
    /// Parts of a compound SELECT.
    case compoundSelect
    /// Instructions of one statement.
    case instructions
    /// Arguments of a function.
    case functionArguments
    /// Attached databases.
    case attached
    /// Bytes of a LIKE or GLOB pattern.
    case likePatternLength
    /// The highest number of a parameter.
    case parameterNumber
    /// Depth of triggers.
    case triggerDepth

    fileprivate var number: Int32 {
        switch self {
        case .length: SQLITE_LIMIT_LENGTH
        case .sqlLength: SQLITE_LIMIT_SQL_LENGTH
        case .columns: SQLITE_LIMIT_COLUMN
        case .expressionDepth: SQLITE_LIMIT_EXPR_DEPTH
        case .compoundSelect: SQLITE_LIMIT_COMPOUND_SELECT
        case .instructions: SQLITE_LIMIT_VDBE_OP
        case .functionArguments: SQLITE_LIMIT_FUNCTION_ARG
        case .attached: SQLITE_LIMIT_ATTACHED
        case .likePatternLength: SQLITE_LIMIT_LIKE_PATTERN_LENGTH
        case .parameterNumber: SQLITE_LIMIT_VARIABLE_NUMBER
        case .triggerDepth: SQLITE_LIMIT_TRIGGER_DEPTH
        }
    }
}

extension Connection {
    /// Sets a limit, at most the one that SQLite was built with, and returns the former one (`sqlite3_limit`).
    @discardableResult
    public func setLimit(_ limit: Limit, to value: Int) -> Int {
        guard database.isOpen else { return 0 }
        let former = Int(sqlite3_limit(database.pointer, limit.number, Int32(clamping: max(0, value))))
        database.hooks?.remember(.limit(limit)) { $0.setLimit(limit, to: former) }
        return former
    }

    /// The limit in force (`sqlite3_limit`).
    public func limit(_ limit: Limit) -> Int {
        database.isOpen ? Int(sqlite3_limit(database.pointer, limit.number, -1)) : 0
    }

    /// Sets how long a statement waits for another connection's lock; 5 s when opened (`sqlite3_busy_timeout`).
    public func setBusyTimeout(milliseconds: Int) {
        guard database.isOpen else { return }
        if let lease = database.lease {
            let former = lease.busyMilliseconds.load(ordering: .relaxed)
            database.hooks?.remember(.busyTimeout) { $0.setBusyTimeout(milliseconds: former) }
            lease.setBusyTimeout(milliseconds: milliseconds)
        } else {
            sqlite3_busy_timeout(database.pointer, Int32(clamping: max(0, milliseconds)))
        }
    }
}
