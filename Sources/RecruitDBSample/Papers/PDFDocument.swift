/// A PDF 1.4 file, object by object, with a cross-reference table that holds true offsets.
///
/// Source: ISO 32000-1:2008, 7.5 (file structure) and 9.7 (composite fonts).
struct PDFDocument {
    private var bytes: [UInt8] = Array("%PDF-1.4\n%\u{E2}\u{E3}\n".utf8)
    private var offsets: [Int: Int] = [:]
    private var pages: [Int] = []
    private var nextObject = 8

    private static let catalog = 1
    private static let pageTree = 2
    private static let resources = "/Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >>"

    /// Starts a document whose third font shows the script's characters without embedding them.
    init(script: Script) {
        write(PDFDocument.catalog, "<< /Type /Catalog /Pages 2 0 R >>")
        write(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        write(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
        let font = PDFDocument.composite(script)
        let system =
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (\(font.ordering)) /Supplement \(font.supplement) >>"
        write(
            5,
            "<< /Type /Font /Subtype /Type0 /BaseFont /\(font.name) /Encoding /\(font.encoding) /DescendantFonts [6 0 R] >>"
        )
        write(
            6,
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /\(font.name) \(system) /FontDescriptor 7 0 R /DW 1000 >>")
        write(
            7,
            "<< /Type /FontDescriptor /FontName /\(font.name) /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
                + " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>")
    }

    private static func composite(
        _ script: Script
    ) -> (name: String, encoding: String, ordering: String, supplement: Int) {
        switch script {
        case .traditional: ("MSung-Light", "UniCNS-UCS2-H", "CNS1", 0)
        case .korean: ("HYSMyeongJo-Medium", "UniKS-UCS2-H", "Korea1", 1)
        case .simplified, .accented, .plain: ("STSong-Light", "UniGB-UCS2-H", "GB1", 2)
        }
    }

    /// Appends a page that shows the content stream, and below it the image when there is one.
    mutating func addPage(content: [UInt8], image: Int? = nil) {
        let stream = nextObject
        let page = nextObject + 1
        nextObject += 2
        writeStream(stream, dictionary: "", body: content)
        let images = image.map { " /XObject << /Im1 \($0) 0 R >>" } ?? ""
        write(
            page,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << \(PDFDocument.resources)\(images) >>"
                + " /Contents \(stream) 0 R >>")
        pages.append(page)
    }

    /// Appends an uncompressed grey image of at least that many bytes; returns its object's number.
    mutating func addImage(byteCount: Int, random: inout RandomSource) -> Int {
        let width = byteCount > 65_536 ? 512 : 64
        let height = max((byteCount + width - 1) / width, 1)
        let object = nextObject
        nextObject += 1
        begin(object)
        bytes.append(
            contentsOf: """
                << /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray \
                /BitsPerComponent 8 /Length \(width * height) >>
                stream

                """.utf8)
        random.fill(&bytes, count: width * height)
        bytes.append(contentsOf: "\nendstream\nendobj\n".utf8)
        return object
    }

    /// Returns the whole file.
    mutating func finish() -> [UInt8] {
        let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
        write(PDFDocument.pageTree, "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>")
        let start = bytes.count
        var table = "xref\n0 \(nextObject)\n0000000000 65535 f \n"
        for object in 1..<nextObject { table += PDFDocument.padded(offsets[object] ?? 0) + " 00000 n \n" }
        table += "trailer\n<< /Size \(nextObject) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        bytes.append(contentsOf: table.utf8)
        return bytes
    }

    private mutating func begin(_ object: Int) {
        offsets[object] = bytes.count
        bytes.append(contentsOf: "\(object) 0 obj\n".utf8)
    }

    private mutating func write(_ object: Int, _ body: String) {
        begin(object)
        bytes.append(contentsOf: body.utf8)
        bytes.append(contentsOf: "\nendobj\n".utf8)
    }

    private mutating func writeStream(_ object: Int, dictionary: String, body: [UInt8]) {
        begin(object)
        bytes.append(contentsOf: "<< \(dictionary)/Length \(body.count) >>\nstream\n".utf8)
        bytes.append(contentsOf: body)
        bytes.append(contentsOf: "\nendstream\nendobj\n".utf8)
    }

    private static func padded(_ offset: Int) -> String {
        let digits = String(offset)
        return String(repeating: "0", count: max(10 - digits.utf8.count, 0)) + digits
    }
}
