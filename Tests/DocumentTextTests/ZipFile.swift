import Foundation

/// A ZIP archive (APPNOTE.TXT), written entry by entry: stored, or zeros deflated as a bomb has them.
struct ZipFile {
    private var bytes = Data()
    private var directory = Data()
    private var count = 0

    init(_ entries: [(name: String, text: String)] = []) {
        for entry in entries { add(entry.name, Data(entry.text.utf8)) }
    }

    mutating func add(_ name: String, _ content: Data) {
        add(name, stored: content, size: content.count, method: 0, checksum: Self.checksum(content))
    }

    /// An entry of `count` zero bytes in a few: one literal, then matches of 258 bytes at distance 1 (RFC 1951).
    mutating func addZeros(_ name: String, count: Int) {
        var bits = Bits()
        bits.append(0b011, 3)
        bits.appendReversed(0b0011_0000, 8)
        for _ in 0..<(count / 258) {
            bits.appendReversed(0b1100_0101, 8)
            bits.append(0, 5)
        }
        bits.append(0, 7)
        add(name, stored: bits.finished, size: 1 + count / 258 * 258, method: 8, checksum: 0)
    }

    /// The archive with its central directory.
    var data: Data {
        var end = Data([0x50, 0x4B, 5, 6, 0, 0, 0, 0])
        end.append(number: count, 2)
        end.append(number: count, 2)
        end.append(number: directory.count, 4)
        end.append(number: bytes.count, 4)
        end.append(number: 0, 2)
        return bytes + directory + end
    }

    private mutating func add(_ name: String, stored: Data, size: Int, method: Int, checksum: UInt32) {
        var header = Data()
        for (value, width) in [(20, 2), (0, 2), (method, 2), (0, 4), (Int(checksum), 4), (stored.count, 4), (size, 4)] {
            header.append(number: value, width)
        }
        header.append(number: name.utf8.count, 2)
        header.append(number: 0, 2)
        directory += Data([0x50, 0x4B, 1, 2, 20, 0]) + header + Data(count: 10)
        directory.append(number: bytes.count, 4)
        directory += Data(name.utf8)
        bytes += Data([0x50, 0x4B, 3, 4]) + header + Data(name.utf8) + stored
        count += 1
    }

    /// CRC-32 of ISO 3309.
    private static func checksum(_ data: Data) -> UInt32 {
        var crc: UInt32 = .max
        for byte in data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

/// Bits as deflate packs them, the first in the lowest place.
private struct Bits {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var width = 0

    mutating func append(_ value: UInt64, _ count: Int) {
        pending |= value << UInt64(width)
        width += count
        while width >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            width -= 8
        }
    }

    /// Huffman codes come with their highest bit first.
    mutating func appendReversed(_ code: UInt64, _ count: Int) {
        for place in (0..<count).reversed() { append(code >> UInt64(place) & 1, 1) }
    }

    var finished: Data { Data(bytes + [UInt8(truncatingIfNeeded: pending)]) }
}

extension Data {
    /// Appends a number in little-endian bytes.
    mutating func append(number: Int, _ width: Int) {
        for place in 0..<width { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}
