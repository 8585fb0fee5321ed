/// What a paper is, in the codes of the document types.
enum PaperType: String, Sendable, CaseIterable {
    case cv, transcript
    case coverLetter = "cover_letter"
    case researchStatement = "research_statement"
    case publication, recommendation, certificate, other
}

/// A paper's type with the words that told it.
struct PaperClassification: Sendable, Equatable {
    let type: PaperType
    /// For people: the words of the file's name or text that decided.
    let reason: String
    /// It holds a CV or a transcript, alone or with others ("CV and cover letter.pdf").
    let isEvidence: Bool

    /// By the file's name, else by what the text says first.
    ///
    /// - Parameters:
    ///   - filename: as the mail has it; nil when it has none.
    ///   - text: the paper's text as far as it is known; its beginning is enough.
    init(filename: String?, text: String? = nil) {
        let named = PaperName(filename ?? "").types
        if let first = named.first {
            let holdsOwnPaper = named.contains { $0.type == .cv || $0.type == .transcript }
            self.init(
                type: first.type, reason: "the file's name says \"\(first.words)\"",
                isEvidence: first.type != .recommendation && holdsOwnPaper)
        } else if let text, let found = PaperContent(text).type {
            self.init(
                type: found.type, reason: "its text says \"\(found.words)\"",
                isEvidence: found.type == .cv || found.type == .transcript)
        } else {
            self.init(type: .other, reason: "neither its name nor its text says what it is", isEvidence: false)
        }
    }

    private init(type: PaperType, reason: String, isEvidence: Bool) {
        self.type = type
        self.reason = reason
        self.isEvidence = isEvidence
    }
}
