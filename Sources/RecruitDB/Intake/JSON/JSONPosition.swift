/// A place in a text file, counted as editors count: from 1, columns in Unicode scalars.
struct JSONPosition: Sendable, Hashable {
    let line: Int
    let column: Int
    /// Bytes before the place.
    let offset: Int

    /// The place `offset` bytes into `bytes`; an offset beyond the end is the end.
    init(of offset: Int, in bytes: [UInt8]) {
        let end = min(max(offset, 0), bytes.count)
        var line = 1
        var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, end) : 0
        var index = 0
        while index < end {
            let byte = bytes[index]
            index &+= 1
            // A lone CR ends a line as well; of CR LF the LF does.
            guard byte == 0x0A || (byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A)) else { continue }
            line &+= 1
            lineStart = index
        }
        var column = 1
        for byte in bytes[lineStart..<max(lineStart, end)] where byte & 0xC0 != 0x80 { column &+= 1 }
        self.line = line
        self.column = column
        self.offset = end
    }
}
