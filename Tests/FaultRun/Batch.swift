import RecruitSQLite

/// Writes one batch within a transaction, with a savepoint that is undone, and says that it comes to the commit.
func write(_ batch: Int, on connection: Connection) throws {
    let blob = [UInt8](repeating: 7, count: 3000)
    for part in 1...3 {
        try connection.run("INSERT INTO batches VALUES (\(batch), \(part), \(blob))")
    }
    try? connection.savepoint {
        try connection.run("DELETE FROM batches")
        throw SQLiteError(code: .abort, message: "undone")
    }
    try connection.run("UPDATE batches SET bytes = \(blob) WHERE batch = \(batch - 1)")
    say("commits \(batch)")
}
