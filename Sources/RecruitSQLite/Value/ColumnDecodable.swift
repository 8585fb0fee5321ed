/// A value that is read from one column.
public protocol ColumnDecodable {
    /// Reads column `index` (from 0); throws `.mismatch` where the column holds something else.
    init(_ row: borrowing Row, at index: Int) throws
}

/// A value that is read from a whole row.
public protocol RowDecodable {
    /// Reads the row; throws `.mismatch` where a column holds something else.
    init(_ row: borrowing Row) throws
}

extension Int: ColumnDecodable {
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.int(index) }
}

extension Int64: ColumnDecodable {
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.int64(index) }
}

extension Int32: ColumnDecodable {
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.int32(index) }
}

extension Bool: ColumnDecodable {
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.bool(index) }
}

extension Double: ColumnDecodable {
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.double(index) }
}

extension String: ColumnDecodable {
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.text(index) }
}

extension Array: ColumnDecodable where Element == UInt8 {
    @inlinable public init(_ row: borrowing Row, at index: Int) throws { self = try row.blob(index) }
}

extension Value: ColumnDecodable {
    @inlinable public init(_ row: borrowing Row, at index: Int) throws {
        try row.requireColumn(index)
        self = row.value(index)
    }
}

extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
    /// nil for NULL.
    @inlinable public init(_ row: borrowing Row, at index: Int) throws {
        if try row.isNull(index) {
            self = nil
        } else {
            self = try Wrapped(row, at: index)
        }
    }
}

extension ColumnDecodable where Self: RawRepresentable, RawValue: ColumnDecodable {
    /// Reads a raw value; throws `.mismatch` for one that stands for nothing.
    @inlinable public init(_ row: borrowing Row, at index: Int) throws {
        guard let value = Self(rawValue: try RawValue(row, at: index)) else {
            throw row.mismatch(index, expected: String(describing: Self.self))
        }
        self = value
    }
}
