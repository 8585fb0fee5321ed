import CFaults
import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// A program that writes batches of rows while something under it fails: FaultRun PATH MODE FAULT N SEED-OR-GOES-ON
// MODE is wal or delete; unsafe, which is delete without a sync; or pool, where a pool writes.
// Each line says what it knows: `committed 3`, `began 4`, `error 10`; `useless 11` where it does not work though nothing
// fails any more. It ends with `calls N`.

let words = CommandLine.arguments
guard words.count == 6, let number = Int(words[4]), let last = Int(words[5]) else { exit(64) }
// Who waits for something that never comes is ended, which is told as a trap is.
alarm(120)
let kinds: [String: Int32] = [
    "open": 1, "read": 2, "write": 4, "sync": 8, "truncate": 16, "lock": 32, "delete": 64, "any": 127,
    "full": 4 | 8 | 128, "short": 2 | 256,
]
switch words[3] {
case "memory": faults_of_memory(number, Int32(last))
case "power": faults_of_power(number, UInt32(last))
case let name: faults_in_files(kinds[name] ?? 0, number, Int32(last))
}

if words[2] == "pool" {
    await PoolRun(path: words[1]).run()
    say("calls \(faults_count())")
    exit(0)
}

var connection: Connection?
for _ in 0..<2 where connection == nil {
    attempt {
        let new = try Connection(path: words[1], access: .create)
        if words[2] == "wal" { try new.useWriteAheadLog() }
        if words[2] == "unsafe" { try new.execute("PRAGMA synchronous = OFF") }
        try new.execute("PRAGMA cache_size = 8; PRAGMA wal_autocheckpoint = 12")
        try new.execute(
            "CREATE TABLE IF NOT EXISTS batches (batch INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB)")
        try new.execute("CREATE UNIQUE INDEX IF NOT EXISTS parts ON batches (batch, part)")
        connection = new
    }
}
if let connection {
    for batch in 1...12 {
        // In the end nothing fails any more; what was misread before may be told once.
        if batch == 11 { faults_end() }
        attempt(orSay: batch < 12 ? "error" : "useless") {
            say("began \(batch)")
            try connection.transaction {
                try write(batch, on: connection)
            }
            say("committed \(batch)")
        }
        attempt(orSay: batch < 12 ? "error" : "useless") {
            let rows = try connection.all("SELECT batch, count(*) FROM batches GROUP BY 1 ORDER BY 1") {
                (row: borrowing Row) in "\(try row.int(0))x\(try row.int(1))"
            }
            say("read \(rows.joined(separator: " "))")
        }
    }
    attempt { _ = try connection.value(String.self, "PRAGMA integrity_check") }
    connection.close()
}
say("calls \(faults_count())")
