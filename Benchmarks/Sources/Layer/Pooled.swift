import CRawPool
import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The pool against C on a file with a write-ahead log: elapsed time, since the work is on several threads.
// Unchecked: the reader in C is used by one thread at a time.
struct Pooled: @unchecked Sendable {
    let path: String
    let pool: Pool
    let raw: OpaquePointer
    let ids: [Int64]
    let rows: Int

    init(path: String, people: [Person]) throws {
        self.path = path
        rows = people.count
        ids = (0..<4000).map { Int64(1 + $0 &* 7919 % people.count) }
        pool = try Pool(path: path, readers: 4)
        try pool.write { connection in
            try connection.execute(Script(raw: Person.table))
            let statement = try connection.prepare(Script(raw: Person.insert))
            for person in people {
                try statement.run(
                    person.id, person.given, person.family, person.email, person.city, person.reference, person.year,
                    person.score, person.average, person.note)
            }
        }
        guard let raw = raw_reader_open(path) else { fatalError("\(path) cannot be opened") }
        self.raw = raw
    }

    func close() throws {
        raw_reader_close(raw)
        try pool.close()
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }

    private func one(_ id: Int64, _ connection: Connection) throws -> Int {
        try connection.first("SELECT score FROM people WHERE id = \(id)") { (row: borrowing Row) in try row.int(0) }
            ?? 0
    }

    func readC() -> Int { Int(raw_read(raw, ids, Int32(ids.count))) }

    func hopC() -> Int { Int(raw_read_on_thread(raw, ids, Int32(ids.count))) }

    func readSync() throws -> Int {
        try ids.reduce(0) { sum, id in try sum + pool.read { try one(id, $0) } }
    }

    func readAsync() async throws -> Int {
        var sum = 0
        for id in ids {
            sum += try await pool.read { try $0.value(Int.self, "SELECT score FROM people WHERE id = \(id)") }
        }
        return sum
    }

    /// Reads per second of four threads in C beside one that writes.
    func besideC(_ seconds: Double) -> (reads: Double, writes: Double) {
        var writes: Int64 = 0
        let reads = raw_reads_beside_writer(path, 4, Int64(rows), seconds, &writes)
        return (Double(reads) / seconds, Double(writes) / seconds)
    }

    /// Reads per second of four threads that use the pool beside one that writes through it.
    func beside(_ seconds: Double) -> (reads: Double, writes: Double) {
        let (pool, rows) = (pool, rows)
        let counts = Threads.run(5) { number in
            let start = Threads.now()
            let end = start + seconds
            var (id, count) = (1, 0)
            do {
                while Threads.now() < end {
                    if number == 0 { raw_sleep_until(start + Double(count) / Double(RAW_WRITES_PER_SECOND)) }
                    for _ in 0..<(number == 0 ? 1 : 16) {
                        id = 1 + (id &* 7919 &+ 13) % rows
                        if number == 0 {
                            try pool.write { try $0.run("UPDATE people SET score = score + 1 WHERE id = \(id)") }
                        } else {
                            _ = try pool.read { try one(Int64(id), $0) }
                        }
                        count += 1
                    }
                }
            } catch { fatalError("\(error)") }
            return count
        }
        return (Double(counts[1...].reduce(0, +)) / seconds, Double(counts[0]) / seconds)
    }
}
