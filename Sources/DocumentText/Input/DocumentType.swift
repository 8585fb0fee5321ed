/// A kind of document that this program reads.
enum DocumentType: String {
    case pdf, docx
    /// Not read, but looked into for the reason.
    case compound = "doc"
    case plainText = "txt"

    /// The type that the first bytes of a document show; its name is no evidence.
    ///
    /// Throws status 65 for an empty document and 76, with what it seems to be, for any other kind. Which kind of
    /// document a ZIP archive is only its entries tell, so that each one counts as DOCX here.
    init(of prefix: [UInt8]) throws(ExtractionError) {
        guard !prefix.isEmpty else { throw .damaged("the document is empty") }
        // Readers look for the mark within the first 1,024 bytes (ISO 32000-1, annex H.3.4.1).
        if prefix.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil {
            self = .pdf
        } else if prefix.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .docx
        } else if prefix.starts(with: CompoundFile.mark) {
            self = .compound
        } else if let name = Self.unsupported(prefix) {
            throw ExtractionError(status: .unsupported, message: "unsupported kind of document: \(name)")
        } else {
            self = .plainText
        }
    }

    private static let marks: [(bytes: [UInt8], name: String)] = [
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
        (Array("{\\rtf".utf8), "RTF"), (Array("%!PS".utf8), "PostScript"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"), (Array("II*\0".utf8), "a TIFF image"),
        (Array("MM\0*".utf8), "a TIFF image"),
        (Array("Rar!".utf8), "a RAR archive"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        ([0x1F, 0x8B], "a gzip file"), (Array("<?xml".utf8), "XML"), (Array("<!doctype html".utf8), "HTML"),
        (Array("<html".utf8), "HTML"),
    ]

    /// What a document is that gives no text here; nil when it may be plain text.
    private static func unsupported(_ prefix: [UInt8]) -> String? {
        var start = prefix[...]
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        start = start.drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
        let lower = start.prefix(16).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        for mark in marks where prefix.starts(with: mark.bytes) || lower.starts(with: mark.bytes) { return mark.name }
        if prefix.starts(with: [0xFF, 0xFE]) || prefix.starts(with: [0xFE, 0xFF]) { return nil }
        // One control character in a hundred: texts carry a stray one, binary data more than one in ten.
        let controls = prefix.count { $0 < 0x20 && !(0x07...0x0D ~= $0) && $0 != 0x1B || $0 == 0x7F }
        return controls > 2 && controls > prefix.count / 100 ? "binary data" : nil
    }
}
