/// The columns that a type reads, by name: an enumeration whose raw values are the names in the result.
///
/// `enum Column: String, ColumnName { case id, appliedAt = "applied_at" }`. A case may carry no payload; there may be 256.
public protocol ColumnName: CaseIterable, RawRepresentable, Sendable where RawValue == String {}

/// A value that is read from a row by the names of its columns, whatever their order, and whatever stands beside them.
public protocol NamedRowDecodable {
    /// The columns that it reads.
    associatedtype Column: ColumnName

    /// Reads the row; throws `.mismatch` where a column holds something else.
    init(_ row: borrowing NamedRow<Column>) throws
}

extension ColumnName {
    /// A number below 256 that each case has to itself: the byte that it is in memory.
    ///
    /// A dictionary from names would cost more than the reading of most columns.
    @inlinable @inline(__always)
    var tag: Int {
        withUnsafeBytes(of: self) { bytes in Int(bytes.first ?? 0) }
    }
}

/// Where the columns of one `ColumnName` stand in the result of a statement.
final class ResolvedColumns {
    let names: ObjectIdentifier
    let preparation: Int32
    /// The column of each tag; -1 for a tag that no case has.
    let indexes: [Int32]

    init(_ names: ObjectIdentifier, _ preparation: Int32, _ indexes: [Int32]) {
        self.names = names
        self.preparation = preparation
        self.indexes = indexes
    }
}
