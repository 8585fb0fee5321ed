import CIconv

/// A charset that mail programs write.
enum Charset: String, CaseIterable {
    case utf8 = "utf-8"
    case gbk
    case gb18030
    case gb2312
    case big5
    case eucKR = "euc-kr"
    case latin1 = "iso-8859-1"

    /// Returns the text in this charset; nil when a character has no place in it.
    func encode(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: return Array(text.utf8)
        case .latin1:
            var bytes: [UInt8] = []
            for scalar in text.unicodeScalars {
                guard scalar.value < 0x100 else { return nil }
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            }
            return bytes
        case .gbk, .gb18030, .gb2312, .big5, .eucKR: return converted(Array(text.utf8))
        }
    }

    /// The first charset that the C library cannot write; nil when it has all of them.
    ///
    /// Without one the same seed would quietly make other bytes.
    static var missing: Charset? { allCases.first { $0.encode("A") == nil } }

    /// The charset with its name as the C library knows it.
    private var libraryName: String {
        switch self {
        case .eucKR: "EUC-KR"
        default: rawValue.uppercased()
        }
    }

    private func converted(_ text: [UInt8]) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        let descriptor = iconv_open(libraryName, "UTF-8")
        guard descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        var input = text.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: text.count * 4)
        var left = input.count
        var room = output.count
        let done = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return iconv(descriptor, &from, &left, &to, &room)
            }
        }
        guard done == 0, left == 0 else { return nil }
        return output.dropLast(room).map { UInt8(bitPattern: $0) }
    }
}
