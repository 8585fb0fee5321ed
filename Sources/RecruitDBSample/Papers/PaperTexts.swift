/// The text of each kind of paper.
enum PaperTexts {
    /// Returns what the paper says.
    static func text(_ paper: Paper, _ person: Person, _ random: inout RandomSource) -> PaperText {
        switch paper.type {
        case .curriculumVitae: CurriculumVitae.text(paper, person, &random)
        case .transcript: Transcript.text(paper, person, &random)
        case .coverLetter: coverLetter(paper, person, &random)
        case .researchStatement: statement(paper, person, &random)
        case .publication: publication(person, long: paper.filler > 0, &random)
        case .recommendation: recommendation(person, &random)
        case .certificate, .other: certificate(person, &random)
        }
    }

    private static func coverLetter(_ paper: Paper, _ person: Person, _ random: inout RandomSource) -> PaperText {
        var text = PaperText()
        if paper.chinese {
            text.title(person.script == .traditional ? "求職信" : "求职信")
            for line in Bodies.chinese(paper.position, person, intake: nil, &random) { text.paragraph(line) }
            return text
        }
        text.title("Cover Letter")
        text.paragraph("\(person.latinName), \(person.institution.name)")
        for line in Bodies.english(paper.position, person, intake: nil, &random) { text.paragraph(line) }
        for line in random.pick(3, of: Research.sentences) { text.paragraph(line) }
        return text
    }

    private static func statement(_ paper: Paper, _ person: Person, _ random: inout RandomSource) -> PaperText {
        var text = PaperText()
        text.title(paper.chinese ? (person.script == .traditional ? "研究計劃" : "研究计划") : "Research Statement")
        text.paragraph(person.signature)
        for (index, heading) in ["Motivation", "Previous work", "Plan", "Timeline"].enumerated() {
            text.heading(paper.chinese ? ["一、研究动机", "二、前期工作", "三、研究内容", "四、进度安排"][index] : heading)
            for _ in 0..<3 {
                let sentences = random.pick(5, of: Research.sentences(paper, person))
                text.paragraph(sentences.joined(separator: paper.chinese ? "" : " "))
            }
        }
        return text
    }

    private static func publication(_ person: Person, long: Bool, _ random: inout RandomSource) -> PaperText {
        var text = PaperText()
        text.title(random.pick(Research.titles))
        text.paragraph("\(person.latinName), \(person.institution.name)")
        text.heading("Abstract")
        text.paragraph(random.pick(4, of: Research.sentences).joined(separator: " "))
        for (index, heading) in ["Introduction", "Method", "Experiments", "Conclusion"].enumerated() {
            text.heading("\(index + 1) \(heading)")
            for _ in 0..<(long ? 9 : 3) {
                text.paragraph(random.pick(7, of: Research.sentences).joined(separator: " "))
            }
        }
        return text
    }

    private static func recommendation(_ person: Person, _ random: inout RandomSource) -> PaperText {
        var text = PaperText()
        text.title("Letter of Recommendation")
        text.paragraph("It is my pleasure to recommend \(person.latinName), whom I have taught for two years.")
        text.paragraph(random.pick(4, of: Research.sentences).joined(separator: " "))
        return text
    }

    private static func certificate(_ person: Person, _ random: inout RandomSource) -> PaperText {
        var text = PaperText()
        text.title("Test Report")
        text.paragraph("Candidate: \(person.latinName)")
        text.paragraph("IELTS Academic: overall \(random.within(13, 17) / 2).\(random.chance(perMille: 500) ? 5 : 0)")
        text.paragraph("Registration number \(random.within(10_000_000, 99_999_999))")
        return text
    }
}
