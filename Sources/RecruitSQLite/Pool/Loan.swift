/// A connection that is lent to a thread for one body, from the beginning of its transaction to the end.
///
/// It counts no references: the pool, which its caller holds, keeps both.
@usableFromInline
struct Loan {
    let slot: Unmanaged<Slot>
    let purpose: Pool.Purpose
    @usableFromInline let connection: Unmanaged<Connection>

    @inline(__always)
    init(_ slot: Unmanaged<Slot>, _ purpose: Pool.Purpose, for call: Call?) throws {
        self.slot = slot
        self.purpose = purpose
        connection = try slot._withUnsafeGuaranteedRef { try $0.begin(purpose, for: call) }
    }
}

// A body is no closure here that is handed from one to the next: what a read costs of its own is an eighth of what it does in
// SQLite, and each closure on the way is felt in that.
extension PoolCore {
    /// Lends a connection to this thread, which must give it back with `commit` or `rollBack`.
    @usableFromInline
    func lend(_ purpose: Pool.Purpose, _ limit: Duration?) throws -> Loan {
        let isOfWriter = purpose == .write || readers.count == 0
        return isOfWriter
            ? try lend(writer, beside: readers, purpose, limit)
            : try lend(readers, beside: writer, purpose, limit)
    }

    @inline(__always)
    private func lend(
        _ table: SlotTable, beside other: SlotTable, _ purpose: Pool.Purpose, _ limit: Duration?
    ) throws -> Loan {
        let thread = ThreadIdentity.current
        var place = other.isHeld(by: thread) ? SlotTable.held : SlotTable.none
        if place != SlotTable.held, limit == nil { place = table.takeOwn(for: thread) }
        if place >= 0 { return try lend(table.unmanaged(place), purpose, for: nil) }
        if place == SlotTable.held || table.isHeld(by: thread) {
            throw SQLiteError.misuse("read or write of a pool within a body of the same pool")
        }
        return try lendSlowly(purpose, limit)
    }

    /// The same where the thread has no slot of its own, or a limit of time.
    @inline(never)
    private func lendSlowly(_ purpose: Pool.Purpose, _ limit: Duration?) throws -> Loan {
        let call = try limit.map { limit throws(SQLiteError) in try ThreadCall(timeLimit: limit) }
        let slot: Slot
        do {
            slot = try takeFree(purpose) ?? take(purpose, for: call ?? ThreadCall())
        } catch {
            _ = call?.seal()
            throw error
        }
        table(for: purpose).hold(slot.index, by: ThreadIdentity.current)
        return try lend(Unmanaged.passUnretained(slot), purpose, for: call)
    }

    @inline(__always)
    private func lend(_ slot: Unmanaged<Slot>, _ purpose: Pool.Purpose, for call: Call?) throws -> Loan {
        do {
            return try Loan(slot, purpose, for: call)
        } catch {
            takeBack(slot, purpose)
            throw error
        }
    }

    /// Commits what the body did.
    @usableFromInline
    func commit(_ loan: Loan) throws {
        do {
            try loan.slot._withUnsafeGuaranteedRef { try $0.commit() }
        } catch {
            takeBack(loan.slot, loan.purpose)
            throw error
        }
        takeBack(loan.slot, loan.purpose)
    }

    /// Rolls back after the body's error; returns what the caller shall hear.
    @usableFromInline
    func rollBack(_ loan: Loan, after error: any Error) -> any Error {
        defer { takeBack(loan.slot, loan.purpose) }
        return loan.slot._withUnsafeGuaranteedRef { $0.rollBack(after: error) }
    }

    /// Runs an asynchronous call's body on this thread, a worker, which has taken the slot.
    func perform<T>(
        _ purpose: Pool.Purpose, on slot: Slot, for call: Call, _ body: (Connection) throws -> T
    ) throws -> T {
        let table = table(for: purpose)
        table.hold(slot.index, by: ThreadIdentity.current)
        defer { table.letGo(slot.index) }
        let loan = try Loan(Unmanaged.passUnretained(slot), purpose, for: call)
        let value: T
        do {
            value = try loan.connection._withUnsafeGuaranteedRef { try body($0) }
        } catch {
            throw slot.rollBack(after: error)
        }
        try slot.commit()
        return value
    }
}
