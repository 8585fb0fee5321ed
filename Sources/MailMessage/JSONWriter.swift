/// Writes JSON (RFC 8259) with two spaces a level; an empty array is `[]`.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var level = 0
    private var isFirst = true

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(123)
        members(&self)
        close(125)
    }

    mutating func array<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
        open(91)
        for element in elements {
            separate()
            write(&self, element)
        }
        close(93)
    }

    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(34)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes += [34, 58, 32]
    }

    mutating func null() { bytes += Array("null".utf8) }

    mutating func number(_ value: Int) { bytes += Array(String(value).utf8) }

    /// A string; control characters, DEL among them, are escaped, everything else stands as UTF-8.
    mutating func string(_ value: String) {
        bytes.append(34)
        for byte in value.utf8 {
            switch byte {
            case 34, 92: bytes += [92, byte]
            case 10: bytes += [92, 110]
            case 13: bytes += [92, 114]
            case 9: bytes += [92, 116]
            case 0..<32, 127:
                let digits = Array("0123456789abcdef".utf8)
                bytes += [92, 117, 48, 48, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(34)
    }

    private mutating func open(_ bracket: UInt8) {
        bytes.append(bracket)
        level += 1
        isFirst = true
    }

    private mutating func close(_ bracket: UInt8) {
        level -= 1
        if !isFirst { newLine() }
        bytes.append(bracket)
        isFirst = false
    }

    private mutating func separate() {
        if !isFirst { bytes.append(44) }
        newLine()
        isFirst = false
    }

    private mutating func newLine() {
        bytes.append(10)
        bytes += [UInt8](repeating: 32, count: max(0, level) * 2)
    }
}
