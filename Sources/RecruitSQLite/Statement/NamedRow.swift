/// One row of a result whose columns are read by name, lent to a closure: it cannot be stored.
///
/// The names were looked up once for the statement; reading by name costs what reading by number does. Reading is strict,
/// as `Row`'s is. In closures write its type out: `(row: borrowing NamedRow<Applicant.Column>)`.
public struct NamedRow<Name: ColumnName>: ~Copyable {
    /// The same row, read by number.
    public let row: Row
    @usableFromInline let indexes: UnsafeBufferPointer<Int32>

    @inlinable @inline(__always)
    init(_ row: consuming Row, _ indexes: UnsafeBufferPointer<Int32>) {
        self.row = row
        self.indexes = indexes
    }

    /// The number of the column, from 0.
    @inlinable @inline(__always)
    public func index(_ name: Name) -> Int {
        let tag = name.tag
        return tag < indexes.count ? Int(indexes[tag]) : -1
    }

    /// The column as the type that is asked for, an Optional for one that may be NULL; throws `.mismatch` for another.
    @inlinable @inline(__always)
    public func get<T: ColumnDecodable>(_ name: Name, as type: T.Type = T.self) throws -> T {
        try T(row, at: index(name))
    }

    /// Whether the column holds NULL.
    @inlinable
    public func isNull(_ name: Name) throws(SQLiteError) -> Bool {
        try row.isNull(index(name))
    }

    /// The value of a column, whatever its class.
    public func value(_ name: Name) -> Value {
        row.value(index(name))
    }

    /// Lends the bytes of a TEXT or a BLOB without copying; NULL and numbers lend no bytes. They end with the closure.
    @inlinable
    public func withBytes<R>(_ name: Name, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try row.withBytes(index(name), body)
    }

    /// Lends the bytes of a BLOB without copying; throws `.mismatch` for any other class. They end with the closure.
    @inlinable
    public func withBlob<R>(_ name: Name, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
        try row.withBlob(index(name), body)
    }
}

@available(*, unavailable)
extension NamedRow: Sendable {}
