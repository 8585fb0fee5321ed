import Foundation

/// A DOCX file made of the XML inside its body.
enum WordFile {
    static let main = "word/document.xml"

    /// A whole file; `parts` come beside the document.
    static func data(_ body: String, at path: String = main, parts: [(name: String, text: String)] = []) -> Data {
        zip(document(body), at: path, parts: parts).data
    }

    static func zip(_ document: String, at path: String = main, parts: [(name: String, text: String)] = []) -> ZipFile {
        ZipFile([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relationships(path)), (path, document)] + parts)
    }

    /// A whole part with the namespaces that Word declares.
    static func document(_ body: String, root: String = "document") -> String {
        let names = [
            ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
            ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
            ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
            ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ]
        let declared = names.map { "xmlns:\($0.0)=\"\($0.1)\"" }.joined(separator: " ")
        let inner = root == "document" ? "<w:body>\(body)</w:body>" : body
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:\(root) \(declared)>\(inner)</w:\(root)>"
    }

    /// A paragraph of one run.
    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    private static func relationships(_ path: String) -> String {
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="\(path)"/>\
        </Relationships>
        """
    }
}
