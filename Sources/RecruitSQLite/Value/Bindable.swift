/// A value that a statement's parameter can take.
public protocol Bindable {
    /// What SQLite stores for it.
    var sqliteValue: Value { get }

    /// Binds the value for one run of a statement without making a `Value` first; types of other modules leave it out.
    func _place(in statement: Statement, at index: Int32) -> Int32
}

extension Bindable {
    @inlinable
    public func _place(in statement: Statement, at index: Int32) -> Int32 {
        statement.place(sqliteValue, at: index)
    }
}

extension Value: Bindable {
    @inlinable public var sqliteValue: Value { self }
}

extension Int: Bindable {
    @inlinable public var sqliteValue: Value { .integer(Int64(self)) }

    @inlinable
    public func _place(in statement: Statement, at index: Int32) -> Int32 {
        statement.place(Int64(self), at: index)
    }
}

extension Int64: Bindable {
    @inlinable public var sqliteValue: Value { .integer(self) }

    @inlinable
    public func _place(in statement: Statement, at index: Int32) -> Int32 {
        statement.place(self, at: index)
    }
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

    @inlinable
    public func _place(in statement: Statement, at index: Int32) -> Int32 {
        statement.place(self, at: index)
    }
}

extension String: Bindable {
    @inlinable public var sqliteValue: Value { .text(self) }

    @inlinable
    public func _place(in statement: Statement, at index: Int32) -> Int32 {
        statement.place(self, at: index)
    }
}

extension Substring: Bindable {
    @inlinable public var sqliteValue: Value { .text(String(self)) }
}

extension Array: Bindable where Element == UInt8 {
    @inlinable public var sqliteValue: Value { .blob(self) }

    @inlinable
    public func _place(in statement: Statement, at index: Int32) -> Int32 {
        statement.place(self, at: index)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    /// NULL for nil.
    @inlinable public var sqliteValue: Value { self?.sqliteValue ?? .null }

    @inlinable
    public func _place(in statement: Statement, at index: Int32) -> Int32 {
        self?._place(in: statement, at: index) ?? statement.placeNull(at: index)
    }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    /// What SQLite stores for the raw value.
    @inlinable public var sqliteValue: Value { rawValue.sqliteValue }
}
