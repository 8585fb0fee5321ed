/// What one write transaction tells those who watch.
struct Watch {
    private let pooled: PooledConnection
    /// What records the tables; nil where nobody watched when the transaction began.
    private let recorder: TableRecorder?

    /// Begins with the transaction.
    init(_ pooled: PooledConnection) throws {
        self.pooled = pooled
        guard pooled.log.isActive else {
            recorder = nil
            return
        }
        // What others committed until now; from here on the write lock keeps them out.
        try pooled.look(isFirst: false)
        recorder = pooled.connection.recordTables()
    }

    /// Says which tables the transaction wrote, once it is committed.
    func publish() {
        guard pooled.log.isActive else { return }
        guard let recorder else {
            // Somebody began to watch while the transaction was at work.
            try? pooled.look(isFirst: true)
            return pooled.log.publish(.everything)
        }
        let written = recorder.use.written
        pooled.connection.refreshTables()
        let changesSchema = !written.isDisjoint(with: ["sqlite_master", "sqlite_schema"])
        pooled.log.publish(changesSchema ? .everything : .tables(written))
    }
}

extension PooledConnection {
    /// Tells who watches when another connection has committed since the last look; the first time, only remembers.
    ///
    /// Its own commits do not count (https://www.sqlite.org/pragma.html#pragma_data_version).
    func look(isFirst: Bool) throws {
        let now = try dataVersion()
        if !isFirst, now != lastVersion { log.publish(.everything) }
        lastVersion = now
    }
}
