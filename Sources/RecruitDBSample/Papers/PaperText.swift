/// What a paper says, before it becomes PDF, DOCX or plain text.
struct PaperText {
    enum Block {
        case title(String)
        case heading(String)
        case paragraph(String)
        case item(String)
        case newPage
    }

    var blocks: [Block] = []

    mutating func title(_ text: String) { blocks.append(.title(text)) }
    mutating func heading(_ text: String) { blocks.append(.heading(text)) }
    mutating func paragraph(_ text: String) { blocks.append(.paragraph(text)) }
    mutating func item(_ text: String) { blocks.append(.item(text)) }
    mutating func newPage() { blocks.append(.newPage) }

    /// Returns the text as lines, for a text/plain paper.
    var plain: String {
        var text = ""
        for block in blocks {
            switch block {
            case .title(let line): text += line + "\n\n"
            case .heading(let line): text += "\n" + line + "\n"
            case .paragraph(let line): text += line + "\n\n"
            case .item(let line): text += "- " + line + "\n"
            case .newPage: text += "\n"
            }
        }
        return text
    }
}
