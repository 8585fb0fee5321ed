import CRecruitSQLite
import Synchronization

/// The looks at what other connections, in this process or another, have committed.
extension PoolCore {
    /// How often it is looked while somebody watches.
    static let milliseconds: Int32 = 100

    /// Remembers where the first watcher begins, and has a thread look from then on.
    func startLooking() {
        look(isFirst: true)
        guard !isPrivate else { return }
        let starts = isLookingRegularly.withLock { isLooking in
            defer { isLooking = true }
            return !isLooking
        }
        guard starts else { return }
        do {
            try DetachedThread.start { self.lookRegularly() }
        } catch {
            isLookingRegularly.withLock { $0 = false }
            log.fail(error)
        }
    }

    private func lookRegularly() {
        while true {
            sqlite3_sleep(Self.milliseconds)
            let goesOn = isLookingRegularly.withLock { isLooking in
                isLooking = log.isActive && !isClosed
                return isLooking
            }
            guard goesOn else { return }
            look(isFirst: false)
        }
    }

    /// Looks once, unless the connection is at work: a write looks itself before it begins.
    private func look(isFirst: Bool) {
        let table = writer.count > 0 ? writer : watcher
        guard !isPrivate, table.count > 0 else { return }
        looks.add(1, ordering: .sequentiallyConsistent)
        defer { looks.subtract(1, ordering: .sequentiallyConsistent) }
        // Counted before, so that who closes waits for it, or is seen here.
        guard !isClosing.load(ordering: .sequentiallyConsistent), table.take(0) else { return }
        // A closure that `onOpen` hung on the connection may call the pool, which must not wait for this very look.
        table.hold(0, by: ThreadIdentity.current)
        defer {
            table.letGo(0)
            if writer.count > 0 { _ = give(table[0], .write, from: nil) } else { table.free(0) }
        }
        do {
            try table[0].look(isFirst: isFirst)
        } catch let error as SQLiteError {
            // Another process recovers the log or holds a lock: the next look sees what it did.
            if !(.busy ~= error.code || .locked ~= error.code || .interrupt ~= error.code) { log.fail(error) }
        } catch {
            log.fail(SQLiteError(code: .error, message: "\(error)"))
        }
    }
}
