internal import CArchive

/// The parts of a DOCX file, which is a ZIP archive of XML files (ECMA-376 part 2, Open Packaging Conventions).
struct WordPackage {
    private let bytes: [UInt8]
    /// Bytes unpacked so far, of all parts.
    private var unpacked = 0

    /// Every part's name, as `WordPackage.name(_:)` writes it.
    private(set) var names: [String] = []

    /// Reads the names of the parts; throws status 65 when the archive is damaged, encrypted or too large.
    init(_ bytes: [UInt8]) throws(ExtractionError) {
        self.bytes = bytes
        var found: [String] = []
        try eachEntry { name, _, _ throws(ExtractionError) in found.append(name) }
        names = found
    }

    /// Unpacks the parts of the given names; those that are not there are left out.
    mutating func parts(_ wanted: Set<String>) throws(ExtractionError) -> [String: [UInt8]] {
        var parts: [String: [UInt8]] = [:]
        var total = unpacked
        let packed = bytes.count
        try eachEntry { name, archive, entry throws(ExtractionError) in
            // Of two entries with one name the first counts.
            guard wanted.contains(name), parts[name] == nil else { return }
            guard archive_entry_is_encrypted(entry) == 0 else { throw .damaged("the document is encrypted") }
            parts[name] = try Self.unpack(archive, total: &total, packed: packed)
        }
        unpacked = total
        return parts
    }

    /// A part's name in lower case and with slashes, without one before: names compare without case, and some
    /// writers use backslashes.
    static func name(_ raw: some Sequence<UInt8>) -> String {
        var name: [UInt8] = []
        for byte in raw {
            switch byte {
            case 0x41...0x5A: name.append(byte | 0x20)
            case UInt8(ascii: "\\"), UInt8(ascii: "/"): if !name.isEmpty { name.append(UInt8(ascii: "/")) }
            default: name.append(byte)
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private func eachEntry(
        _ body: (String, OpaquePointer, OpaquePointer) throws(ExtractionError) -> Void
    ) throws(ExtractionError) {
        guard let archive = archive_read_new() else { throw .damaged("out of memory") }
        defer { archive_read_free(archive) }
        // The reader that follows the central directory, as Word does; the other one guesses from what it meets.
        archive_read_support_format_zip_seekable(archive)
        // The array outlives the archive, so that the pointer holds between the calls.
        let result: Result<Void, ExtractionError> = bytes.withUnsafeBytes { buffer in
            Result { () throws(ExtractionError) in
                guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
                else { throw Self.damage }
                try Self.walk(archive, body)
            }
        }
        try result.get()
    }

    private static func walk(
        _ archive: OpaquePointer, _ body: (String, OpaquePointer, OpaquePointer) throws(ExtractionError) -> Void
    ) throws(ExtractionError) {
        var count = 0
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(archive, &entry)
            if result == ARCHIVE_EOF { return }
            guard result >= ARCHIVE_WARN, let entry else { throw damage }
            count += 1
            guard count <= Limits.entries else { throw .damaged("the archive has over \(Limits.entries) entries") }
            guard let path = archive_entry_pathname(entry) else { continue }
            try body(
                name(UnsafeBufferPointer(start: path, count: length(path)).lazy.map { UInt8(bitPattern: $0) }), archive,
                entry)
        }
    }

    private static func length(_ string: UnsafePointer<CChar>) -> Int {
        var length = 0
        while string[length] != 0 { length += 1 }
        return length
    }

    private static func unpack(
        _ archive: OpaquePointer, total: inout Int, packed: Int
    ) throws(ExtractionError) -> [UInt8] {
        var part: [UInt8] = []
        let step = 65_536
        while true {
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
                count = archive_read_data(archive, buffer.baseAddress, step)
                filled = max(count, 0)
            }
            if count == 0 { return part }
            guard count > 0 else { throw damage }
            total += count
            let isBomb = total > Limits.unpackedFreely && total / Limits.unpackedRatio > packed
            guard total <= Limits.unpacked, !isBomb else { throw .damaged("the document unpacks to too much") }
            part += chunk
        }
    }

    private static let damage = ExtractionError.damaged("the document is damaged: its ZIP archive cannot be read")
}
