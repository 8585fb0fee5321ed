import CRecruitSQLite
import Synchronization

extension Lease {
    /// After how many instructions of a statement it is seen at the latest that it shall stop.
    static let instructions = 10_000

    /// Has every running statement look whether it shall stop (`sqlite3_progress_handler`).
    ///
    /// An interrupt is not enough: SQLite forgets one that comes just before a statement begins.
    func watch(_ database: OpaquePointer) {
        sqlite3_progress_handler(
            database, Int32(Self.instructions),
            { context in
                guard let context else { return 0 }
                return Unmanaged<Lease>.fromOpaque(context).takeUnretainedValue().isStopped ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Has the connection wait for locks like any other, but stop waiting when its body shall stop.
    ///
    /// SQLite's own waiting does not notice an interrupt (`sqlite3_busy_handler`).
    func waitForLocks(on database: OpaquePointer) {
        sqlite3_busy_handler(
            database,
            { context, count in
                guard let context else { return 0 }
                return Unmanaged<Lease>.fromOpaque(context).takeUnretainedValue().waitForLock(Int(count)) ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Sleeps a little, the longer the more often it was called for the same lock; false to give up.
    private func waitForLock(_ count: Int) -> Bool {
        // 1, 2, 5 ms and so on as SQLite itself sleeps, but never longer than a caller may wait for its end.
        let delays = [1, 2, 5, 10, 15, 20]
        let waited = delays.prefix(count).reduce(0, +) + max(0, count - delays.count) * 25
        guard !isStopped, waited < busyMilliseconds.load(ordering: .relaxed) else {
            return false
        }
        sqlite3_sleep(Int32(count < delays.count ? delays[max(0, count)] : 25))
        return true
    }
}
