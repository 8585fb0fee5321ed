import CRecruitSQLite

/// A result code of SQLite, primary or extended (https://www.sqlite.org/rescode.html).
public struct ResultCode: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The number that the C interface uses.
    public let rawValue: Int32

    /// A code by its number in the C interface.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// The class of the error: the low byte of an extended code.
    public var primary: ResultCode {
        ResultCode(rawValue: rawValue & 0xFF)
    }

    /// SQLite's English words for the code (`sqlite3_errstr`).
    public var description: String {
        String(cString: sqlite3_errstr(rawValue))
    }

    /// Whether `code` is `pattern`, or one of its extended codes where `pattern` is a primary one.
    public static func ~= (pattern: ResultCode, code: ResultCode) -> Bool {
        pattern == code || pattern == code.primary
    }
}

extension ResultCode {
    /// Success.
    public static let ok = ResultCode(rawValue: SQLITE_OK)
    /// A general error, most often in the SQL itself.
    public static let error = ResultCode(rawValue: SQLITE_ERROR)
    /// A fault inside SQLite.
    public static let internalError = ResultCode(rawValue: SQLITE_INTERNAL)
    /// The operating system refused access.
    public static let permission = ResultCode(rawValue: SQLITE_PERM)
    /// The statement was ended by a rollback.
    public static let abort = ResultCode(rawValue: SQLITE_ABORT)
    /// Another connection holds the lock.
    public static let busy = ResultCode(rawValue: SQLITE_BUSY)
    /// This connection itself holds the lock.
    public static let locked = ResultCode(rawValue: SQLITE_LOCKED)
    /// Memory ran out.
    public static let noMemory = ResultCode(rawValue: SQLITE_NOMEM)
    /// The database may not be written.
    public static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
    /// The statement was interrupted.
    public static let interrupt = ResultCode(rawValue: SQLITE_INTERRUPT)
    /// The operating system reported an input or output error.
    public static let io = ResultCode(rawValue: SQLITE_IOERR)
    /// The file is damaged.
    public static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
    /// What was asked for is not there.
    public static let notFound = ResultCode(rawValue: SQLITE_NOTFOUND)
    /// The disk, or the database's largest size, is full.
    public static let full = ResultCode(rawValue: SQLITE_FULL)
    /// The file cannot be opened.
    public static let cantOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
    /// The schema changed while the statement ran.
    public static let schema = ResultCode(rawValue: SQLITE_SCHEMA)
    /// A text or blob is larger than SQLite allows.
    public static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)
    /// A constraint of the schema refused the change.
    public static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
    /// A value has another storage class than is needed.
    public static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
    /// The interface was used wrongly.
    public static let misuse = ResultCode(rawValue: SQLITE_MISUSE)
    /// An authorizer refused the statement.
    public static let auth = ResultCode(rawValue: SQLITE_AUTH)
    /// A parameter or column number is out of range.
    public static let range = ResultCode(rawValue: SQLITE_RANGE)
    /// The file is not an SQLite database.
    public static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
}

extension ResultCode {
    private static func constraint(_ number: Int32) -> ResultCode {
        ResultCode(rawValue: SQLITE_CONSTRAINT | number << 8)
    }

    /// A CHECK refused the row.
    public static let constraintCheck = constraint(1)
    /// A foreign key points nowhere.
    public static let constraintForeignKey = constraint(3)
    /// A NOT NULL column got NULL.
    public static let constraintNotNull = constraint(5)
    /// The primary key is taken.
    public static let constraintPrimaryKey = constraint(6)
    /// A trigger refused the change with `RAISE`.
    public static let constraintTrigger = constraint(7)
    /// A UNIQUE value is taken.
    public static let constraintUnique = constraint(8)
    /// The rowid is taken.
    public static let constraintRowID = constraint(10)
    /// A column of a STRICT table got a value of another type.
    public static let constraintDatatype = constraint(12)
    /// The snapshot that was read is too old to be written on.
    public static let busySnapshot = ResultCode(rawValue: SQLITE_BUSY | 2 << 8)
}
