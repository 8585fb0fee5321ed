// Every value of these types fits what SQLite stores; `UInt` and `UInt64` do not, and stay out.

extension Int8: Bindable, ColumnDecodable {
    /// An INTEGER.
    @inlinable public var sqliteValue: Value { .integer(Int64(self)) }

    /// Reads an INTEGER; throws `.mismatch` for one that does not fit.
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.number(index) }
}

extension Int16: Bindable, ColumnDecodable {
    /// An INTEGER.
    @inlinable public var sqliteValue: Value { .integer(Int64(self)) }

    /// Reads an INTEGER; throws `.mismatch` for one that does not fit.
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.number(index) }
}

extension UInt8: Bindable, ColumnDecodable {
    /// An INTEGER.
    @inlinable public var sqliteValue: Value { .integer(Int64(self)) }

    /// Reads an INTEGER; throws `.mismatch` for one that does not fit.
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.number(index) }
}

extension UInt16: Bindable, ColumnDecodable {
    /// An INTEGER.
    @inlinable public var sqliteValue: Value { .integer(Int64(self)) }

    /// Reads an INTEGER; throws `.mismatch` for one that does not fit.
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.number(index) }
}

extension UInt32: Bindable, ColumnDecodable {
    /// An INTEGER.
    @inlinable public var sqliteValue: Value { .integer(Int64(self)) }

    /// Reads an INTEGER; throws `.mismatch` for one that does not fit.
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.number(index) }
}

extension Float: Bindable, ColumnDecodable {
    /// A REAL, the same number; NaN throws `.mismatch` when it is bound.
    @inlinable public var sqliteValue: Value { .real(Double(self)) }

    /// Reads a REAL; throws `.mismatch` for one that no `Float` is exactly.
    @inlinable
    public init(_ row: borrowing Row, at index: Int) throws {
        guard let number = Float(exactly: try row.double(index)) else { throw row.mismatch(index, expected: "REAL") }
        self = number
    }
}

extension Row {
    /// An INTEGER of another size.
    @inlinable
    func number<T: FixedWidthInteger>(_ index: Int) throws(SQLiteError) -> T {
        guard let integer = T(exactly: try int64(index)) else { throw mismatch(index, expected: "INTEGER") }
        return integer
    }
}
