extension Call {
    /// What the call's web page says beside the facts: a Hugo page's front matter and its own paragraphs.
    public struct Page: Sendable, Hashable {
        /// The picture above the page.
        public struct Header: Sendable, Hashable {
            public let caption: String
            public let image: String
        }

        /// A heading and the paragraphs under it.
        public struct Section: Sendable, Hashable {
            public let heading: String
            /// Markdown; nil when the section is made from the call's facts.
            public let text: String?
        }

        public let title: String
        public let summary: String?
        public let readingTime: Bool
        public let share: Bool
        public let profile: Bool
        public let comments: Bool
        public let header: Header?
        public let sections: [Section]
    }
}

extension Call.Page {
    init(_ fields: JSONFields) {
        title = fields.line("title") ?? ""
        summary = fields.text("summary", required: false, limit: 2_000)
        readingTime = fields.flag("reading_time") ?? false
        share = fields.flag("share") ?? false
        profile = fields.flag("profile") ?? false
        comments = fields.flag("comments") ?? false
        header = fields.object("header", required: false).map(Header.init)
        sections = fields.list("sections") { Section(JSONFields($0, $1, $2)) }
        fields.finish()
    }
}

extension Call.Page.Header {
    init(_ fields: JSONFields) {
        // Hugo's templates want both keys, empty ones too.
        caption = fields.text("caption", required: false, limit: 500, shape: .lineOrNothing) ?? ""
        image = fields.text("image", required: false, limit: 2_000, shape: .lineOrNothing) ?? ""
        fields.finish()
    }
}

extension Call.Page.Section {
    init(_ fields: JSONFields) {
        heading = fields.line("heading") ?? ""
        text = fields.text("text", required: false)
        fields.finish()
    }
}

extension TextShape {
    fileprivate static let lineOrNothing = TextShape(name: "a text on one line") { text in
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
