import RecruitSQLite

/// Keeps a connection's questions from everything personal: not by value, order, count, plan or error.
///
/// Two gates stand one behind the other: what SQLite asks the authorizer of, and the program that it makes of the statement.
/// Both know a list of what is open, so that what neither knows is closed.
final class Redaction {
    /// The versions of SQLite whose programs were looked at: the program of another may read in a way not known here.
    static let versions = ["3.40.1"]

    let schema: OpenSchema
    private let gate: ProgramGate
    /// The first closed thing that SQLite asked of since `reset`.
    private(set) var closed: ClosedThing?

    /// Begins a transaction on the connection, which must last as long as its questions: nothing changes meanwhile.
    ///
    /// - Throws: `RecruitmentError` of kind noPermission where this SQLite, or the file, cannot be redacted.
    init(_ connection: Connection) throws {
        let version = Connection.libraryVersion
        guard Self.versions.contains(version) else {
            throw RecruitmentError(
                .noPermission,
                "--redact: this program runs SQLite \(version); redaction is known to hold for "
                    + Self.versions.joined(separator: ", "))
        }
        // A plan that followed the bound values would not be the one that was looked at.
        try connection.fixPlans()
        // SQLite leaves a table that changes nothing out of the program, but not out of its plan: the statistics of a closed
        // one would show in the order of the rows.
        try connection.keepUnusedJoins()
        try connection.execute("BEGIN")
        schema = try OpenSchema(connection)
        gate = try ProgramGate(schema, connection)
    }

    /// Forgets the statement before.
    func reset() {
        closed = nil
    }

    /// The answer to one action that only reads; remembers the first that is refused.
    func decide(_ action: Authorizer.Action) -> Authorizer.Decision {
        guard let thing = closedThing(in: action) else { return .allow }
        if closed == nil { closed = thing }
        return .deny
    }

    private func closedThing(in action: Authorizer.Action) -> ClosedThing? {
        switch action.operation {
        case .function:
            let name = (action.second ?? "").lowercased()
            return OpenFunctions.names.contains(name) ? nil : .function(name)
        case .pragma: return .pragma(action.first ?? "")
        case .read:
            let table = FoldedName(action.first ?? "")
            if schema.views.contains(table) || OpenFunctions.tables.contains(where: { FoldedName($0) == table }) {
                return nil
            }
            if action.database == "temp", !table.hasPrefix("sqlite_") { return nil }
            guard let open = schema.openTables[table]?.columns else {
                if schema.tables.contains(table), let view = view(of: action) { return .view(view) }
                if table.hasPrefix("pragma_") { return .pragma(String((action.first ?? "").dropFirst(7))) }
                if table.hasPrefix("sqlite_") { return .schema }
                // What is no table is a part of the statement itself, or virtual, which the program shows.
                return schema.tables.contains(table) ? .table(action.first ?? "") : nil
            }
            guard let column = action.second, !column.isEmpty else { return nil }
            let isRowid = ["rowid", "oid", "_rowid_"].contains { FoldedName($0) == FoldedName(column) }
            if isRowid || open.contains(where: { FoldedName($0) == FoldedName(column) }) { return nil }
            if let view = view(of: action) { return .view(view) }
            return .column(table: action.first ?? "", column)
        default: return nil
        }
    }

    /// The view that reads; what a WITH names, in a view or in the question, is none.
    private func view(of action: Authorizer.Action) -> String? {
        action.source.flatMap { schema.views.contains(FoldedName($0)) ? $0 : nil }
    }

    /// Throws where the statement's program would read what is closed.
    func check(_ sql: String, on connection: Connection) throws {
        if let closed = try gate.closed(in: sql, on: connection) { throw closed.refusal(schema) }
    }
}
