public import RecruitSQLite

/// A value for a parameter of a query, as `-p name=value` gives it.
public struct QueryParameter: Sendable {
    /// The parameter's name without its `:`, `@`, `$` or `?`.
    public let name: String
    let value: Value
    /// The value as it was written, where no type stood beside it.
    let written: String?

    /// The text `text` for the parameter `name`: text in SQL, a value of the parameter's type in a saved question.
    public init(_ name: String, text: String) {
        self.name = name
        value = .text(text)
        written = text
    }

    /// The value `value` for the parameter `name`.
    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
        written = nil
    }

    /// Reads `name=value` or `name:type=value` with type int, real, text, blob (hexadecimal digits) or null.
    ///
    /// Without a type the value is what it looks like: a 64-bit integer, a decimal number, else text. Digits beyond
    /// 64 bits stay text, so that none is lost.
    ///
    /// - Throws: `RecruitmentError` of kind usage.
    public init(written: String) throws {
        let utf8 = written.utf8
        guard let equals = utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw RecruitmentError(.usage, "-p takes name=value, not '\(SQLExcerpt.visible(written))'")
        }
        var name = written[..<equals]
        var type: Substring?
        if let colon = name.utf8.dropFirst().firstIndex(of: UInt8(ascii: ":")) {
            type = name[name.utf8.index(after: colon)...]
            name = name[..<colon]
        }
        if let first = name.utf8.first, ":@$?".utf8.contains(first) { name = name.dropFirst() }
        self.name = String(name)
        guard !name.isEmpty else {
            throw RecruitmentError(.usage, "-p takes name=value; the name of '\(SQLExcerpt.visible(written))' is empty")
        }
        let text = String(written[utf8.index(after: equals)...])
        guard let value = Self.value(of: text, type: type) else {
            throw RecruitmentError(
                .usage,
                "-p \(SQLExcerpt.visible(String(written[..<equals]))): the value does not read as that type "
                    + "(types are int, real, text, blob in hexadecimal, null)")
        }
        self.value = value
        self.written = type == nil ? text : nil
    }

    static func value(of text: String, type: Substring?) -> Value? {
        switch type {
        case nil:
            if let integer = integer(text) { return .integer(integer) }
            if let real = real(text) { return .real(real) }
            return .text(text)
        case "int": return integer(text).map { .integer($0) }
        case "real": return (real(text) ?? integer(text).map(Double.init)).map { .real($0) }
        case "text": return .text(text)
        case "blob": return bytes(text).map { .blob($0) }
        case "null": return text.isEmpty ? .null : nil
        default: return nil
        }
    }

    private static func integer(_ text: String) -> Int64? { Int64(text) }

    /// A decimal number with a point or an exponent; no hexadecimal, no `inf`, no `nan`.
    private static func real(_ text: String) -> Double? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }),
            text.utf8.contains(where: { digits.contains($0) }),
            text.utf8.allSatisfy({ digits.contains($0) || ".eE+-".utf8.contains($0) }),
            let real = Double(text), real.isFinite
        else { return nil }
        return real
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            let pair = String(decoding: digits[index...index + 1], as: UTF8.self)
            guard !pair.hasPrefix("+"), !pair.hasPrefix("-"), let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
