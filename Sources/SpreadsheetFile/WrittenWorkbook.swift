import CXLSXWriter

/// A workbook on the disk, read again: libxlsxwriter does not look whether its temporary files took all bytes.
struct WrittenWorkbook {
    private static let entry = Array("xl/worksheets/sheet1.xml".utf8)
    private static let ending = Array("</worksheet>".utf8)
    private let file: UnsafeMutablePointer<FILE>

    init(_ path: String) throws(WorkbookError) {
        guard let file = fopen(path, "rb") else { throw .io("it cannot be read again") }
        self.file = file
    }

    /// Inflates the sheet, which must have at least `size` bytes and its end.
    func check(atLeast size: Int) throws(WorkbookError) {
        defer { fclose(file) }
        guard let place = try sheet() else { throw Self.isNotWhole }
        let header = try bytes(30, at: place.offset)
        let start = place.offset + 30 + Self.number(header, 26, 2) + Self.number(header, 28, 2)
        guard fseek(file, start, SEEK_SET) == 0 else { throw Self.isNotWhole }
        let (count, tail) = try inflated(place.size)
        guard count >= size, tail == Self.ending else { throw Self.isNotWhole }
    }

    private static var isNotWhole: WorkbookError { .io("the disk is full") }

    /// Where the sheet's local header lies and how many bytes it has, by the directory at the archive's end
    /// (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3).
    private func sheet() throws(WorkbookError) -> (offset: Int, size: Int)? {
        guard fseek(file, -22, SEEK_END) == 0 else { throw Self.isNotWhole }
        let end = try bytes(22, at: ftell(file))
        guard Self.number(end, 0, 4) == 0x0605_4B50 else { throw Self.isNotWhole }
        let directory = try bytes(Self.number(end, 12, 4), at: Self.number(end, 16, 4))
        var index = 0
        while index + 46 <= directory.count, Self.number(directory, index, 4) == 0x0201_4B50 {
            let name = index + 46
            let length = Self.number(directory, index + 28, 2)
            if directory[name...].prefix(length).elementsEqual(Self.entry) {
                return (Self.number(directory, index + 42, 4), Self.number(directory, index + 20, 4))
            }
            index = name + length + Self.number(directory, index + 30, 2) + Self.number(directory, index + 32, 2)
        }
        return nil
    }

    /// How many bytes the next `size` bytes of the file are when they are inflated, and the last of them.
    private func inflated(_ size: Int) throws(WorkbookError) -> (count: Int, tail: [UInt8]) {
        var stream = z_stream()
        guard recruit_inflate_raw(&stream) == Z_OK else { throw .io("memory ran out") }
        defer { inflateEnd(&stream) }
        var input = [UInt8](repeating: 0, count: 1 << 16)
        var output = [UInt8](repeating: 0, count: 1 << 16)
        var left = size
        var count = 0
        var tail: [UInt8] = []
        var code = Z_OK
        while code == Z_OK, left > 0 {
            let part = fread(&input, 1, min(left, input.count), file)
            guard part > 0 else { break }
            left -= part
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(part)
                repeat {
                    output.withUnsafeMutableBufferPointer { output in
                        stream.next_out = output.baseAddress
                        stream.avail_out = UInt32(output.count)
                        code = inflate(&stream, Z_NO_FLUSH)
                    }
                    let made = output.count - Int(stream.avail_out)
                    count += made
                    tail = Array((tail + output[..<made].suffix(Self.ending.count)).suffix(Self.ending.count))
                } while code == Z_OK && stream.avail_out == 0
                if code == Z_BUF_ERROR { code = Z_OK }
            }
        }
        guard code == Z_STREAM_END else { throw Self.isNotWhole }
        return (count, tail)
    }

    private func bytes(_ count: Int, at offset: Int) throws(WorkbookError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard fseek(file, offset, SEEK_SET) == 0, fread(&bytes, 1, count, file) == count else {
            throw Self.isNotWhole
        }
        return bytes
    }

    /// The number of `count` bytes at `index`, the least first.
    private static func number(_ bytes: [UInt8], _ index: Int, _ count: Int) -> Int {
        guard index + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }
}
