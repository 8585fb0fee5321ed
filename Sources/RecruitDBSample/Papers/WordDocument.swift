/// A DOCX file of the few parts that every reader needs.
///
/// Source: ECMA-376, part 1, 11.3.10 (main document) and part 2 (packages).
enum WordDocument {
    /// Returns the paper as a DOCX.
    static func docx(_ text: PaperText) -> [UInt8] {
        var archive = ZipArchive()
        archive.add("[Content_Types].xml", Array(contentTypes.utf8))
        archive.add("_rels/.rels", Array(relationships.utf8))
        archive.add("word/document.xml", Array(document(text).utf8))
        return archive.finish()
    }

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let contentTypes =
        declaration + #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
        + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
        + #"<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" "#
        + #"ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#
    private static let relationships =
        declaration + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
        + #"<Relationship Id="rId1" Target="word/document.xml" "#
        + #"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"#

    private static func document(_ text: PaperText) -> String {
        var xml = declaration
        xml += #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#
        for block in text.blocks {
            switch block {
            case .title(let line), .heading(let line): xml += paragraph(line, bold: true)
            case .paragraph(let line): xml += paragraph(line, bold: false)
            case .item(let line): xml += paragraph("\u{2022} " + line, bold: false)
            case .newPage: xml += #"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#
            }
        }
        return xml + "<w:sectPr/></w:body></w:document>"
    }

    private static func paragraph(_ line: String, bold: Bool) -> String {
        let mark = bold ? "<w:rPr><w:b/></w:rPr>" : ""
        return #"<w:p><w:r>\#(mark)<w:t xml:space="preserve">\#(Markup.escaped(line))</w:t></w:r></w:p>"#
    }
}

/// Text inside XML and HTML.
enum Markup {
    /// Returns the text with `&`, `<` and `>` as entities.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return text }
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}
