/// A value that a statement's parameter can take.
public protocol Bindable {
    /// What SQLite stores for it.
    var sqliteValue: Value { get }
}

extension Value: Bindable {
    @inlinable public var sqliteValue: Value { self }
}

extension Int: Bindable {
    @inlinable public var sqliteValue: Value { .integer(Int64(self)) }
}

extension Int64: Bindable {
    @inlinable public var sqliteValue: Value { .integer(self) }
}

extension Int32: Bindable {
    @inlinable public var sqliteValue: Value { .integer(Int64(self)) }
}

extension Bool: Bindable {
    /// 1 for true, 0 for false.
    @inlinable public var sqliteValue: Value { .integer(self ? 1 : 0) }
}

extension Double: Bindable {
    /// A REAL; binding NaN, which SQLite would turn into NULL, throws `.mismatch`.
    @inlinable public var sqliteValue: Value { .real(self) }
}

extension String: Bindable {
    @inlinable public var sqliteValue: Value { .text(self) }
}

extension Substring: Bindable {
    @inlinable public var sqliteValue: Value { .text(String(self)) }
}

extension Array: Bindable where Element == UInt8 {
    @inlinable public var sqliteValue: Value { .blob(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
    /// NULL for nil.
    @inlinable public var sqliteValue: Value { self?.sqliteValue ?? .null }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    /// What SQLite stores for the raw value.
    @inlinable public var sqliteValue: Value { rawValue.sqliteValue }
}
