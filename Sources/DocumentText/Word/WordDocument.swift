/// A DOCX file (ECMA-376 part 1, WordprocessingML).
enum WordDocument {
    /// Returns the text of a document: the body with form feeds between its pages; after it, on the last page, the
    /// footnotes, endnotes, headers and footers, each different one once.
    ///
    /// Pages are those that the writer noted when it last laid the document out, and those that the author forced.
    /// Throws status 65 when the file is damaged, encrypted or no archive, 76 for an archive that is no DOCX.
    static func text(of bytes: [UInt8]) throws(ExtractionError) -> [UInt8] {
        guard bytes.starts(with: [0x50, 0x4B]) else {
            if CompoundFile.isEncryptedDocument(bytes) { throw CompoundFile.reason(bytes) }
            throw .damaged("the document is not a DOCX: it is no ZIP archive")
        }
        var package = try WordPackage(bytes)
        let main = try mainPart(of: &package)
        let others = notes(beside: main, in: package.names)
        var parts = try package.parts(Set([main] + others))
        guard let body = parts.removeValue(forKey: main) else { throw unsupported(package.names) }
        var text = try WordReader.text(of: body)
        var seen: Set<[UInt8]> = []
        for name in others {
            guard let part = parts.removeValue(forKey: name) else { continue }
            let note = try WordReader.text(of: part)
            // Separators come first, as blank paragraphs.
            let ink = note.drop { $0 <= 0x20 }
            if !ink.isEmpty, seen.insert(note).inserted { text += ink }
        }
        return text
    }

    /// The part that the package says is the document: not every writer calls it word/document.xml.
    private static func mainPart(of package: inout WordPackage) throws(ExtractionError) -> String {
        let usual = "word/document.xml"
        guard let relationships = try package.parts(["_rels/.rels"])["_rels/.rels"] else { return usual }
        let stream = try XMLStream(relationships)
        while let node = try stream.next() {
            guard node == .start, let type = stream.attribute("Type"), type.hasSuffix("/officeDocument"),
                let target = stream.attribute("Target")
            else { continue }
            return WordPackage.name(target.utf8)
        }
        return usual
    }

    private static func notes(beside main: String, in names: [String]) -> [String] {
        let folder = main.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(main[...$0]) } ?? ""
        let inFolder = names.filter { $0.hasPrefix(folder) && $0.hasSuffix(".xml") }.sorted()
        return ["footnotes.xml", "endnotes.xml", "header", "footer"].flatMap { kind in
            inFolder.filter { name in name.dropFirst(folder.count).hasPrefix(kind) }
        }
    }

    private static func unsupported(_ names: [String]) -> ExtractionError {
        let name =
            names.contains { $0.hasPrefix("xl/") }
            ? "an Excel workbook"
            : names.contains { $0.hasPrefix("ppt/") }
                ? "a PowerPoint presentation"
                : names.contains("mimetype") && names.contains("content.xml") ? "OpenDocument" : "a ZIP archive"
        return ExtractionError(status: .unsupported, message: "unsupported kind of document: \(name)")
    }
}
