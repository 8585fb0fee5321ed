import RecruitSQLite

extension RecruitmentDatabase {
    /// Imports the call in the file at `path`: lab, members, intakes, positions and what belongs to them, scholarships.
    ///
    /// The file wins for what it names: rows are added and changed until the database says what the call says, in one
    /// transaction. What the call does not name and no call before it named is left alone, whoever put it there. What
    /// an earlier call named and this one does not is taken away, with these exceptions: a position with applications
    /// stays and is closed, a member stays and is inactive, a privacy notice stays, an intake or scholarship that
    /// something refers to stays. The same file again changes nothing.
    ///
    /// - Parameters:
    ///   - path: The file, JSON as `call.schema.json` describes it; `-` is standard input.
    ///   - handle: Who does this; `lab.call` keeps who made the last change, and when.
    ///   - isDryRun: True to find out what would be done and do nothing.
    /// - Returns: What was changed, row by row and field by field.
    /// - Throws: `RecruitmentError`, of kind `badData` with every mistake when the file is wrong: it is refused whole.
    @discardableResult
    public func importCall(from path: String, by handle: String? = nil, isDryRun: Bool = false) throws -> CallChanges {
        let limit = JSONReader.Limits().bytes
        let isInput = path == "-"
        let name = isInput ? "standard input" : path
        let bytes = try isInput ? SystemFile.read(0, named: name, limit: limit) : SystemFile.read(path, limit: limit)
        do {
            return try importCall(Call(bytes, file: name), source: path, by: handle, isDryRun: isDryRun)
        } catch let error as CallFileError {
            throw RecruitmentError(.badData, error.description)
        }
    }

    /// Imports `call`, as `importCall(from:by:isDryRun:)` does.
    @discardableResult
    public func importCall(_ call: Call, by handle: String? = nil, isDryRun: Bool = false) throws -> CallChanges {
        try importCall(call, source: nil, by: handle, isDryRun: isDryRun)
    }

    private func importCall(_ call: Call, source: String?, by handle: String?, isDryRun: Bool) throws -> CallChanges {
        try DatabaseFile.named(self.path) {
            do {
                return try connection.transaction(.immediate) {
                    let before = try CallTables(connection)
                    let changes = try CallImport(connection, call).run(by: handle)
                    if isDryRun { throw Undone(changes: changes) }
                    if !changes.isEmpty {
                        let batch = try ImportBatches(connection: connection).add(
                            kind: "call", source: source ?? "a program", by: handle ?? "library",
                            added: changes.all.count)
                        try before.record(CallTables(connection), batch: batch, on: connection)
                    }
                    return changes
                }
            } catch let undone as Undone {
                return undone.changes
            }
        }
    }
}

/// Ends a transaction of which only the account is wanted.
private struct Undone: Error {
    let changes: CallChanges
}

/// One import of a call, inside a transaction.
final class CallImport {
    let connection: Connection
    let call: Call
    let rows: CallRows
    /// What the call before this one named.
    let before: Set<String>
    /// What this one names.
    let now: Set<String>
    var changes: [CallChange] = []

    init(_ connection: Connection, _ call: Call) throws {
        self.connection = connection
        self.call = call
        rows = CallRows(call)
        let known = try connection.first("SELECT call FROM lab WHERE id = 1") { try $0.text(0) }
        before = known.map(CallRemainder.named) ?? []
        now = Set(rows.all.map(\.entity))
    }

    func run(by handle: String?) throws -> CallChanges {
        try put(rows.lab, in: "lab")
        try putMembers()
        try withdrawAddresses()
        for row in rows.addresses { try put(row, in: "lab_addresses") }
        for row in rows.notices { try put(row, in: "privacy_notices") }
        for row in rows.questions { try put(row, in: "questions") }
        for row in rows.intakes { try put(row, in: "intakes") }
        for family in rows.scholarships { try putScholarship(family) }
        try putPositions()
        try withdraw()
        if !changes.isEmpty { try sign(handle) }
        return CallChanges(all: changes)
    }

    /// Writes who changed something, and when; a call that changes nothing leaves no trace.
    private func sign(_ handle: String?) throws {
        try connection.run(
            """
            UPDATE lab SET call = json_set(call, '$.imported_by', \(handle.sqliteValue),
              '$.imported_at', strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) WHERE id = 1
            """)
    }

    func note(_ entity: String, _ kind: CallChange.Kind) { changes.append(CallChange(entity: entity, kind: kind)) }

    /// True when the call before this one named the row and this one does not.
    func isWithdrawn(_ entity: String) -> Bool { before.contains(entity) && !now.contains(entity) }

    func table(_ name: String) -> CallRowTable { CallRowTable(connection: connection, name: name) }

    /// Adds the row or changes those of its fields that differ.
    func put(_ row: CallRow, in name: String) throws { try put(row, in: table(name)) }

    func put(_ row: CallRow, in table: CallRowTable) throws {
        do {
            guard var found = try table.find(row) else {
                try table.insert(row)
                return note(row.entity, .added)
            }
            if row.entity == rows.lab.entity { found = found.map(CallRemainder.unsigned) }
            // A field that no call ever named is the database's own.
            let differing = zip(row.fields, found).filter { field, value in
                field.value != value && (field.isNamed || before.contains(row.name(field)))
            }
            if differing.isEmpty { return }
            try table.update(row, differing.map(\.0))
            for (field, value) in differing { note(row, field, old: value) }
        } catch let error as SQLiteError where error.code.primary == .constraint {
            throw RecruitmentError(.badData, "\(row.entity): the database has what contradicts it: \(error.message)")
        }
    }

    private func note(_ row: CallRow, _ field: CallField, old: Value) {
        if row.entity == rows.lab.entity, field.column == "call" { return noteRemainder(old, field.value) }
        let shown = field.shown(old, field.value)
        note(row.entity, .changed(field: field.column, old: shown.old, new: shown.new))
    }

    /// Tells the differences within the JSON that has no columns.
    private func noteRemainder(_ old: Value, _ new: Value) {
        var values: [[(path: String, text: String)]] = []
        for case .text(let text) in [old, new] {
            let root = try? JSONReader.read(Array(text.utf8))
            let leaves = root?.leaves.filter { $0.path.steps.first != .member("named") } ?? []
            values.append(leaves.map { ($0.path.description, $0.value.plain) })
        }
        guard values.count == 2 else { return }
        let olds = Dictionary(values[0], uniquingKeysWith: { first, _ in first })
        let news = Dictionary(values[1], uniquingKeysWith: { first, _ in first })
        let paths = values[1].map(\.path) + values[0].map(\.path).filter { news[$0] == nil }
        for path in paths where olds[path] != news[path] {
            let shown = TextDifference.shown(olds[path] ?? "nothing", news[path] ?? "nothing")
            note(rows.lab.entity, .changed(field: path, old: shown.old, new: shown.new))
        }
    }
}
