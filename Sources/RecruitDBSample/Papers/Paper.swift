import CSHA256

/// What a paper is, in the words of the database.
enum DocumentType: String {
    case curriculumVitae = "cv"
    case transcript
    case coverLetter = "cover_letter"
    case researchStatement = "research_statement"
    case publication
    case recommendation
    case certificate
    case other
}

/// How a paper is stored.
enum PaperFormat {
    case pdf, docx, text
    /// A page that is an image only.
    case scan
    /// An archive with a curriculum vitae and a transcript inside.
    case zip
    /// The container of a mail program that does not speak MIME.
    case tnef

    var mediaType: String {
        switch self {
        case .pdf, .scan: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .text: "text/plain"
        case .zip: "application/zip"
        case .tnef: "application/ms-tnef"
        }
    }
}

/// A paper as it was planned; its bytes are made when they are needed and are always the same.
struct Paper {
    let type: DocumentType
    let format: PaperFormat
    let filename: String
    /// The position that letters and statements speak of.
    let position: Position
    let chinese: Bool
    /// The number of the stream that the paper's text is drawn from.
    let stream: Int
    /// How many bytes of images the paper carries beside its text.
    var filler = 0

    /// Returns the file's bytes.
    func bytes(of person: Person, seed: UInt64) -> [UInt8] {
        var random = RandomSource(seed: seed, topic: 2, number: stream)
        switch format {
        case .pdf:
            let text = PaperTexts.text(self, person, &random)
            return PDFTypesetter.pdf(text, script: person.script, filler: filler, random: &random)
        case .docx: return WordDocument.docx(PaperTexts.text(self, person, &random))
        case .text: return Array(PaperTexts.text(self, person, &random).plain.utf8)
        case .scan: return PDFTypesetter.scan(byteCount: max(filler, 4096), random: &random)
        case .zip:
            var archive = ZipArchive()
            for (type, name) in [(DocumentType.curriculumVitae, "CV.pdf"), (.transcript, "Transcript.pdf")] {
                let inner = Paper(
                    type: type, format: .pdf, filename: name, position: position, chinese: chinese, stream: stream)
                archive.add(name, inner.bytes(of: person, seed: seed))
            }
            if filler > 0 {
                var portrait: [UInt8] = []
                random.fill(&portrait, count: filler)
                archive.add("poster.bin", portrait)
            }
            return archive.finish()
        case .tnef:
            var body: [UInt8] = [0x78, 0x9F, 0x3E, 0x22]
            random.fill(&body, count: 900)
            return body
        }
    }
}

/// The SHA-256 of bytes as 64 hexadecimal digits.
enum SHA256 {
    /// Returns the digest in lower case.
    static func hex(_ bytes: [UInt8]) -> String {
        var context = recruit_sha256_context()
        var digest = [UInt8](repeating: 0, count: 32)
        recruit_sha256_init(&context)
        bytes.withUnsafeBytes { recruit_sha256_update(&context, $0.baseAddress, $0.count) }
        recruit_sha256_final(&context, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
