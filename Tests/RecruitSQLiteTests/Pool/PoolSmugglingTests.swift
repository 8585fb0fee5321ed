import Foundation
import RecruitSQLite
import Synchronization
import Testing

/// What a body smuggles out to another thread, which uses it while the pool lends the connection to the next body.
@Suite struct PoolSmugglingTests {
    /// What another thread gets its hands on; Swift's own checks would keep it from that.
    private final class Smuggled: @unchecked Sendable {
        let connection: Connection
        init(_ connection: Connection) { self.connection = connection }
    }

    @Test func `a kept connection that another thread runs statements on spoils no statement of the body at work`()
        throws
    {
        try withRival { connection in
            for i in 0..<50 {
                let code = sqliteError { _ = try connection.value(Int.self, SQL("SELECT \(i) + 1 + 2 + 3 + 4")) }?.code
                #expect(code == .misuse)
            }
        } body: { connection, round in
            for i in round..<(round + 5) {
                let sum = try connection.value(Int.self, SQL("SELECT \(i % 100) + 1 + 2 + 3 + 4"))
                #expect(sum == i % 100 + 10)
            }
        }
    }

    @Test func `a kept connection that another thread traces spoils nothing that the body at work hangs on it`() throws
    {
        try withRival { connection in
            connection.onTrace { _ in }
            connection.logSlowQueries(to: nil)
        } body: { connection, round in
            try connection.addCollation("c\(round % 10)") { (_: String, _: String) in .same }
        }
    }

    @Test func `a kept statement tells nothing of its columns and parameters`() throws {
        let pool = try Pool(path: ":memory:")
        let statement = try pool.read { try $0.prepare("SELECT :x AS y") }
        #expect(statement.columnCount == 0)
        #expect(statement.columnNames == [])
        #expect(statement.parameterNames == [])
    }

    /// Runs bodies one after the other while another thread uses the connection that the first of them kept.
    private func withRival(
        _ rival: @escaping @Sendable (Connection) -> Void, body: (Connection, Int) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let pool = try pool(in: folder, readers: 1)
            let kept = try pool.read { Smuggled($0) }
            let (isOver, ended) = (Flag(), Signal())
            Thread.detachNewThread {
                while !isOver.value.load(ordering: .relaxed) { rival(kept.connection) }
                ended.raise()
            }
            defer {
                isOver.value.store(true, ordering: .relaxed)
                #expect(ended.wait(seconds: 30))
            }
            for round in 0..<3000 { try pool.read { try body($0, round) } }
        }
    }

    private final class Flag: Sendable {
        let value = Atomic<Bool>(false)
    }
}
