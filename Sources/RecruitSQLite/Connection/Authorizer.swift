import CRecruitSQLite

/// What an authorizer is asked and may answer (https://www.sqlite.org/c3ref/set_authorizer.html).
public enum Authorizer {
    /// The answer to one action.
    public enum Decision: Sendable {
        /// The action may happen.
        case allow
        /// The statement is not prepared; its error is `.auth`.
        case deny
        /// The action is left out: a column reads as NULL, a statement does nothing. No boundary for secrets.
        case ignore
    }

    /// One thing that a statement would do, asked while it is prepared.
    public struct Action: Sendable {
        /// What it is.
        public let operation: Operation
        /// The first detail of the operation, as SQLite defines it: a table's, an index's or a pragma's name.
        public let first: String?
        /// The second detail: a column's or a function's name, a pragma's argument, an index's table.
        public let second: String?
        /// The name of the database: `main`, `temp` or an attached one's.
        public let database: String?
        /// The innermost trigger or view that asks, where it is not the statement itself.
        public let source: String?
    }

    /// The operations, by their number in the C interface, each with its first and second detail.
    public enum Operation: Int32, Sendable {
        /// CREATE INDEX: the index, its table.
        case createIndex = 1
        /// CREATE TABLE: the table.
        case createTable
        /// CREATE INDEX on a temporary table: the index, its table.
        case createTempIndex
        /// CREATE TEMP TABLE: the table.
        case createTempTable
        /// CREATE TEMP TRIGGER: the trigger, its table.
        case createTempTrigger
        /// CREATE TEMP VIEW: the view.
        case createTempView
        /// CREATE TRIGGER: the trigger, its table.
        case createTrigger
        /// CREATE VIEW: the view.
        case createView
        /// Rows are deleted: the table.
        case delete
        /// DROP INDEX: the index, its table.
        case dropIndex
        /// DROP TABLE: the table.
        case dropTable
        /// DROP INDEX on a temporary table: the index, its table.
        case dropTempIndex
        /// DROP TABLE of a temporary table: the table.
        case dropTempTable
        /// DROP TRIGGER of a temporary trigger: the trigger, its table.
        case dropTempTrigger
        /// DROP VIEW of a temporary view: the view.
        case dropTempView
        /// DROP TRIGGER: the trigger, its table.
        case dropTrigger
        /// DROP VIEW: the view.
        case dropView
        /// Rows are inserted: the table.
        case insert
        /// A PRAGMA: its name, its argument where there is one.
        case pragma
        /// A column is read: the table, the column.
        case read
        /// A SELECT begins: no details.
        case select
        /// BEGIN, COMMIT or ROLLBACK: which of them.
        case transaction
        /// A column is updated: the table, the column.
        case update
        /// ATTACH: the file, where it is a literal.
        case attach
        /// DETACH: the database.
        case detach
        /// ALTER TABLE: the database, the table.
        case alterTable
        /// REINDEX: the index.
        case reindex
        /// ANALYZE: the table.
        case analyze
        /// CREATE VIRTUAL TABLE: the table, its module.
        case createVirtualTable
        /// DROP TABLE of a virtual table: the table, its module.
        case dropVirtualTable
        /// A function is called: nil, its name.
        case function
        /// A savepoint: BEGIN, RELEASE or ROLLBACK, its name.
        case savepoint
        /// A recursive SELECT begins: no details.
        case recursive = 33
    }
}

/// The closure that SQLite asks while it prepares.
final class AuthorizerContext {
    /// What the caller decides; nil where it is only to be recorded what is asked.
    let decide: ((Authorizer.Action) -> Authorizer.Decision)?
    private let callbacks: Callbacks
    private let recorder: TableRecorder?

    init(_ database: DatabaseHandle, _ decide: ((Authorizer.Action) -> Authorizer.Decision)?) {
        callbacks = database.callbacks
        recorder = database.recorder
        self.decide = decide
    }

    func answer(
        _ number: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
        _ database: UnsafePointer<CChar>?, _ source: UnsafePointer<CChar>?
    ) -> Int32 {
        // An operation that this module does not know is one that nobody has judged.
        let known = Authorizer.Operation(rawValue: number)
        if let recorder, let known { recorder.hear(known, first, database) }
        guard let decide else { return SQLITE_OK }
        guard let operation = known, callbacks.enter() else { return SQLITE_DENY }
        defer { callbacks.leave() }
        let action = Authorizer.Action(
            operation: operation, first: first.map { String(cString: $0) }, second: second.map { String(cString: $0) },
            database: database.map { String(cString: $0) }, source: source.map { String(cString: $0) })
        return switch decide(action) {
        case .allow: SQLITE_OK
        case .deny: SQLITE_DENY
        case .ignore: SQLITE_IGNORE
        }
    }
}

extension Connection {
    /// Asks `authorizer` about everything that statements would do, prepared ones too; nil takes it away.
    ///
    /// The closure should not use the connection: what it does there is asked about too (`sqlite3_set_authorizer`).
    public func authorize(_ authorizer: ((Authorizer.Action) -> Authorizer.Decision)?) {
        guard database.isOpen else { return }
        let former = database.authorizer?.decide
        database.hooks?.remember(.authorizer) { $0.authorize(former) }
        installAuthorizer(authorizer)
    }

    /// Has SQLite ask the caller's authorizer and what records tables, where there is one or the other.
    func installAuthorizer(_ authorizer: ((Authorizer.Action) -> Authorizer.Decision)?) {
        cache.removeAll()
        guard authorizer != nil || database.recorder != nil else {
            sqlite3_set_authorizer(database.pointer, nil, nil)
            database.authorizer = nil
            return
        }
        let context = AuthorizerContext(database, authorizer)
        sqlite3_set_authorizer(
            database.pointer,
            { context, operation, first, second, database, source in
                guard let context else { return SQLITE_DENY }
                return Unmanaged<AuthorizerContext>.fromOpaque(context).takeUnretainedValue()
                    .answer(operation, first, second, database, source)
            }, Unmanaged.passUnretained(context).toOpaque())
        database.authorizer = context
    }
}
