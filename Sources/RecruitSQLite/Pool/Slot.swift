/// A place of a pool for one connection, which is opened when it is first needed.
// Unchecked: who takes a slot has it alone until it is given back.
@usableFromInline
final class Slot: @unchecked Sendable {
    /// Its place in its table.
    var index = 0
    private let open: @Sendable () throws -> Connection
    private let onOpen: @Sendable (Connection) throws -> Void
    private let log: CommitLog
    /// Whether the database is gone when its connection is closed.
    private let isInMemory: Bool
    private let lease = Lease()
    private var pooled: PooledConnection? {
        didSet { held = pooled.map { Unmanaged.passUnretained($0) } }
    }
    /// The connection without the counting of references; nothing takes it away while a body is at work.
    private var held: Unmanaged<PooledConnection>?
    private let room = CacheLine()

    init(
        log: CommitLog, isInMemory: Bool, _ open: @escaping @Sendable () throws -> Connection,
        onOpen: @escaping @Sendable (Connection) throws -> Void
    ) {
        self.log = log
        self.isInMemory = isInMemory
        self.open = open
        self.onOpen = onOpen
    }

    /// Begins a transaction on the slot's connection, which is lent to this thread until `commit` or `rollBack`.
    @inline(__always)
    func begin(_ purpose: Pool.Purpose, for call: Call?) throws -> Unmanaged<Connection> {
        lease.take()
        do {
            let pooled = try held ?? Unmanaged.passUnretained(opened())
            return try pooled._withUnsafeGuaranteedRef {
                try $0.begin(purpose, for: call)
                return $0.lent
            }
        } catch {
            end()
            throw error
        }
    }

    /// Commits what the body did.
    @inline(__always)
    func commit() throws {
        do {
            try held?._withUnsafeGuaranteedRef { try $0.commit() }
        } catch {
            end()
            throw error
        }
        end()
    }

    /// Rolls back after the body's error; returns what the caller shall hear.
    func rollBack(after error: any Error) -> any Error {
        defer { end() }
        return held?._withUnsafeGuaranteedRef { $0.rollBack(after: error) } ?? error
    }

    @inline(__always)
    private func end() {
        // A connection in memory is all there is: a rollback that failed is made up for when it is used again.
        if !isInMemory, held?._withUnsafeGuaranteedRef({ $0.isSound }) == false { close() }
        lease.give()
    }

    /// Opens the connection, where it is not open yet.
    func prepare() throws {
        lease.take()
        defer { lease.give() }
        _ = try opened()
    }

    /// Tells who watches when another connection has committed; the first time, only remembers where it begins.
    func look(isFirst: Bool) throws {
        lease.take()
        defer { lease.give() }
        let pooled = try opened()
        try pooled.look(isFirst: isFirst)
    }

    private func opened() throws -> PooledConnection {
        if let pooled { return pooled }
        let opened = try PooledConnection(try open(), lease: lease, log: log, onOpen)
        pooled = opened
        return opened
    }

    /// Closes the connection; the next body opens another.
    ///
    /// `isForGood` says that none will: then what the query planner learned is kept for the next time.
    func close(isForGood: Bool = false) {
        let isHeldHere = lease.isHeldHere
        lease.take()
        if isForGood { pooled?.optimize() }
        pooled?.close()
        pooled = nil
        if !isHeldHere { lease.give() }
    }
}
