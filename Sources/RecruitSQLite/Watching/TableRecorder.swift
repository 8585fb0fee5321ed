/// Which tables the statements of one connection use, from one transaction to the next.
///
/// SQLite says it while it prepares a statement, once; a run then costs one comparison. Its update hook would be called
/// for each row, and says nothing of tables WITHOUT ROWID.
final class TableRecorder {
    /// What the statement that is being prepared uses.
    private var prepared: TableUse?
    /// What was used since `begin`.
    private var used: [TableUse] = []
    private var epoch: UInt64 = 0
    /// What SQLite prepared on its own while a statement ran.
    private var stray = TableUse()
    /// Whether cached statements may use more than they say, since the schema has changed.
    private(set) var isStale = false
    /// The name that came last, by its place in SQLite's memory.
    private var last: UnsafePointer<CChar>?

    /// Begins a transaction.
    func begin() {
        epoch += 1
        used.removeAll(keepingCapacity: true)
        stray = TableUse()
    }

    /// What was used since `begin`.
    var use: TableUse {
        let all = TableUse()
        for use in used { all.formUnion(use) }
        all.formUnion(stray)
        return all
    }

    /// Says that the cache was emptied.
    func refresh() {
        isStale = false
    }

    /// Gathers what `prepare` makes SQLite ask for.
    func recording<T>(_ prepare: () -> T) -> (T, TableUse) {
        let outer = prepared
        let use = TableUse()
        prepared = use
        last = nil
        defer {
            prepared = outer
            last = nil
        }
        return (prepare(), use)
    }

    /// Says that a statement runs.
    @inline(__always)
    func note(_ use: TableUse) {
        if use.epoch == epoch { return }
        use.epoch = epoch
        used.append(use)
    }

    /// Says that a table is used otherwise than by a statement.
    func note(table: String, isWritten: Bool) {
        if isWritten { stray.addWritten(table) }
        stray.addRead(table)
    }

    /// Hears what SQLite asks the authorizer.
    func hear(
        _ operation: Authorizer.Operation, _ table: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?
    ) {
        let isRead = operation == .read
        guard isRead || operation == .insert || operation == .update || operation == .delete else { return }
        guard let table, !(isRead && table == last) else { return }
        last = isRead ? table : nil
        // What is in `temp` nobody else sees.
        if let database, String(cString: database) == "temp" { return }
        if prepared == nil { isStale = true }
        let use = prepared ?? stray
        let name = String(cString: table)
        if isRead { use.addRead(name) } else { use.addWritten(name) }
    }
}

extension DatabaseHandle {
    /// Says that a statement runs.
    @inline(__always)
    func note(_ use: TableUse?) {
        if let use, let recorder { recorder.note(use) }
    }
}

extension Connection {
    /// Begins to record which tables the statements of this transaction use.
    func recordTables() -> TableRecorder {
        if let recorder = database.recorder {
            recorder.begin()
            return recorder
        }
        let recorder = TableRecorder()
        database.recorder = recorder
        recorder.begin()
        // Whatever was prepared before says nothing of its tables.
        installAuthorizer(database.authorizer?.decide)
        return recorder
    }

    /// Lets go of the statements that were prepared for another schema.
    func refreshTables() {
        guard let recorder = database.recorder, recorder.isStale else { return }
        cache.removeAll()
        recorder.refresh()
    }
}
