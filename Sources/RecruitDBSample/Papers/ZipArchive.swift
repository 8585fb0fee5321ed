/// A ZIP file of stored entries.
///
/// Source: PKWARE APPNOTE 6.3.9, 4.3 (local headers, central directory, end record).
struct ZipArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Appends a file under that path.
    mutating func add(_ path: String, _ body: [UInt8]) {
        let offset = bytes.count
        let name = Array(path.utf8)
        var fields: [UInt8] = []
        // Version 2.0, names in UTF-8 (bit 11), stored, 1 August 2026 at noon.
        for value in [20, 0x0800, 0, 0x6000, 0x5D01] as [UInt16] { ZipArchive.append(value, to: &fields) }
        for value in [CRC32.of(body), UInt32(body.count), UInt32(body.count)] { ZipArchive.append(value, to: &fields) }
        for value in [UInt16(name.count), 0] { ZipArchive.append(value, to: &fields) }
        ZipArchive.append(0x0403_4B50 as UInt32, to: &bytes)
        bytes += fields + name + body
        ZipArchive.append(0x0201_4B50 as UInt32, to: &directory)
        ZipArchive.append(20 as UInt16, to: &directory)
        directory += fields
        for value in [0, 0, 0] as [UInt16] { ZipArchive.append(value, to: &directory) }
        for value in [0, UInt32(offset)] { ZipArchive.append(value, to: &directory) }
        directory += name
        count += 1
    }

    /// Returns the whole archive.
    func finish() -> [UInt8] {
        var end: [UInt8] = []
        ZipArchive.append(0x0605_4B50 as UInt32, to: &end)
        for value in [0, 0, UInt16(count), UInt16(count)] { ZipArchive.append(value, to: &end) }
        for value in [UInt32(directory.count), UInt32(bytes.count)] { ZipArchive.append(value, to: &end) }
        ZipArchive.append(0 as UInt16, to: &end)
        return bytes + directory + end
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// The CRC-32 of ISO 3309, as ZIP uses it.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    /// Returns the checksum of the bytes.
    static func of(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
        return value ^ 0xFFFF_FFFF
    }
}
