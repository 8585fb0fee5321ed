/// Sets a paper's text in lines on A4 pages, Latin in Helvetica and everything else in the script's own font.
struct PDFTypesetter {
    private var document: PDFDocument
    private var content: [UInt8] = []
    private var y = PDFTypesetter.top

    private static let left = 56
    private static let top = 786
    private static let bottom = 60
    private static let width = 480

    private init(script: Script) { document = PDFDocument(script: script) }

    /// Returns the paper as a PDF; `filler` bytes of image make a large file of it.
    static func pdf(_ text: PaperText, script: Script, filler: Int, random: inout RandomSource) -> [UInt8] {
        var setter = PDFTypesetter(script: script)
        for block in text.blocks { setter.set(block) }
        if filler > 0 { setter.showImage(byteCount: filler, random: &random) }
        setter.endPage()
        return setter.document.finish()
    }

    /// Returns a PDF of one page that is an image only, as a scanner writes it.
    static func scan(byteCount: Int, random: inout RandomSource) -> [UInt8] {
        var document = PDFDocument(script: .plain)
        let image = document.addImage(byteCount: byteCount, random: &random)
        document.addPage(content: Array("q 500 0 0 720 48 60 cm /Im1 Do Q\n".utf8), image: image)
        return document.finish()
    }

    private mutating func set(_ block: PaperText.Block) {
        switch block {
        case .title(let text): line(text, size: 16, bold: true, leading: 26, indent: 0)
        case .heading(let text):
            y -= 8
            line(text, size: 12, bold: true, leading: 18, indent: 0)
        case .paragraph(let text):
            line(text, size: 10, bold: false, leading: 14, indent: 0)
            y -= 6
        case .item(let text): line("- " + text, size: 10, bold: false, leading: 14, indent: 12)
        case .newPage: endPage()
        }
    }

    private mutating func line(_ text: String, size: Int, bold: Bool, leading: Int, indent: Int) {
        for part in PDFTypesetter.wrapped(text, size: size, width: PDFTypesetter.width - indent) {
            if y < PDFTypesetter.bottom { endPage() }
            content.append(contentsOf: "BT 1 0 0 1 \(PDFTypesetter.left + indent) \(y) Tm ".utf8)
            show(part, size: size, bold: bold)
            content.append(contentsOf: "ET\n".utf8)
            y -= leading
        }
    }

    private mutating func show(_ text: [Unicode.Scalar], size: Int, bold: Bool) {
        var index = 0
        while index < text.count {
            let latin = PDFTypesetter.isLatin(text[index])
            var end = index
            while end < text.count, PDFTypesetter.isLatin(text[end]) == latin { end += 1 }
            let run = text[index..<end]
            if latin {
                content.append(contentsOf: "/\(bold ? "F2" : "F1") \(size) Tf (".utf8)
                for scalar in run {
                    if scalar == "(" || scalar == ")" || scalar == "\\" { content.append(0x5C) }
                    content.append(UInt8(truncatingIfNeeded: scalar.value))
                }
                content.append(contentsOf: ") Tj ".utf8)
            } else {
                content.append(contentsOf: "/F3 \(size) Tf <".utf8)
                for scalar in run { content.append(contentsOf: PDFTypesetter.hex(scalar)) }
                content.append(contentsOf: "> Tj ".utf8)
            }
            index = end
        }
    }

    private mutating func showImage(byteCount: Int, random: inout RandomSource) {
        endPage()
        let image = document.addImage(byteCount: byteCount, random: &random)
        document.addPage(content: Array("q 360 0 0 480 100 200 cm /Im1 Do Q\n".utf8), image: image)
    }

    private mutating func endPage() {
        defer { y = PDFTypesetter.top }
        guard !content.isEmpty else { return }
        document.addPage(content: content)
        content.removeAll(keepingCapacity: true)
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x20..<0x7F).contains(scalar.value) || (0xA0..<0x100).contains(scalar.value)
    }

    private static func hex(_ scalar: Unicode.Scalar) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [12, 8, 4, 0].map { digits[Int(scalar.value >> UInt32($0)) & 15] }
    }

    /// Breaks a paragraph at blanks, or between two characters of a script that has none.
    private static func wrapped(_ text: String, size: Int, width: Int) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = []
        var line: [Unicode.Scalar] = []
        var used = 0
        var lastBlank: Int?
        for scalar in text.unicodeScalars {
            line.append(scalar)
            used += isLatin(scalar) ? size * 54 : size * 100
            if scalar == " " { lastBlank = line.count }
            guard used > width * 100 else { continue }
            let cut = isLatin(scalar) ? lastBlank ?? line.count : line.count
            lines.append(Array(line[..<cut]))
            line.removeSubrange(..<cut)
            used = line.count * size * 54
            lastBlank = nil
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
