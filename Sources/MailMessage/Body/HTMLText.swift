/// HTML as the text that a person reads.
enum HTMLText {
    /// The text of UTF-8 HTML: blocks on lines of their own, white space collapsed, scripts and styles gone.
    static func read(_ html: [UInt8]) -> [UInt8] {
        var tokenizer = HTMLTokenizer(html[...])
        var writer = HTMLWriter()
        while let token = tokenizer.next() {
            switch token {
            case .text(let bytes): writer.text(bytes)
            case .scalar(let scalar): writer.scalar(scalar)
            case .open(let name): open(name, &writer, &tokenizer)
            case .close(let name): close(name, &writer)
            }
        }
        return writer.finished()
    }

    /// The charset that a document states about itself near its start.
    static func statedCharset(_ html: Bytes) -> String? {
        let head = html.prefix(2048).map(ASCII.lower)[...]
        guard let hit = head.firstIndex(of: Array("charset=".utf8), from: 0) else { return nil }
        let name = head[(hit + 8)...].drop { $0 == 34 || $0 == 39 || $0 == 32 }
            .prefix { $0 > 32 && $0 < 127 && $0 != 34 && $0 != 39 && $0 != 62 && $0 != 59 && $0 != 47 }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
        "figcaption",
        "figure", "footer", "form", "header", "html", "legend", "main", "nav", "optgroup", "option", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr", "caption",
    ]
    private static let paragraphs: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "dir", "menu",
    ]
    private static let hidden: Set<String> = [
        "script", "style", "title", "template", "noframes", "object", "applet", "svg",
    ]

    private static func open(_ name: String, _ writer: inout HTMLWriter, _ tokenizer: inout HTMLTokenizer) {
        switch name {
        case "br": writer.lineBreak()
        case "hr": writer.breakLines(1)
        case "li":
            writer.breakLines(1)
            writer.prefix("- ")
        case "td", "th": writer.cell()
        case "head": tokenizer.skip(toEndOf: name, orStartOf: "body")
        case "pre":
            writer.breakLines(2)
            writer.preformatted += 1
        case _ where hidden.contains(name): tokenizer.skip(toEndOf: name, orStartOf: nil)
        case _ where paragraphs.contains(name): writer.breakLines(2)
        case _ where blocks.contains(name): writer.breakLines(1)
        default: break
        }
    }

    private static func close(_ name: String, _ writer: inout HTMLWriter) {
        if name == "pre" { writer.preformatted = max(0, writer.preformatted - 1) }
        if paragraphs.contains(name) {
            writer.breakLines(2)
        } else if blocks.contains(name) || name == "li" {
            writer.breakLines(1)
        }
    }
}
