extension SQL.StringInterpolation {
    /// Binds each value of a list, with a `?` of its own and commas between: `"... WHERE id IN (\(list: ids))"`.
    ///
    /// The parentheses stand in the text. An empty list leaves nothing between them, which no value is in. Each count of
    /// values is a statement of its own, and one takes no more than ``Limit/parameterNumber`` values, then `.error` is
    /// thrown: bind a long list as one JSON text, `"... IN (SELECT value FROM json_each(\(json)))"`.
    @inlinable
    public mutating func appendInterpolation<Values: Sequence>(list values: Values) where Values.Element: Bindable {
        var isFirst = true
        for value in values {
            if !isFirst { appendLiteral(", ") }
            isFirst = false
            appendInterpolation(value)
        }
    }

    /// An array is no value: `\(list: values)` binds each of its elements, and a BLOB is a `[UInt8]`.
    @available(*, unavailable, message: "write \\(list: values) to bind each element, or make a BLOB of [UInt8]")
    public mutating func appendInterpolation<T: Bindable>(_ values: [T]) {}

    // A literal array could be a `[UInt8]`, and `IN (\([1, 2]))` would look for a blob. An overload that is unavailable
    // loses against one that is not; two that are as good as each other win against both, and the compiler refuses to
    // choose and shows these lines. For a blob, `\([1, 2] as [UInt8])`.

    /// An array is no value; write `\(list: [1, 2])`, or `\([1, 2] as [UInt8])` for a BLOB.
    @inlinable
    public mutating func appendInterpolation(_ writeListInstead: [Int], list: Void = ()) {
        appendInterpolation(list: writeListInstead)
    }

    /// An array is no value; write `\(list: [1, 2])`, or `\([1, 2] as [UInt8])` for a BLOB.
    @inlinable
    public mutating func appendInterpolation(_ writeListInstead: [Int], blob: Void = ()) {
        appendInterpolation(list: writeListInstead)
    }
}
