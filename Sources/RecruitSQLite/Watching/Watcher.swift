/// Somebody who watches a pool, for as long as this lives.
final class Watcher: Sendable {
    let pool: Pool
    var log: CommitLog { pool.core.log }

    init(_ pool: Pool) {
        self.pool = pool
        if log.enter() { pool.core.startLooking() }
    }

    deinit {
        log.leave()
    }
}
