import CRecruitSQLite

/// Who is told of the statements of a connection.
final class TraceContext {
    var observer: ((TraceEvent) -> Void)?
    var slowQueries: SlowQueryLog?
    /// When the statements began that run now. SQLite's own profile counts in milliseconds of a clock that may be set.
    private var starts: [OpaquePointer: SuspendingClock.Instant] = [:]
    /// Whether a closure is at work: its own statements are not told.
    private var isTelling = false
    private let callbacks: Callbacks

    init(_ callbacks: Callbacks) {
        self.callbacks = callbacks
    }

    var isNeeded: Bool { observer != nil || slowQueries != nil }

    func hear(_ event: UInt32, _ statement: OpaquePointer, _ detail: UnsafeMutableRawPointer?) {
        guard !isTelling else { return }
        if event == UInt32(SQLITE_TRACE_STMT) {
            begin(statement)
        } else if event == UInt32(SQLITE_TRACE_PROFILE) {
            end(statement, told: detail?.assumingMemoryBound(to: Int64.self).pointee ?? 0)
        }
    }

    private func begin(_ statement: OpaquePointer) {
        // A trigger is told as its statement beginning anew.
        guard starts[statement] == nil else { return }
        for counter in Self.counters { sqlite3_stmt_status(statement, counter, 1) }
        starts[statement] = SuspendingClock.now
        if let observer { tell { observer(.started(sql: Self.sql(of: statement))) } }
    }

    private func end(_ statement: OpaquePointer, told: Int64) {
        let nanoseconds = starts.removeValue(forKey: statement).map { Self.nanoseconds($0.duration(to: .now)) }
        let taken = max(0, nanoseconds ?? Int(clamping: told))
        let slowLog = slowQueries.flatMap { taken >= $0.nanoseconds ? $0 : nil }
        if observer == nil && slowLog == nil { return }
        let counts = Self.counters.map { Int(sqlite3_stmt_status(statement, $0, 0)) }
        let profile = StatementProfile(
            sql: Self.sql(of: statement), nanoseconds: taken, scanSteps: counts[0], sorts: counts[1],
            automaticIndexRows: counts[2], instructions: counts[3])
        tell {
            observer?(.finished(profile))
            slowLog?.report(profile)
        }
    }

    private func tell(_ body: () -> Void) {
        guard callbacks.enter() else { return }
        isTelling = true
        body()
        isTelling = false
        callbacks.leave()
    }

    private static let counters = [
        SQLITE_STMTSTATUS_FULLSCAN_STEP, SQLITE_STMTSTATUS_SORT, SQLITE_STMTSTATUS_AUTOINDEX,
        SQLITE_STMTSTATUS_VM_STEP,
    ]

    private static func sql(of statement: OpaquePointer) -> String {
        sqlite3_sql(statement).map { String(cString: $0) } ?? ""
    }

    static func nanoseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { return seconds < 0 ? .min : .max }
        let (sum, isTooLarge) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
        return isTooLarge ? (seconds < 0 ? .min : .max) : Int(clamping: sum)
    }
}

extension Connection {
    /// Tells `observer` of every statement that begins and ends on this connection; nil takes it away.
    ///
    /// Statements that SQLite runs on its own behalf, such as full-text search's, are told too; triggers are part of their
    /// statement. No event holds a bound value. `observer` should not use the connection; statements that it runs all the
    /// same are not told. It costs a few microseconds a statement (`sqlite3_trace_v2`).
    public func onTrace(_ observer: ((TraceEvent) -> Void)?) {
        guard database.isOpen else { return }
        let former = database.trace?.observer
        database.hooks?.remember(.trace) { $0.onTrace(former) }
        setTrace { $0.observer = observer }
    }

    /// Reports statements that take long to `log`; nil ends that. It works beside `onTrace` (`sqlite3_trace_v2`).
    public func logSlowQueries(to log: SlowQueryLog?) {
        guard database.isOpen else { return }
        let former = database.trace?.slowQueries
        database.hooks?.remember(.slowQueries) { $0.logSlowQueries(to: former) }
        setTrace { $0.slowQueries = log }
    }

    private func setTrace(_ change: (TraceContext) -> Void) {
        let context = database.trace ?? TraceContext(database.callbacks)
        change(context)
        guard context.isNeeded else {
            sqlite3_trace_v2(database.pointer, 0, nil, nil)
            database.trace = nil
            return
        }
        database.trace = context
        sqlite3_trace_v2(
            database.pointer, UInt32(SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE),
            { event, context, statement, detail in
                if let context, let statement {
                    Unmanaged<TraceContext>.fromOpaque(context).takeUnretainedValue()
                        .hear(event, OpaquePointer(statement), detail)
                }
                return 0
            }, Unmanaged.passUnretained(context).toOpaque())
    }
}
