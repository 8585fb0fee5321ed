import Foundation

/// A PDF (ISO 32000-1) written by hand: its objects, a cross-reference table and a trailer.
enum PDFFile {
    /// Pages of one line each, in Helvetica.
    static func data(pages: [String], trailer: String = "") -> Data {
        let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        for (index, page) in pages.enumerated() {
            objects.append(pageObject(content: 5 + index * 2))
            objects.append(stream("BT /F1 12 Tf 72 700 Td (\(page)) Tj ET"))
        }
        return file(objects, trailer: trailer)
    }

    /// A page in a Chinese font that is not embedded: only poppler-data knows which characters its codes are.
    static func chinese(gb2312 hex: String) -> Data {
        file([
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[4 0 R]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GB-EUC-H/DescendantFonts[6 0 R]>>",
            pageObject(content: 5), stream("BT /F1 12 Tf 72 700 Td <\(hex)> Tj ET"),
            """
            <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)\
            /Supplement 2>>/FontDescriptor 7 0 R>>
            """,
            """
            <</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800\
            /Descent -200/CapHeight 700/StemV 80>>
            """,
        ])
    }

    /// A page that draws a form that draws a form ten times, and so on: 10 to the power of `depth` drawings.
    static func endless(depth: Int) -> Data {
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[4 0 R]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            pageObject(content: 5, resources: "/XObject<</X 6 0 R>>"), stream("/X Do"),
        ]
        for level in 0..<depth {
            let inner = level + 1 < depth ? "/XObject<</X \(7 + level) 0 R>>" : ""
            let content = inner.isEmpty ? "0 0 m 1 1 l S" : String(repeating: "/X Do ", count: 10)
            objects.append(
                stream(content, dictionary: "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<\(inner)>>"))
        }
        return file(objects)
    }

    static func file(_ objects: [String], trailer: String = "") -> Data {
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += String(format: "%010d 00000 n \n", offset) }
        text += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
        return Data(text.utf8)
    }

    private static func pageObject(content: Int, resources: String = "/Font<</F1 3 0 R>>") -> String {
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<\(resources)>>/Contents \(content) 0 R>>"
    }

    private static func stream(_ content: String, dictionary: String = "") -> String {
        "<<\(dictionary)/Length \(content.utf8.count)>>\nstream\n\(content)\nendstream"
    }
}
