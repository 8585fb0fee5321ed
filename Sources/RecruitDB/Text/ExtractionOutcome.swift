#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What became of one document.
///
/// The sentences say nothing that stands in the document: they are kept, and shown to people who may not read it.
enum ExtractionOutcome: Sendable, Hashable {
    /// Its pages, the first one first; with a remark where text was left out.
    case extracted([String], remark: String? = nil)
    /// Pages with hardly anything on them: a scan.
    case noText([String])
    /// A kind of document that is not read.
    case unsupported(String)
    /// Damaged, locked or hostile.
    case failed(String)
    /// Something is missing on this machine, as a sentence that says what to install: the document can be read later.
    case unavailable(String)

    /// Documents with fewer characters than this, blanks apart, are scans.
    static let leastCharacters = 20

    /// The code of `files.text_status`.
    var status: Document.TextStatus {
        switch self {
        case .extracted: .extracted
        case .noText: .noText
        case .unsupported: .unsupported
        case .failed: .failed
        case .unavailable: .pending
        }
    }

    /// The pages, where there are any.
    var pages: [String] {
        switch self {
        case .extracted(let pages, _), .noText(let pages): pages
        case .unsupported, .failed, .unavailable: []
        }
    }

    /// The sentence for `files.text_error`.
    var reason: String? {
        switch self {
        case .extracted(_, let remark): remark
        case .noText: "it has hardly any text: a scan, perhaps"
        case .unsupported(let reason), .failed(let reason), .unavailable(let reason): reason
        }
    }

    /// Reads how a run of `recruitdb-extract` ended, and what it wrote.
    init(
        _ ending: ExtractionProcess.Ending, output: [UInt8], messages: [UInt8], program: ExtractionProgram,
        limits: ExtractionLimits
    ) {
        switch ending {
        case .exit(0):
            let languagePack = "Missing language pack"
            if Self.contains(languagePack, in: messages) {
                self = Self.withoutLanguagePack(program)
            } else {
                self = Self.text(output, limits, remark: nil)
            }
        case .tooMuchOutput:
            self = Self.text(output, limits, remark: "only its first \(limits.output >> 20) MB of text are here")
        case .exit(1) where Self.contains("Incorrect password", in: messages):
            self = .failed("it is encrypted and opens with a password only")
        case .exit(1), .exit(65): self = .failed("it is damaged, encrypted, or not what its beginning says")
        case .exit(3): self = .failed("its author forbids copying its text")
        case .exit(76): self = .unsupported("it is of a kind that is not read: not PDF, DOCX or plain text")
        case .exit(69): self = .unavailable(Self.ownSentence(in: messages) ?? "install poppler-utils and poppler-data")
        case .exit(64):
            self = .unavailable("\(program.path) is of another version; install the one that came with recruitdb")
        case .outOfTime: self = .failed("reading it took over \(limits.milliseconds / 1000) seconds")
        case .signal(SIGALRM), .signal(SIGXCPU): self = .failed("reading it took too long")
        case .signal(SIGXFSZ): self = .failed("it has too much text")
        case .signal(let number): self = .failed("reading it was stopped by signal \(number): it is damaged or hostile")
        case .exit(let code): self = .failed("its reader gave up with exit code \(code)")
        case .lost: self = .unavailable("how its reader ended is not known; run it again")
        }
    }

    private static func text(_ output: [UInt8], _ limits: ExtractionLimits, remark: String?) -> ExtractionOutcome {
        let text = PageText(output, limits: limits)
        if text.visibleCharacters < leastCharacters {
            return .noText(text.visibleCharacters == 0 ? [] : text.pages)
        }
        return .extracted(text.pages, remark: text.isCut ? "only its first \(limits.pages) pages are here" : remark)
    }

    /// Chinese is missing in the text: for want of tables on this machine, or since no table knows the characters.
    private static func withoutLanguagePack(_ program: ExtractionProgram) -> ExtractionOutcome {
        if let line = program.probe()["poppler-data"], !line.hasPrefix("missing") {
            return .failed("its characters are in a table that poppler-data lacks")
        }
        return .unavailable("poppler-data is missing: install poppler-data, without it Chinese PDFs give no text")
    }

    /// What `recruitdb-extract` itself says of a missing program or charset; never what it quotes.
    private static func ownSentence(in messages: [UInt8]) -> String? {
        let prefix = Array("\(ExtractionProgram.name): ".utf8)
        for line in messages.split(separator: 0x0A) where line.starts(with: prefix) {
            let sentence = line.dropFirst(prefix.count)
            guard sentence.count <= 200, sentence.allSatisfy({ 0x20..<0x7F ~= $0 }) else { continue }
            return String(decoding: sentence, as: UTF8.self)
        }
        return nil
    }

    private static func contains(_ words: String, in messages: [UInt8]) -> Bool {
        let needle = Array(words.utf8)
        guard messages.count >= needle.count else { return false }
        return (0...messages.count - needle.count).contains { messages[$0...].starts(with: needle) }
    }
}
