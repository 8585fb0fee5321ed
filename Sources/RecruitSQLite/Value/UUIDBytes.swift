/// A UUID as its 16 bytes, stored as a BLOB of them, or read from one, or from a TEXT of 36 characters.
///
/// Foundation's is `UUID(uuid: id.bytes)`, and back `UUIDBytes(bytes: uuid.uuid)`. To store text, bind its `description`.
public struct UUIDBytes: Sendable, Hashable, LosslessStringConvertible {
    /// Sixteen bytes, as C's `uuid_t` has them.
    public typealias Bytes = (
        UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
    )

    private let high: UInt64
    private let low: UInt64

    /// A UUID from its bytes, in the order in which they are written.
    public init(bytes: Bytes) {
        (high, low) = withUnsafeBytes(of: bytes) { Self.words($0) }
    }

    /// A UUID from 16 bytes; nil for any other count.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        (high, low) = Self.words(bytes)
    }

    /// A UUID from 32 hexadecimal digits of either case, in groups of 8, 4, 4, 4 and 12 with hyphens between.
    public init?(_ description: String) {
        var text = description
        guard let words = text.withUTF8({ Self.words(text: UnsafeRawBufferPointer($0)) }) else { return nil }
        (high, low) = words
    }

    init?(utf8: UnsafeRawBufferPointer) {
        guard let words = Self.words(text: utf8) else { return nil }
        (high, low) = words
    }

    /// The bytes, in the order in which they are written.
    public var bytes: Bytes {
        func byte(_ word: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * index)) }
        return (
            byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5), byte(high, 6),
            byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3), byte(low, 4), byte(low, 5),
            byte(low, 6), byte(low, 7)
        )
    }

    /// The UUID as it is written, in small letters.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        withUnsafeBytes(of: bytes) { bytes in
            for (index, byte) in bytes.enumerated() {
                if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
                text += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func words(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        let high = bytes.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        return (high, bytes.dropFirst(8).prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
    }

    private static func words(text: UnsafeRawBufferPointer) -> (UInt64, UInt64)? {
        guard text.count == 36 else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for (index, byte) in text.enumerated() {
            if [8, 13, 18, 23].contains(index) {
                if byte != UInt8(ascii: "-") { return nil }
                continue
            }
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            words.high = words.high << 4 | words.low >> 60
            words.low = words.low << 4 | UInt64(digit)
        }
        return words
    }
}

extension UUIDBytes: Bindable {
    /// A BLOB of 16 bytes.
    public var sqliteValue: Value {
        .blob(withUnsafeBytes(of: bytes) { [UInt8]($0) })
    }

    public func _place(in statement: Statement, at index: Int32) -> Int32 {
        withUnsafeBytes(of: bytes) { statement.placeBlob($0, at: index) }
    }
}

extension UUIDBytes: ColumnDecodable {
    /// Reads a BLOB of 16 bytes or a TEXT of 36 characters; throws `.mismatch` for anything else.
    public init(_ row: borrowing Row, at index: Int) throws {
        let kind = row.kind(index)
        let uuid = row.withBytes(index) { bytes in
            kind == .blob ? UUIDBytes(bytes) : kind == .text ? UUIDBytes(utf8: bytes) : nil
        }
        guard let uuid else { throw row.mismatch(index, expected: "UUID") }
        self = uuid
    }
}
