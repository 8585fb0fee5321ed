import CRecruitSQLite

extension Connection {
    /// Runs one statement to its end and returns how many rows it inserted, updated or deleted itself.
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        let statement = try borrow(sql)
        defer { giveBack(statement) }
        let before = sqlite3_total_changes64(database.pointer)
        while try statement.advance() {}
        // The count of the last change stays behind when a statement changes nothing.
        return sqlite3_total_changes64(database.pointer) == before ? 0 : changes
    }

    /// Decodes every row of one statement.
    @inlinable
    public func all<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> [T] {
        let statement = try borrow(sql)
        defer { giveBack(statement) }
        var decoded: [T] = []
        while try statement.advance() { decoded.append(try decode(Row(statement.handle))) }
        return decoded
    }

    /// Decodes the first row of one statement; nil where there is none.
    ///
    /// A statement that writes (`INSERT ... RETURNING`) runs to its end all the same.
    @inlinable
    public func first<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> T? {
        let statement = try borrow(sql)
        defer { giveBack(statement) }
        guard try statement.advance() else { return nil }
        let decoded = try decode(Row(statement.handle))
        try statement.finish()
        return decoded
    }

    /// Decodes every row of one statement.
    @inlinable
    public func all<T: RowDecodable>(_ type: T.Type, _ sql: SQL) throws -> [T] {
        try all(sql) { (row: borrowing Row) in try T(row) }
    }

    /// Decodes the first row of one statement; nil where there is none.
    @inlinable
    public func first<T: RowDecodable>(_ type: T.Type, _ sql: SQL) throws -> T? {
        try first(sql) { (row: borrowing Row) in try T(row) }
    }

    /// Lends every row of one statement in turn; one row is in memory at a time.
    @inlinable
    public func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        let statement = try borrow(sql)
        defer { giveBack(statement) }
        while try statement.advance() { try body(Row(statement.handle)) }
    }

    /// The first column of the only row; an Optional where it may be NULL.
    ///
    /// Throws `.notFound` where there is no row, `.mismatch` where there are more.
    @inlinable
    public func value<T: ColumnDecodable>(_ type: T.Type, _ sql: SQL) throws -> T {
        let statement = try borrow(sql)
        defer { giveBack(statement) }
        guard try statement.advance() else {
            throw SQLiteError(code: .notFound, message: "the statement gave no row", sql: sql.text)
        }
        let value = try T(Row(statement.handle), at: 0)
        if try statement.advance() {
            throw SQLiteError(code: .mismatch, message: "the statement gave more than one row", sql: sql.text)
        }
        return value
    }

    /// Prepares the first statement of `sql`, outside the cache; what follows it is its `tail`.
    ///
    /// Its parameters are `?`, or have names: values come with each run, and a literal with `\(value)` does not compile.
    public func prepare(_ sql: Script) throws -> Statement {
        try Statement(sql.text, on: database, isPersistent: false)
    }

    /// The statement for `sql`, from the cache where it is free, with its values bound.
    @usableFromInline
    func borrow(_ sql: SQL) throws -> LentStatement {
        // Before the cache is touched, which another thread may be using.
        try database.requireUsable(for: sql.text)
        let lent = try cache.lend(sql) ?? prepared(sql)
        do {
            try lent.use { try $0.bindAll(sql) }
        } catch {
            cache.takeBack(lent)
            throw error
        }
        return lent
    }

    /// The statement for a text that the cache did not find by its place.
    @inline(never)
    private func prepared(_ sql: SQL) throws -> LentStatement {
        let hash = sql.hash
        if let lent = cache.lend(sql, hash: hash) { return lent }
        let text = sql.text
        let statement = try Statement(text, on: database, isPersistent: true)
        // The authorizer may have closed the connection.
        try database.requireUsable(for: text)
        guard SQLText.isTrivia(statement.tail) else {
            throw SQLiteError.misuse("more than one statement stands in the SQL", sql: text)
        }
        return cache.keep(statement, for: sql, text: text, hash: hash)
    }

    /// Ends the run of a statement that was borrowed.
    @usableFromInline
    func giveBack(_ lent: LentStatement) {
        lent.use { $0.endRun() }
        cache.takeBack(lent)
    }
}
