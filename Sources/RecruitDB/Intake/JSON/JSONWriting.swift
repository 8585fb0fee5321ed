extension JSONValue {
    /// A value that stands in no file.
    init(_ content: Content) { self.init(content: content, offset: 0) }

    /// A string, or nil for nil.
    static func string(_ text: String?) -> JSONValue? { text.map { JSONValue(.string($0)) } }

    /// A list of strings, or nil for none.
    static func strings(_ texts: [String]) -> JSONValue? {
        texts.isEmpty ? nil : JSONValue(.array(texts.map { JSONValue(.string($0)) }))
    }

    /// An object of those members that have a value, in this order, or nil for none.
    static func object(_ members: [(String, JSONValue?)]) -> JSONValue? {
        let present = members.compactMap { name, value in
            value.map { JSONMember(name: name, nameOffset: 0, value: $0) }
        }
        return present.isEmpty ? nil : JSONValue(.object(present))
    }

    /// The value as JSON text on one line, without spaces.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch content {
        case .null: text += "null"
        case .bool(let truth): text += truth ? "true" : "false"
        case .number(let number): text += number.literal
        case .string(let string): Self.write(string, to: &text)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                Self.write(member.name, to: &text)
                text += ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// A text without its quotes, anything else as JSON.
    var plain: String {
        if case .string(let string) = content { string } else { text }
    }

    /// The texts, numbers and truths inside, each with its path, in order.
    var leaves: [(path: JSONPath, value: JSONValue)] {
        var found: [(path: JSONPath, value: JSONValue)] = []
        func walk(_ value: JSONValue, _ path: JSONPath) {
            switch value.content {
            case .array(let values): for (index, value) in values.enumerated() { walk(value, path.element(index)) }
            case .object(let members): for member in members { walk(member.value, path.member(member.name)) }
            default: found.append((path, value))
            }
        }
        walk(self, JSONPath())
        return found
    }
}
