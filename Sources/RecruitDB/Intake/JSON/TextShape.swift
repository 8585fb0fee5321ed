/// What a text must look like, with words for a person who wrote another.
struct TextShape: Sendable {
    /// Completes the sentence that a text is not this.
    let name: String
    let isRight: @Sendable (String) -> Bool

    /// Any text that is not blank; line breaks and tabs are its only control characters.
    static let text = TextShape(name: "a text: it is blank or has control characters") { text in
        text.unicodeScalars.contains { !$0.properties.isWhitespace }
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
    }

    /// A text on one line that is not blank.
    static let line = TextShape(name: "a text on one line: it is blank or has line breaks or control characters") {
        text in
        text.unicodeScalars.contains { !$0.properties.isWhitespace }
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// A day that the Gregorian calendar has (ISO 8601, `YYYY-MM-DD`).
    static let day = TextShape(name: "a day of the calendar, written YYYY-MM-DD") { Day($0) != nil }

    /// True for one or more words of `isPart` bytes with single bytes of `isJoint` between them.
    static func isWords(_ text: String, part isPart: (UInt8) -> Bool, joint isJoint: (UInt8) -> Bool) -> Bool {
        var wasPart = false
        for byte in text.utf8 {
            if isPart(byte) {
                wasPart = true
            } else {
                guard wasPart, isJoint(byte) else { return false }
                wasPart = false
            }
        }
        return wasPart
    }

    static func isLower(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
    static func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) || isDigit(byte) }
}
