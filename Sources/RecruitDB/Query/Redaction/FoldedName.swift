/// The name of a table or a column as SQLite compares names: byte by byte, ASCII letters without their case.
///
/// Swift would hold two names for the same that SQLite tells apart: by other cases of other letters, or by marks that stand
/// behind a letter or within it.
struct FoldedName: Hashable {
    private let bytes: [UInt8]

    init(_ name: String) {
        bytes = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// Whether the name is of ASCII letters, digits and `_`, which stand in SQL as they are, quoted or not.
    var isPlain: Bool {
        bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }

    /// Whether the name begins with `beginning`, which is in lower case.
    func hasPrefix(_ beginning: StaticString) -> Bool {
        beginning.withUTF8Buffer { bytes.starts(with: $0) }
    }

    /// Whether the name stands somewhere in `sql`.
    func stands(in sql: String) -> Bool {
        let text = FoldedName(sql).bytes
        guard let first = bytes.first, text.count >= bytes.count else { return bytes.isEmpty }
        return (0...(text.count - bytes.count)).contains { text[$0] == first && text[$0...].starts(with: bytes) }
    }
}
