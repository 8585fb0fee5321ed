/// A strict reader of JSON texts (RFC 8259): bytes in, one value out, or the first place where the grammar is broken.
///
/// Beyond the grammar it refuses what readers disagree about: a name twice in one object, bytes that are no UTF-8,
/// half of a surrogate pair, anything after the value. Numbers keep their digits. A byte order mark is skipped.
struct JSONReader {
    /// How large and how deeply nested a text may be.
    struct Limits: Sendable {
        var bytes = 64 << 20
        var depth = 64
    }

    let bytes: [UInt8]
    let limits: Limits
    var index = 0

    /// The value of the whole text.
    ///
    /// - Throws: `JSONSyntaxError`.
    static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(JSONSyntaxError) -> JSONValue {
        var reader = JSONReader(bytes: bytes, limits: limits)
        if bytes.count > limits.bytes {
            throw reader.error(at: 0, "it has \(bytes.count) bytes, more than the \(limits.bytes) that are read")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(2).contains(0) {
            throw reader.error(at: 0, "the text is UTF-16; save the file as UTF-8")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
        reader.skipSpace()
        if reader.index == bytes.count {
            throw reader.error(at: reader.index, "there is no JSON value, the text is empty")
        }
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        if reader.index < bytes.count {
            throw reader.error(at: reader.index, "\(reader.found) stands after the end of the JSON value")
        }
        return value
    }

    mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        let offset = index
        let content: JSONValue.Content
        switch byte {
        case UInt8(ascii: "{"): content = .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): content = .array(try elements(depth: depth + 1))
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .number(try number())
        case UInt8(ascii: "t"): content = try word("true", .bool(true))
        case UInt8(ascii: "f"): content = try word("false", .bool(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        default: throw error(at: index, "expected a value, found \(found)")
        }
        return JSONValue(content: content, offset: offset)
    }

    private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
        try enter(depth)
        var values: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return values }
        while true {
            values.append(try value(depth: depth))
            skipSpace()
            if take(UInt8(ascii: "]")) { return values }
            guard take(UInt8(ascii: ",")) else {
                throw error(at: index, "expected , or ] after a value, found \(found)")
            }
            if byte == UInt8(ascii: "]") { throw error(at: index, "a comma stands before ], with no value after it") }
        }
    }

    private mutating func members(depth: Int) throws(JSONSyntaxError) -> [JSONMember] {
        try enter(depth)
        var members: [JSONMember] = []
        var seen: Set<[UInt8]> = []
        if take(UInt8(ascii: "}")) { return members }
        while true {
            let nameOffset = index
            guard byte == UInt8(ascii: "\"") else {
                throw error(at: index, "expected a name in quotes, found \(found)")
            }
            let name = try string()
            // Swift compares strings by canonical equivalence; names are the same only byte for byte.
            guard seen.insert(Array(name.utf8)).inserted else {
                throw error(at: nameOffset, "the name \"\(JSONValue.shortened(name))\" stands twice in one object")
            }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw error(at: index, "expected : after a name, found \(found)") }
            members.append(JSONMember(name: name, nameOffset: nameOffset, value: try value(depth: depth)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return members }
            guard take(UInt8(ascii: ",")) else {
                throw error(at: index, "expected , or } after a value, found \(found)")
            }
            if byte == UInt8(ascii: "}") { throw error(at: index, "a comma stands before }, with no name after it") }
        }
    }

    private mutating func enter(_ depth: Int) throws(JSONSyntaxError) {
        if depth > limits.depth {
            throw error(at: index, "more than \(limits.depth) lists and objects stand inside each other")
        }
        index &+= 1
        skipSpace()
    }

    private mutating func word(_ word: String, _ content: JSONValue.Content) throws(JSONSyntaxError)
        -> JSONValue.Content
    {
        guard bytes[index...].starts(with: word.utf8) else {
            throw error(at: index, "expected a value, found \(found)")
        }
        index &+= word.utf8.count
        return content
    }
}
