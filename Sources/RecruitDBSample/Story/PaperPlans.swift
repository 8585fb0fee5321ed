/// The papers that come with an application, and their names.
enum PaperPlans {
    /// Draws the papers of an application; `mayBeNeutral` allows names that say nothing.
    static func application(
        _ position: Position, _ person: Person, mayBeNeutral: Bool, stream: Int, _ random: inout RandomSource
    ) -> [Paper] {
        func paper(_ type: DocumentType, _ format: PaperFormat, _ name: String) -> Paper {
            Paper(
                type: type, format: format, filename: name, position: position, chinese: person.writesChinese,
                stream: stream &* 16 &+ ordinal(type))
        }
        if mayBeNeutral {
            switch random.below(100) {
            case 0..<5:
                return [paper(.other, .zip, person.writesChinese ? "材料.zip" : "materials_\(person.fileName).zip")]
            case 5..<7: return [paper(.other, .tnef, "winmail.dat")]
            case 7..<11: return []
            default: break
            }
        }
        var papers: [Paper] = []
        let format: PaperFormat = [.pdf, .docx, .text][random.weighted([80, 17, 3])]
        let neutral = mayBeNeutral && random.chance(perMille: 120)
        papers.append(
            paper(.curriculumVitae, format, name(.curriculumVitae, format, person, neutral: neutral, &random)))
        let others: [(DocumentType, Int, [PaperFormat])] = [
            (.transcript, 620, [.pdf, .pdf, .pdf, .pdf, .scan, .docx]), (.coverLetter, 240, [.docx, .pdf]),
            (.researchStatement, 200, [.pdf, .pdf, .docx]), (.publication, 150, [.pdf]), (.certificate, 150, [.pdf]),
        ]
        for (type, perMille, formats) in others where random.chance(perMille: perMille) {
            let format = random.pick(formats)
            papers.append(paper(type, format, name(type, format, person, neutral: false, &random)))
        }
        return papers
    }

    /// Draws one paper that is sent later.
    static func supplement(_ position: Position, _ person: Person, stream: Int, _ random: inout RandomSource) -> Paper {
        let type: DocumentType = [.transcript, .certificate, .researchStatement][random.weighted([70, 20, 10])]
        return Paper(
            type: type, format: .pdf, filename: name(type, .pdf, person, neutral: false, &random), position: position,
            chinese: person.writesChinese, stream: stream &* 16 &+ 8 &+ ordinal(type))
    }

    private static func ordinal(_ type: DocumentType) -> Int {
        switch type {
        case .curriculumVitae: 0
        case .transcript: 1
        case .coverLetter: 2
        case .researchStatement: 3
        case .publication: 4
        case .certificate: 5
        case .recommendation: 6
        case .other: 7
        }
    }

    private static func name(
        _ type: DocumentType, _ format: PaperFormat, _ person: Person, neutral: Bool, _ random: inout RandomSource
    ) -> String {
        let ending =
            switch format {
            case .docx: ".docx"
            case .text: ".txt"
            default: ".pdf"
            }
        let native = person.nativeName ?? person.latinName
        if neutral { return random.pick([native, person.fileName, "document1"]) + ending }
        if person.writesChinese, random.chance(perMille: 750) {
            return random.pick(chineseNames(type, person, native)) + ending
        }
        return random.pick(englishNames(type, random.chance(perMille: 400) ? native : person.fileName)) + ending
    }

    private static func englishNames(_ type: DocumentType, _ name: String) -> [String] {
        switch type {
        case .curriculumVitae:
            ["CV", "CV_\(name)", "\(name)_CV", "Resume", "Resume - \(name)", "Curriculum Vitae", "cv-\(name)-2026"]
        case .transcript: ["transcript", "Transcript_\(name)", "Academic Transcript", "\(name) - Transcript"]
        case .coverLetter: ["Cover Letter", "cover_letter_\(name)", "Cover Letter - \(name)"]
        case .researchStatement: ["Research Statement", "research_statement_\(name)", "\(name) Research Statement"]
        case .publication: ["MICCAI2025_paper", "paper", "publication_1"]
        case .certificate: ["IELTS certificate", "certificate_\(name)", "TOEFL certificate"]
        case .recommendation: ["Recommendation Letter - \(name)", "reference_letter_\(name)"]
        case .other: ["document"]
        }
    }

    private static func chineseNames(_ type: DocumentType, _ person: Person, _ name: String) -> [String] {
        let traditional = person.script == .traditional
        return switch type {
        case .curriculumVitae:
            traditional ? ["個人簡歷_\(name)", "簡歷", "\(name)-履歷"] : ["简历", "个人简历_\(name)", "\(name)-简历"]
        case .transcript: traditional ? ["成績單", "成績單_\(name)"] : ["成绩单", "本科成绩单_\(name)", "\(name)+成绩单"]
        case .coverLetter: traditional ? ["求職信"] : ["求职信", "求职信_\(name)"]
        case .researchStatement: traditional ? ["研究計劃"] : ["研究计划", "研究计划_\(name)"]
        case .publication: traditional ? ["論文"] : ["论文", "发表论文"]
        case .certificate: traditional ? ["英語證書"] : ["英语六级证书", "获奖证书"]
        case .recommendation: traditional ? ["推薦信_\(name)"] : ["推荐信_\(name)"]
        case .other: ["材料"]
        }
    }
}
