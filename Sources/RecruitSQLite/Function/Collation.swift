import CRecruitSQLite

/// How one text stands to another in a collation.
public enum CollationOrder: Int32, Sendable {
    /// The first comes before the second.
    case before = -1
    /// They are equal: for DISTINCT, GROUP BY and `=` too.
    case same = 0
    /// The first comes after the second.
    case after = 1
}

private final class Collation {
    let compare: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> CollationOrder
    let callbacks: Callbacks

    init(
        _ compare: @escaping (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> CollationOrder, _ callbacks: Callbacks
    ) {
        self.compare = compare
        self.callbacks = callbacks
    }

    func order(
        _ first: UnsafeRawPointer?, _ firstCount: Int32, _ second: UnsafeRawPointer?, _ secondCount: Int32
    ) -> Int32 {
        guard callbacks.enter() else { return 0 }
        defer { callbacks.leave() }
        return compare(
            UnsafeRawBufferPointer(start: first, count: first == nil ? 0 : Int(firstCount)),
            UnsafeRawBufferPointer(start: second, count: second == nil ? 0 : Int(secondCount))
        ).rawValue
    }

    static let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
        if let context { Unmanaged<Collation>.fromOpaque(context).release() }
    }
}

extension Connection {
    /// Makes `compare` the order of texts that statements call by `COLLATE name`; it replaces one of that name.
    ///
    /// The texts are UTF-8 as stored, lent for the call. The order must be total: a text is the same as itself, and what
    /// is before is not after; SQLite's answers are wrong otherwise. `compare` cannot fail and must not use the connection.
    /// Name a collation in queries only: an index or a column that names it cannot be used by programs without it.
    ///
    /// Throws `.misuse` for a name that is empty, holds NUL, is longer than 255 bytes or is a built-in collation's; `.busy`
    /// where one is replaced while statements run (`sqlite3_create_collation_v2`).
    public func addCollation(
        _ name: String,
        comparingBytes compare: @escaping (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> CollationOrder
    ) throws(SQLiteError) {
        try requireCollationName(name)
        let collation = Collation(compare, database.callbacks)
        try install(.collation(name.asciiLowercased)) { database in
            let context = Unmanaged.passRetained(collation)
            let code = sqlite3_create_collation_v2(
                database, name, SQLITE_UTF8, context.toOpaque(),
                { context, firstCount, first, secondCount, second in
                    guard let context else { return 0 }
                    return Unmanaged<Collation>.fromOpaque(context).takeUnretainedValue()
                        .order(first, firstCount, second, secondCount)
                }, Collation.release)
            // Unlike a function's, a collation's context stays with the caller when it is refused.
            if code != SQLITE_OK { context.release() }
            return code
        }
    }

    /// Makes `compare` the order of texts that statements call by `COLLATE name`, with a copy of each text.
    ///
    /// Bytes that are no UTF-8 become U+FFFD. All else is as with `addCollation(_:comparingBytes:)`.
    public func addCollation(
        _ name: String, comparing compare: @escaping (String, String) -> CollationOrder
    ) throws(SQLiteError) {
        try addCollation(
            name,
            comparingBytes: { first, second in
                compare(String(decoding: first, as: UTF8.self), String(decoding: second, as: UTF8.self))
            })
    }

    /// Removes a collation, whose closure is released; none of that name is no error.
    ///
    /// Throws `.busy` while statements run (`sqlite3_create_collation_v2`).
    public func removeCollation(_ name: String) throws(SQLiteError) {
        try requireCollationName(name)
        try install(.collation(name.asciiLowercased), nil)
    }

    /// Throws for the names whose order every index in the file relies on.
    private func requireCollationName(_ name: String) throws(SQLiteError) {
        try requireName(name)
        if ["binary", "nocase", "rtrim"].contains(name.lowercased()) {
            throw SQLiteError.misuse("\(name) is a built-in collation, which indexes are kept in")
        }
    }
}
