import Synchronization

/// A synchronous call, whose thread waits for a connection and runs the body itself.
class ThreadCall: Call, @unchecked Sendable {
    private let signal = Signal()
    private let slot = Mutex<Slot?>(nil)
    private let isTimed: Bool

    /// A call that waits as long as it must.
    override init() {
        isTimed = false
    }

    /// A call that is stopped when the limit has passed.
    init(timeLimit: Duration) throws(SQLiteError) {
        isTimed = true
        super.init()
        try Alarm.shared.set(self, after: timeLimit)
    }

    override func seal() -> Reason? {
        if isTimed { Alarm.shared.clear(self) }
        return super.seal()
    }

    /// Hands the slot that was granted to the waiting thread.
    func receive(_ slot: Slot) {
        self.slot.withLock { $0 = slot }
        signal.raise()
    }

    override func stopped(_ reason: Reason) {
        signal.raise()
    }

    /// Waits for a slot; throws why the call was stopped meanwhile.
    func park() throws -> Slot {
        while true {
            signal.wait()
            if let slot = slot.withLock({ $0 }) { return slot }
            if let reason { throw reason.error }
        }
    }
}
