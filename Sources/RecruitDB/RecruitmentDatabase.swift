public import RecruitSQLite

/// A lab's recruitment database: one SQLite file, and beside it the folder in which its papers lie.
///
/// ```swift
/// let database = try RecruitmentDatabase.create(at: "recruitment.db")
/// try database.importCall(from: "call.json")
/// try database.importMail(from: ["inbox.mbox"], by: "lwei")
/// for application in try database.applications.all(position: "phd") { print(application.ref) }
/// ```
///
/// An instance belongs to one thread at a time; the values it returns may go anywhere.
public final class RecruitmentDatabase {
    /// The database file.
    public let path: String
    /// The folder of papers and mails.
    public let documentStore: DocumentStore
    let connection: Connection

    /// Opens the database at `path`; with `.readOnly` also in a folder that may not be written.
    ///
    /// - Throws: `RecruitmentError` when the file is not there, is no RecruitDB database, or needs `migrate`.
    public convenience init(path: String, access: Connection.Access = .readWrite) throws {
        try self.init(path: path, access: access, isCurrent: true)
    }

    init(path: String, access: Connection.Access, isCurrent: Bool) throws {
        try DatabaseFile.checkName(path)
        try DatabaseFile.check(path)
        self.path = path
        documentStore = try DocumentStore(path: DatabaseFile.documentsFolder(of: path))
        connection = try DatabaseFile.named(path) {
            try access == .readOnly ? QueryDatabase.open(path) : Connection(path: path, access: access)
        }
        try DatabaseFile.named(path) {
            // The pragma reads the file; whoever looks for damage opens it nevertheless.
            guard isCurrent else { return }
            try connection.execute("PRAGMA synchronous = FULL")
            try requireCurrentSchema()
        }
    }

    /// Rows of positions.
    public var positions: Positions { Positions(connection: connection) }
    /// Rows of applicants, with their names and addresses.
    public var applicants: Applicants { Applicants(connection: connection) }
    /// Rows of applications, and their stages.
    public var applications: Applications { Applications(connection: connection) }
    /// Rows of documents.
    public var documents: Documents { Documents(connection: connection, store: documentStore) }
    /// Rows of scholarships, with their rates.
    public var scholarships: Scholarships { Scholarships(connection: connection) }

    /// Refuses a file of a newer RecruitDB, also where only its user_version says so.
    func requireKnownVersion() throws {
        let version = try connection.value(Int.self, "PRAGMA user_version")
        let newest = try Schema.migrations().count
        guard version > newest else { return }
        throw RecruitmentError(
            .badData,
            "\(path): is of a newer RecruitDB (schema \(version), this program knows \(newest)); use the newer program")
    }

    /// Refuses a file whose schema is not the embedded one.
    func requireCurrentSchema() throws {
        try requireKnownVersion()
        let migrator = try Schema.migrator()
        let pending = try migrator.pending(on: connection)
        guard let first = pending.first else { return }
        throw RecruitmentError(
            .badData,
            "\(path): the schema lacks \(first.name)\(pending.count > 1 ? " and \(pending.count - 1) more" : ""); "
                + "run: recruitdb -d \(path) migrate")
    }
}
