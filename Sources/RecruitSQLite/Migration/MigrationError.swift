/// Why a schema cannot be brought up to date; each describes itself in one sentence.
public enum MigrationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A file's name is not of the form `NNNN_subject.sql`.
    case badName(file: String)
    /// A file or folder cannot be read as migrations.
    case unreadable(file: String, reason: String)
    /// A file begins with a mark that means nothing.
    case unknownMark(file: String, mark: String)
    /// Two migrations have the same number.
    case duplicate(number: Int, first: String, second: String)
    /// The migrations do not count 1, 2, 3, ...
    case gap(missing: Int)
    /// The database records a later migration than one that it lacks.
    case gapInDatabase(missing: Int)
    /// A migration that was applied has another text now.
    case edited(file: String, applied: String, now: String)
    /// The database was made by a newer version: its last migration is not known here.
    case newer(number: Int, name: String, toolVersion: String, newestKnown: Int)
    /// The file belongs to another program.
    case notOurs(reason: String)
    /// A statement failed; nothing of its migration stays, unless that runs without a transaction.
    case failed(file: String, line: Int, column: Int, statement: String, message: String, code: ResultCode)
    /// A migration begins or ends a transaction, which is the runner's business.
    case controlsTransaction(file: String, line: Int, column: Int, keyword: String)
    /// A migration that runs without a transaction does not end one that it began.
    case leavesTransaction(file: String)
    /// After the migration, rows point at nothing.
    case foreignKey(file: String, table: String, parent: String, rows: Int)

    /// The error as one sentence on one line, which says what to do where something can be done.
    public var description: String {
        switch self {
        case .badName(let file):
            "\(file): a migration's file is named NNNN_subject.sql, as in 0001_lab.sql"
        case .unreadable(let file, let reason):
            "\(file): no migrations can be read from it: \(reason)"
        case .unknownMark(let file, let mark):
            "\(file): the mark \"-- migrate: \(mark)\" means nothing; known are \"no transaction\" and "
                + "\"no foreign key check\""
        case .duplicate(let number, let first, let second):
            "\(first) and \(second) are both migration \(number)"
        case .gap(let missing):
            "migration \(missing) is missing: the numbers must run 1, 2, 3, ..."
        case .gapInDatabase(let missing):
            "the database lacks migration \(missing), though a later one was applied: its record was changed by hand"
        case .edited(let file, let applied, let now):
            "\(file) was changed after it was applied (SHA-256 \(applied.prefix(12)) then, \(now.prefix(12)) now): "
                + "undo the change, and put it into a migration of its own"
        case .newer(let number, let name, let toolVersion, let newestKnown):
            "the database is newer than this program: migration \(number) (\(name)) came with version \(toolVersion), "
                + "and this program knows \(newestKnown): use the newer program"
        case .notOurs(let reason):
            "the file belongs to another program: \(reason)"
        case .failed(let file, let line, let column, let statement, let message, _):
            "\(file):\(line):\(column): \(message), in: \(SQLText.line(statement))"
        case .controlsTransaction(let file, let line, let column, let keyword):
            "\(file):\(line):\(column): \(keyword) stands in a migration that runs in one transaction"
        case .leavesTransaction(let file):
            "\(file): it leaves a transaction open that it began"
        case .foreignKey(let file, let table, let parent, let rows):
            "\(file): it leaves \(rows) \(rows == 1 ? "row" : "rows") of \(table) pointing at nothing in \(parent)"
        }
    }
}
