extension Call {
    /// What the call's web page says beside the facts: a Hugo page's front matter and its own paragraphs.
    public struct Page: Sendable, Hashable {
        /// The picture above the page.
        public struct Header: Sendable, Hashable {
            /// The words under it; empty for none.
            public let caption: String
            /// The picture's file or address; empty for none.
            public let image: String
        }

        /// A heading and the paragraphs under it.
        public struct Section: Sendable, Hashable {
            /// The heading.
            public let heading: String
            /// Markdown; nil when the section is made from the call's facts.
            public let text: String?
        }

        /// The page's title.
        public let title: String
        /// What lists of pages show of it.
        public let summary: String?
        /// Whether the page says how long reading it takes.
        public let readingTime: Bool
        /// Whether it has buttons to share it.
        public let share: Bool
        /// Whether it shows its author.
        public let profile: Bool
        /// Whether it takes comments.
        public let comments: Bool
        /// The picture above it.
        public let header: Header?
        /// Headings and paragraphs, in order.
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
