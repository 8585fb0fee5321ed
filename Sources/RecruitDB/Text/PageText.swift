/// The text of a document as it is kept: by page, NFKC, with LF line ends and nothing that no reader sees.
struct PageText {
    /// The pages, the first one first; an empty one in between keeps its place.
    private(set) var pages: [String] = []
    /// Characters that are no blanks, on all pages.
    private(set) var visibleCharacters = 0
    /// Whether there were more pages than the limit.
    private(set) var isCut = false

    /// Reads what `recruitdb-extract` wrote: UTF-8, where form feeds part the pages or end them.
    ///
    /// Bytes that are no UTF-8 become U+FFFD. NFKC can make a text longer; beyond twice the limit of bytes it is cut.
    init(_ output: [UInt8], limits: ExtractionLimits = ExtractionLimits()) {
        var room = limits.output &* 2
        output.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                if pages.count == limits.pages {
                    isCut = true
                    break
                }
                var end = start
                while end < bytes.count, bytes[end] != 0x0C { end &+= 1 }
                add(UnsafeBufferPointer(rebasing: bytes[start..<end]), &room)
                start = end &+ 1
            }
        }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ room: inout Int) {
        var clean = Self.withoutControls(bytes)
        if clean.contains(where: { $0 >= 0x80 }) { clean = Self.normalized(clean, upTo: room) }
        while let last = clean.last, last == 0x0A || last == 0x20 { clean.removeLast() }
        room -= clean.count
        for byte in clean where byte > 0x20 && byte & 0xC0 != 0x80 { visibleCharacters &+= 1 }
        pages.append(String(decoding: clean, as: UTF8.self))
    }

    /// The bytes with LF line ends, without control characters (C0, C1 and DEL) but tab and line end.
    private static func withoutControls(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { clean, count in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index &+= 1
                if byte >= 0x20 && byte != 0x7F {
                    if byte == 0xC2, index < bytes.count, 0x80...0x9F ~= bytes[index] {
                        // U+0085, next line, is a line end in some old texts.
                        if bytes[index] == 0x85 {
                            clean[count] = 0x0A
                            count &+= 1
                        }
                        index &+= 1
                        continue
                    }
                    // So are U+2028 and U+2029, the separators of lines and paragraphs.
                    if byte == 0xE2, index &+ 1 < bytes.count, bytes[index] == 0x80, bytes[index &+ 1] & 0xFE == 0xA8 {
                        clean[count] = 0x0A
                        count &+= 1
                        index &+= 2
                        continue
                    }
                    clean[count] = byte
                    count &+= 1
                } else if byte == 0x0A || byte == 0x09 {
                    clean[count] = byte
                    count &+= 1
                } else if byte == 0x0D {
                    if index < bytes.count, bytes[index] == 0x0A { continue }
                    clean[count] = 0x0A
                    count &+= 1
                }
            }
        }
    }

    /// The bytes in NFKC, at most about `room` of them.
    ///
    /// Line by line, since nothing composes over a line end, and a line in bounded pieces: what comes out of one piece
    /// can be many times as long. ASCII is NFKC already.
    private static func normalized(_ bytes: [UInt8], upTo room: Int) -> [UInt8] {
        var normal: [UInt8] = []
        normal.reserveCapacity(bytes.count)
        let piece = 1 << 16
        var start = 0
        while start < bytes.count, normal.count < room {
            var end = start
            var isASCII = true
            while end < bytes.count, end - start < piece || (bytes[end] & 0xC0 == 0x80 && end - start < piece + 3) {
                let byte = bytes[end]
                if byte >= 0x80 { isASCII = false }
                end &+= 1
                if byte == 0x0A { break }
            }
            if isASCII {
                normal.append(contentsOf: bytes[start..<end])
            } else {
                let line = String(decoding: bytes[start..<end], as: UTF8.self)
                normal.append(contentsOf: NormalizedText.nfkc(line).utf8)
            }
            start = end
        }
        return normal
    }
}
