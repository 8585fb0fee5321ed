import CRecruitSQLite
import Synchronization

/// Which thread a pool has lent a connection to, and whether that thread shall stop.
///
/// A body can smuggle its connection or a statement out. Whoever then uses it is not the holder and gets an error,
/// where SQLite without mutexes would be torn.
// Unchecked: what is buried are pointers that only the holder, or the last owner, touches.
final class Lease: @unchecked Sendable {
    /// What another thread than the holder let go of, by its address.
    enum Buried: Sendable {
        case statement(UInt)
        case blob(UInt)
    }

    private let holder = Atomic<UInt>(0)
    private let stopped = Atomic<Bool>(false)
    let busyMilliseconds = Atomic<Int>(5000)
    private let hasBuried = Atomic<Bool>(false)
    private let buried = Mutex<[Buried]>([])
    private let room = CacheLine()

    /// Whether this thread holds the connection.
    @inline(__always)
    var isHeldHere: Bool {
        holder.load(ordering: .relaxed) == ThreadIdentity.current
    }

    /// Whether the holder shall stop.
    @inline(__always)
    var isStopped: Bool {
        stopped.load(ordering: .relaxed)
    }

    /// Lends the connection to this thread.
    func take() {
        holder.store(ThreadIdentity.current, ordering: .relaxed)
        if hasBuried.load(ordering: .acquiring) { finalizeBuried() }
    }

    /// Ends what `take` began.
    func give() {
        holder.store(0, ordering: .relaxed)
    }

    /// Ends the running statement, and lets every later one fail until `goOn` (`sqlite3_interrupt`).
    func stop(_ database: OpaquePointer) {
        stopped.store(true, ordering: .relaxed)
        sqlite3_interrupt(database)
    }

    /// Lets statements run again.
    func goOn() {
        stopped.store(false, ordering: .relaxed)
    }

    /// Whether this thread holds the connection and need not stop.
    @inline(__always)
    var isUsableHere: Bool {
        isHeldHere && !isStopped
    }

    /// Why this thread may not use the connection: it does not hold it, or shall stop.
    func refusal(for sql: String?) -> SQLiteError? {
        if !isHeldHere {
            return SQLiteError.misuse("a connection of a pool was used outside the body it was lent to", sql: sql)
        }
        return isStopped ? SQLiteError(code: .interrupt, message: "interrupted", sql: sql) : nil
    }

    /// Keeps what another thread than the holder let go of.
    func bury(_ body: Buried) {
        buried.withLock { $0.append(body) }
        hasBuried.store(true, ordering: .releasing)
    }

    /// Frees what others let go of (`sqlite3_finalize`, `sqlite3_blob_close`).
    func finalizeBuried() {
        hasBuried.store(false, ordering: .relaxed)
        let bodies = buried.withLock { buried in
            defer { buried = [] }
            return buried
        }
        for body in bodies {
            switch body {
            case .statement(let address): sqlite3_finalize(OpaquePointer(bitPattern: address))
            case .blob(let address): sqlite3_blob_close(OpaquePointer(bitPattern: address))
            }
        }
    }

    /// Sets how long a statement waits for another connection's lock.
    func setBusyTimeout(milliseconds: Int) {
        busyMilliseconds.store(max(0, milliseconds), ordering: .relaxed)
    }
}
