/// One JSON value and the byte where it begins, so that a later complaint can say line and column.
struct JSONValue: Sendable, Equatable {
    /// What a value is; numbers keep their digits, objects the order of their members.
    enum Content: Sendable, Equatable {
        case null
        case bool(Bool)
        case number(JSONNumber)
        case string(String)
        case array([JSONValue])
        case object([JSONMember])
    }

    let content: Content
    /// Bytes before the value's first byte in the file.
    let offset: Int
}

/// A name and its value in an object (RFC 8259, section 4).
struct JSONMember: Sendable, Equatable {
    let name: String
    /// Bytes before the name's opening quote in the file.
    let nameOffset: Int
    let value: JSONValue
}

extension JSONValue {
    /// The member called `name`, compared byte for byte, or nil when this is no object or has none.
    func member(_ name: String) -> JSONMember? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// The value as a person would quote it in a sentence: short, on one line, without control characters.
    var quoted: String {
        switch content {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .number(let number): Self.shortened(number.literal)
        case .string(let text): "\"" + Self.shortened(text) + "\""
        case .array(let values): values.isEmpty ? "[]" : "a list"
        case .object(let members): members.isEmpty ? "{}" : "an object"
        }
    }

    /// At most `limit` scalars of `text`, with those that a terminal would act on written as U+FFFD.
    static func shortened(_ text: String, to limit: Int = 40) -> String {
        var short = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            if count == limit {
                return String(short) + "..."
            }
            count += 1
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: short.append("\u{FFFD}")
            default: short.append(scalar)
            }
        }
        return String(short)
    }
}
